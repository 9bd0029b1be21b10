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
  const place = code`${runtime("at")}(here, key)`;
  const doubtful = isDoubtful(elementOf(shape), shape.sparse);
  if (shape.kind === "list") {
    return code`if (value == null) return;
if (!Array.isArray(value)) return ${runtime("wrongType")}(value, ${place}, "an array");
for (let index = 0; index < value.length; index++) {
  const item: unknown = value[index];
  if (${doubtful}) ${checkElement(shape, place, code`index`)}
}`;
  }
  // Inherited names are passed over where they are found out, which spares everyone else the search.
  return code`if (value == null) return;
if (!${runtime("isDictionary")}(value)) return ${runtime("wrongType")}(value, ${place}, "an object");
for (const name in value) {
  const item = value[name];
  if ((${doubtful}) && Object.hasOwn(value, name)) ${checkElement(shape, place, code`name`)}
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

function checkElement(shape: List | MapShape, place: Code, key: Code): Code {
  const { constraints, sensitive } = elementOf(shape);
  const args = commas([code`item, ${place}, ${key}`, ...boundsOf(constraints.length, sensitive)]);
  return code`${runtime("checkElement")}(${args});`;
}

/** Arguments for the bounds of a length or range, and for whether a message may tell the value. */
export function boundsOf(bounds: Bounds<number> | undefined, sensitive: boolean): Code[] {
  if (bounds === undefined) return [];
  return [
    literal(bounds.min ?? -Infinity),
    literal(bounds.max ?? Infinity),
    ...(sensitive ? [literal(true)] : []),
  ];
}
