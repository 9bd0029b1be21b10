import type { Bounds, List, MapShape, Member } from "../ir/ir.js";
import { code, commas, literal, nothing, type Code } from "./code.js";
import { runtime } from "./runtime.js";

/*
 * Most collections are lists and maps of text. Their checks are told the place of what holds them
 * and their key, as those of leaves are, and look at the text themselves, so that nothing is made
 * and nothing is called unless a text may be wrong.
 */

/** Whether a collection holds text of which nothing but its length is checked. */
export function isTextCollection(shape: List | MapShape): boolean {
  const { target, constraints } = elementOf(shape);
  if (target.kind !== "string" || constraints.pattern !== undefined) return false;
  return shape.kind === "list" ? !shape.uniqueItems : !hasKeyRule(shape);
}

/** Whether a map's keys have to be checked. */
export function hasKeyRule({ key }: MapShape): boolean {
  const { length, pattern } = key.constraints;
  return key.target.kind === "enum" || length !== undefined || pattern !== undefined;
}

/** Statements that check a collection of text; `key` is its key below `here`. */
export function checkTexts(shape: List | MapShape): Code {
  const element = elementOf(shape);
  const doubtful = isDoubtful(element, shape.sparse);
  const rest = [code`here, key`, ...boundsOf(element.constraints.length, element.sensitive)];
  if (shape.kind === "list") {
    return code`if (value == null) return;
if (!Array.isArray(value)) return ${runtime("wrongType")}(value, here, key, "an array");
for (let index = 0; index < value.length; index++) {
  const item: unknown = value[index];
  if (${doubtful}) ${runtime("checkItem")}(${commas([code`value, index`, ...rest])});
}`;
  }
  return code`if (value == null) return;
if (!${runtime("isDictionary")}(value)) return ${runtime("wrongType")}(value, here, key, "an object");
for (const name in value) {
  const item = value[name];
  if (${doubtful}) ${runtime("checkEntry")}(${commas([code`value, name`, ...rest])});
}`;
}

function elementOf(shape: List | MapShape): Member {
  return shape.kind === "list" ? shape.member : shape.value;
}

/**
 * The condition under which a text has to be looked at closely. Text of n UTF-16 units has between
 * n/2 and n code points, so that most lengths are certain without a count.
 */
function isDoubtful({ constraints }: Member, sparse: boolean): Code {
  const min = constraints.length?.min ?? 0;
  const max = constraints.length?.max;
  const tooShort = min === 0 ? nothing : code` || item.length < ${literal(min * 2 - 1)}`;
  const tooLong = max === undefined ? nothing : code` || item.length > ${literal(max)}`;
  const condition = code`typeof item !== "string"${tooShort}${tooLong}`;
  return sparse ? code`item != null && (${condition})` : condition;
}

/** Arguments for the bounds of a length or range, and for whether a message may tell the value. */
export function boundsOf(bounds: Bounds<number | bigint> | undefined, sensitive: boolean): Code[] {
  if (bounds === undefined) return [];
  return [
    literal(bounds.min ?? -Infinity),
    literal(bounds.max ?? Infinity),
    ...(sensitive ? [literal(true)] : []),
  ];
}
