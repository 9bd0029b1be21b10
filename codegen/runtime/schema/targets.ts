import { unknownMember } from "../check/check.js";
import { isObject } from "../json/json.js";
import { at, maxDepth, toSegments, type Key, type Path } from "../values/path.js";
import type { CheckPlace } from "../check/validation.js";
import type {
  ListTable,
  MapTable,
  MemberTable,
  StructureTable,
  Target,
  TargetTable,
  UnionTable,
} from "../tables.js";

/** Returns the table of a target. */
export function tableOf(target: Target): TargetTable {
  if (typeof target === "function") return target();
  return typeof target === "string" ? { type: target } : target;
}

/** Returns whether the items of a list or the values of a map may be null, as documents always may. */
export function holdsNulls({ sparse }: ListTable | MapTable, element: TargetTable): boolean {
  return sparse === true || element.type === "document";
}

/** Returns whether JSON can contain a member. A stream is not part of JSON: it is the whole body. */
export function isInJson([, , , facts]: MemberTable): boolean {
  return facts?.location !== "bytes" && facts?.location !== "events";
}

/** Reports all members of JSON that the model does not define, at any depth. */
export function reportUnknownMembers(json: unknown, target: Target, here: CheckPlace): void {
  if (typeof target === "string" || here.depth > maxDepth) return;
  const table = tableOf(target);
  switch (table.type) {
    case "structure":
    case "union":
      if (isObject(json)) reportUnknownIn(json, table, here);
      break;
    case "list":
      if (!Array.isArray(json)) return;
      for (const [index, item] of json.entries()) {
        reportUnknownMembers(item, table.item, at(here, index));
      }
      break;
    case "map":
      if (!isObject(json)) return;
      for (const key of Object.keys(json)) {
        reportUnknownMembers(json[key], table.value, at(here, key));
      }
  }
}

/** Errors have more members, and unions have a separate check. */
function reportUnknownIn(
  json: Readonly<Record<string, unknown>>,
  table: StructureTable | UnionTable,
  here: CheckPlace,
): void {
  const isOpen = table.type === "union" || table.error === true;
  const targets = new Map(
    table.members.filter(isInJson).map(([, wireName, target]) => [wireName, target]),
  );
  for (const name of Object.keys(json)) {
    const target = targets.get(name);
    if (target !== undefined) reportUnknownMembers(json[name], target, at(here, name));
    else if (!isOpen) unknownMember(here, name);
  }
}

/** Converts a path in a value to the path in JSON on the wire. */
export function toWirePath(path: Path, table: Target): Key[] {
  let target: Target = table;
  return toSegments(path).map((key) => {
    const [wireKey, next] = stepInto(tableOf(target), key);
    target = next;
    return wireKey;
  });
}

/** Returns the key on the wire of a step into a value, and the target of the step. */
function stepInto(table: TargetTable, key: Key): readonly [wireKey: Key, target: Target] {
  switch (table.type) {
    case "structure":
    case "union": {
      const member = table.members.find(([name]) => name === key);
      return member === undefined ? [key, "document"] : [member[1], member[2]];
    }
    case "list":
      return [key, table.item];
    case "map":
      return [key, table.value];
    default:
      return [key, "document"];
  }
}
