import type { Enum, Member, NamedShape, Shape, Structure, Union } from "../ir/ir.js";
import { pairByName, type Changes } from "./change.js";
import { diffConstraints } from "./diff-constraints.js";

/** Compares the shapes that two versions of a service have by the same name. */
export function diffShapes(
  before: readonly NamedShape[],
  after: readonly NamedShape[],
  changes: Changes,
): void {
  for (const [name, old, current] of pairByName(before, after)) {
    if (current === undefined) changes.breaking(name, `the ${old?.kind ?? "shape"} is gone`);
    else if (old === undefined) changes.compatible(name, `the ${current.kind} is new`);
    else diffShape(old, current, changes);
  }
}

function diffShape(before: NamedShape, after: NamedShape, changes: Changes): void {
  const { name } = after;
  if (before.kind === "enum" && after.kind === "enum") return diffEnum(before, after, changes);
  if (before.kind === "list" && after.kind === "list") {
    if (before.sparse !== after.sparse) changes.breaking(name, nullsMessage(after.sparse));
    if (before.uniqueItems !== after.uniqueItems) {
      if (after.uniqueItems) changes.breaking(name, "items must be unique");
      else changes.compatible(name, "items need not be unique any more");
    }
    return diffMember(`${name}$member`, before.member, after.member, changes);
  }
  if (before.kind === "map" && after.kind === "map") {
    if (before.sparse !== after.sparse) changes.breaking(name, nullsMessage(after.sparse));
    diffMember(`${name}$key`, before.key, after.key, changes);
    return diffMember(`${name}$value`, before.value, after.value, changes);
  }
  if (before.kind === "structure" && after.kind === "structure") {
    diffError(before, after, changes);
    return diffMembers(before, after, changes);
  }
  if (before.kind === "union" && after.kind === "union") return diffMembers(before, after, changes);
  changes.breaking(name, `was of type ${before.kind} and is of type ${after.kind}`);
}

function nullsMessage(sparse: boolean): string {
  return sparse ? "may hold null" : "may not hold null any more";
}

function diffEnum(before: Enum, after: Enum, changes: Changes): void {
  const old = new Set(before.values.map(({ value }) => value));
  const current = new Set(after.values.map(({ value }) => value));
  for (const value of old) {
    if (!current.has(value))
      changes.breaking(after.name, `the value ${JSON.stringify(value)} is gone`);
  }
  for (const value of current) {
    if (!old.has(value))
      changes.compatible(after.name, `the value ${JSON.stringify(value)} is new`);
  }
}

function diffError(before: Structure, after: Structure, changes: Changes): void {
  const [old, current] = [before.error?.statusCode, after.error?.statusCode];
  if (old !== current) {
    changes.breaking(after.name, `its status was ${old ?? "none"} and is ${current ?? "none"}`);
  }
}

function diffMembers(before: Structure | Union, after: Structure | Union, changes: Changes): void {
  for (const [name, old, current] of pairByName(before.members, after.members)) {
    const place = `${after.name}$${name}`;
    if (current === undefined) changes.breaking(place, "the member is gone");
    else if (old !== undefined) diffMember(place, old, current, changes);
    else if (current.required) changes.breaking(place, "the member is new, and required");
    else changes.compatible(place, "the member is new");
  }
}

function diffMember(place: string, before: Member, after: Member, changes: Changes): void {
  const aspects: readonly (readonly [string, string, string])[] = [
    ["type", typeName(before.target), typeName(after.target)],
    ["JSON name", before.wireName, after.wireName],
    ["place in the message", bindingName(before), bindingName(after)],
    [
      "timestamp format",
      before.timestampFormat ?? "the default",
      after.timestampFormat ?? "the default",
    ],
    ["default", defaultName(before), defaultName(after)],
  ];
  for (const [aspect, old, current] of aspects) {
    if (old !== current) changes.breaking(place, `its ${aspect} was ${old} and is ${current}`);
  }
  if (!before.required && after.required) changes.breaking(place, "is required");
  if (before.required && !after.required) changes.breaking(place, "is not required any more");
  diffConstraints(place, before.constraints, after.constraints, changes);
}

function typeName(shape: Shape): string {
  if ("name" in shape) return shape.name;
  return shape.kind === "integer" ? shape.type : shape.kind;
}

function bindingName({ binding }: Member): string {
  return "name" in binding
    ? `${binding.location} ${JSON.stringify(binding.name)}`
    : binding.location;
}

function defaultName({ defaultValue }: Member): string {
  if (typeof defaultValue === "bigint") return String(defaultValue);
  return defaultValue === undefined ? "none" : JSON.stringify(defaultValue);
}
