import type { Bounds, List, MapShape, Member } from "../../ir/ir.js";
import { code, commas, literal, nothing, type Code } from "../code/code.js";
import { runtime } from "../code/runtime.js";

/*
 * Most collections are lists and maps of text. Like checks of leaves, their checks have parameters
 * for the parent's place and the key, and test the text inline, so that they allocate nothing and
 * call no function for valid text.
 */

/** Returns whether a collection contains text for which only the length is checked. */
export function isTextCollection(shape: List | MapShape): boolean {
  const { target, constraints } = elementOf(shape);
  if (target.kind !== "string" || constraints.pattern !== undefined) return false;
  return shape.kind === "list" ? !shape.uniqueItems : !hasKeyRule(shape);
}

/** Returns whether the keys of a map have constraints. */
export function hasKeyRule({ key }: MapShape): boolean {
  const { length, pattern } = key.constraints;
  return key.target.kind === "enum" || length !== undefined || pattern !== undefined;
}

/** Returns statements that check a collection of text at `key` below `here`. */
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
 * Returns the condition under which a text needs a full check. Text of n UTF-16 units has between
 * n/2 and n code points, so most lengths are valid without counting.
 */
function isDoubtful({ constraints }: Member, sparse: boolean): Code {
  const min = constraints.length?.min ?? 0;
  const max = constraints.length?.max;
  const tooShort = min === 0 ? nothing : code` || item.length < ${literal(min * 2 - 1)}`;
  const tooLong = max === undefined ? nothing : code` || item.length > ${literal(max)}`;
  const condition = code`typeof item !== "string"${tooShort}${tooLong}`;
  return sparse ? code`item != null && (${condition})` : condition;
}

/**
 * Returns arguments for the bounds of a length or range, and for whether the value is sensitive.
 */
export function boundsOf(bounds: Bounds<number | bigint> | undefined, sensitive: boolean): Code[] {
  if (bounds === undefined) return [];
  return [
    literal(bounds.min ?? -Infinity),
    literal(bounds.max ?? Infinity),
    ...(sensitive ? [literal(true)] : []),
  ];
}
