import type { Operation, Service, Structure } from "../ir/ir.js";
import { Changes, pairByName, type Change } from "./change.js";
import { diffShapes } from "./diff-shapes.js";

/**
 * Compares two versions of a service by what their users can tell: operations and their HTTP
 * bindings, members, types, constraints, enum values and errors. Documentation does not count.
 */
export function diffServices(before: Service, after: Service): readonly Change[] {
  const changes = new Changes();
  if (before.id !== after.id) changes.breaking(before.id, `is now ${after.id}`);
  if (before.version !== after.version) {
    changes.compatible(after.id, `version ${before.version} is now ${after.version}`);
  }
  for (const [name, old, current] of pairByName(before.operations, after.operations)) {
    if (current === undefined) changes.breaking(name, "the operation is gone");
    else if (old === undefined) changes.compatible(name, "the operation is new");
    else diffOperation(old, current, changes);
  }
  diffShapes(before.shapes, after.shapes, changes);
  return changes.found;
}

function diffOperation(before: Operation, after: Operation, changes: Changes): void {
  const { name } = after;
  const aspects: readonly (readonly [string, string, string])[] = [
    [
      "request",
      `${before.http.method} ${before.http.uri}`,
      `${after.http.method} ${after.http.uri}`,
    ],
    ["status", String(before.http.code), String(after.http.code)],
    ["input", nameOf(before.input), nameOf(after.input)],
    ["output", nameOf(before.output), nameOf(after.output)],
    ["host prefix", hostPrefixOf(before), hostPrefixOf(after)],
  ];
  for (const [aspect, old, current] of aspects) {
    if (old !== current) changes.breaking(name, `its ${aspect} was ${old} and is ${current}`);
  }
  for (const [error, old, current] of pairByName(before.errors, after.errors)) {
    if (old === undefined) changes.compatible(name, `can fail with ${error} as well`);
    if (current === undefined) changes.compatible(name, `does not fail with ${error} any more`);
  }
}

function nameOf(structure: Structure | undefined): string {
  return structure?.name ?? "nothing";
}

function hostPrefixOf({ hostPrefix }: Operation): string {
  return hostPrefix === undefined
    ? "none"
    : hostPrefix.map((part, index) => (index % 2 === 0 ? part : `{${part}}`)).join("");
}
