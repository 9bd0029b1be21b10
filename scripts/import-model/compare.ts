import type { JsonObject, JsonValue } from "./json.js";
import { isObject, sortedEntries } from "./json.js";
import type { Model, Shape, Traits } from "./smithy-ast.js";
import { membersOf, shapeName } from "./smithy-ast.js";

/** A difference between two models. */
export type Change = {
  readonly kind: "added" | "removed" | "changed";
  readonly what: "operation" | "shape" | "member";
  /** The name, `Shape` or `Shape$Member`. */
  readonly id: string;
  /** What changed, as `http: old -> new`; empty if it was added or removed. */
  readonly details: readonly string[];
};

/** Lists the changes from one model to another. Members of added and removed shapes are not listed. */
export function compareModels(before: Model | undefined, after: Model): Change[] {
  const oldShapes = before?.shapes ?? {};
  const changes = keysOf(oldShapes, after.shapes).flatMap((id) =>
    compareShapes(shapeName(id), oldShapes[id], after.shapes[id]),
  );
  const metadata = differences("metadata", before?.metadata, after.metadata);
  return metadata.length === 0 || before === undefined
    ? changes
    : [{ kind: "changed", what: "shape", id: "(metadata)", details: metadata }, ...changes];
}

function compareShapes(id: string, before: Shape | undefined, after: Shape | undefined): Change[] {
  const what = (after ?? before)?.type === "operation" ? "operation" : "shape";
  if (before === undefined) return [{ kind: "added", what, id, details: [] }];
  if (after === undefined) return [{ kind: "removed", what, id, details: [] }];
  const details = describeShapeChange(before, after);
  const own: Change[] = details.length === 0 ? [] : [{ kind: "changed", what, id, details }];
  return [...own, ...compareMembers(id, before, after)];
}

function describeShapeChange(before: Shape, after: Shape): string[] {
  const [old, current] = [ownProperties(before), ownProperties(after)];
  return [
    ...keysOf(old, current).flatMap((key) => differences(key, old[key], current[key])),
    ...compareTraits(before.traits, after.traits),
  ];
}

/** Returns the properties of a shape except members and traits: its type, the errors of an operation, and so on. */
function ownProperties(shape: Shape): JsonObject {
  const others = ["traits", "members", "member", "key", "value"];
  return Object.fromEntries(
    Object.entries<JsonValue>(shape).filter(([key]) => !others.includes(key)),
  );
}

function compareMembers(shape: string, before: Shape, after: Shape): Change[] {
  const [old, current] = [membersOf(before), membersOf(after)];
  return keysOf(old, current).flatMap((name): Change[] => {
    const [oldMember, member] = [old[name], current[name]];
    const id = `${shape}$${name}`;
    if (oldMember === undefined) return [{ kind: "added", what: "member", id, details: [] }];
    if (member === undefined) return [{ kind: "removed", what: "member", id, details: [] }];
    const details = [
      ...differences("target", shapeName(oldMember.target), shapeName(member.target)),
      ...compareTraits(oldMember.traits, member.traits),
    ];
    return details.length === 0 ? [] : [{ kind: "changed", what: "member", id, details }];
  });
}

function compareTraits(before: Traits = {}, after: Traits = {}): string[] {
  return keysOf(before, after).flatMap((id) => {
    const changed = differences(shapeName(id), before[id], after[id]);
    // Documentation is too long to print twice.
    return changed.length > 0 && id === "smithy.api#documentation" ? ["documentation"] : changed;
  });
}

/** Returns the keys of both objects, sorted. */
function keysOf(before: object, after: object): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
}

function differences(
  name: string,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): string[] {
  if (Array.isArray(before) && Array.isArray(after)) {
    const [old, current] = [before.map(brief), after.map(brief)];
    return [
      ...current.filter((item) => !old.includes(item)).map((item) => `${name}: ${item} added`),
      ...old.filter((item) => !current.includes(item)).map((item) => `${name}: ${item} removed`),
    ];
  }
  const [old, current] = [brief(before), brief(after)];
  return old === current ? [] : [`${name}: ${old} -> ${current}`];
}

function brief(value: JsonValue | undefined): string {
  if (value === undefined) return "none";
  if (isObject(value) && typeof value["target"] === "string") return shapeName(value["target"]);
  return JSON.stringify(sortDeeply(value));
}

function sortDeeply(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sortDeeply);
  if (!isObject(value)) return value;
  return Object.fromEntries(sortedEntries(value).map(([key, item]) => [key, sortDeeply(item)]));
}
