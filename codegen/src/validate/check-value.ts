import { checkUniqueItems } from "../../runtime/check/unique-items.js";
import { checkPattern, checkText } from "../../runtime/check/check-text.js";
import { checkDocument } from "../../runtime/check/check-document.js";
import { checkBlob, checkListSize, checkMapSize } from "../../runtime/check/check-size.js";
import { checkBigInteger, checkFloat, checkInteger } from "../../runtime/check/check-number.js";
import { checkAdvice } from "../../runtime/check/advice.js";
import { checkBigDecimal } from "../../runtime/values/big-numbers.js";
import {
  checkArray,
  checkBoolean,
  checkObject,
  checkPresent,
  checkString,
  checkTimestamp,
  checkUnion,
  notInEnum,
} from "../../runtime/check/check.js";
import { checkInt64 } from "../../runtime/values/int64.js";
import { own } from "../../runtime/json/json.js";
import { choosePattern, type LinearPattern } from "../../runtime/check/linear-pattern.js";
import { at, type Key } from "../../runtime/values/path.js";
import { isTooDeep, type CheckPlace } from "../../runtime/check/validation.js";
import type { Enum, List, MapShape, Member, Pattern, Structure, Union } from "../ir/ir.js";
import { integerBounds } from "../../runtime/schema/bounds.js";
import { adviceOf } from "../ir/tables.js";
import { enumText, hasJsonForm, jsonNameOf } from "../ir/wire.js";

/*
 * Checks values like the generated code, with the same helpers, but interprets the model instead. The
 * values come from JSON, so issue paths use the JSON names of members.
 */

/** Checks a value of an aggregate shape. */
export function checkShape(
  shape: Structure | Union | List | MapShape,
  value: unknown,
  here: CheckPlace,
): void {
  switch (shape.kind) {
    case "structure":
      checkStructure(shape, value, here);
      break;
    case "union":
      checkUnionValue(shape, value, here);
      break;
    case "list":
      checkList(shape, value, here);
      break;
    case "map":
      checkMap(shape, value, here);
      break;
  }
}

function checkStructure(shape: Structure, value: unknown, here: CheckPlace): void {
  if (isTooDeep(here) || !checkObject(value, here)) return;
  for (const member of shape.members) {
    const wireName = jsonNameOf(member);
    const found = own(value, member.property);
    if (member.required && hasJsonForm(member) && !member.idempotencyToken)
      checkPresent(found, here, wireName);
    if (found != null) checkMember(member, found, here, wireName);
    if (here.context.options?.advice === true && member.advice !== undefined) {
      checkAdvice(found, here, wireName, adviceOf(member.advice));
    }
  }
}

function checkUnionValue(shape: Union, value: unknown, here: CheckPlace): void {
  if (isTooDeep(here) || !checkObject(value, here)) return;
  const names = shape.members.map(({ property }) => property);
  const set = checkUnion(value, here, names);
  const member = shape.members.find(({ property }) => property === set);
  if (member !== undefined) {
    checkMember(member, own(value, member.property), here, jsonNameOf(member));
  }
}

function checkList(shape: List, value: unknown, here: CheckPlace): void {
  if (isTooDeep(here) || !checkArray(value, here)) return;
  for (const [index, item] of value.entries()) {
    checkElement(shape.member, shape.sparse, item, here, index);
  }
  if (shape.uniqueItems) checkUniqueItems(value, here);
}

function checkMap(shape: MapShape, value: unknown, here: CheckPlace): void {
  if (isTooDeep(here) || !checkObject(value, here)) return;
  for (const key of Object.keys(value)) {
    const item = value[key];
    // An invalid key is reported at the map, since no path leads to a key.
    checkMember(shape.key, key, here.parent ?? here, here.key);
    checkElement(shape.value, shape.sparse, item, here, key);
  }
}

function checkElement(
  element: Member,
  sparse: boolean,
  item: unknown,
  here: CheckPlace,
  key: Key,
): void {
  if (item != null) checkMember(element, item, here, key);
  else if (!sparse && element.target.kind !== "document") checkPresent(item, here, key);
}

function checkMember(member: Member, value: unknown, parent: CheckPlace, key: Key): void {
  const { target, constraints, sensitive } = member;
  const least = constraints.length?.min ?? -Infinity;
  const most = constraints.length?.max ?? Infinity;
  const exactMin = constraints.range?.min ?? -Infinity;
  const exactMax = constraints.range?.max ?? Infinity;
  const [min, max] = [Number(exactMin), Number(exactMax)];
  switch (target.kind) {
    case "string":
      checkStringMember(member, value, parent, key);
      break;
    case "enum":
      checkEnum(target, value, parent, key);
      break;
    case "boolean":
      checkBoolean(value, parent, key);
      break;
    case "integer":
      checkInteger(value, parent, key, ...integerBounds(target.type), min, max, sensitive);
      break;
    case "float":
      checkFloat(value, parent, key, min, max, sensitive);
      break;
    case "bigInteger": {
      const check = target.type === "long" ? checkInt64 : checkBigInteger;
      check(value, parent, key, exactMin, exactMax, sensitive);
      break;
    }
    case "bigDecimal":
      checkBigDecimal(value, parent, key, min, max, sensitive);
      break;
    case "timestamp":
      checkTimestamp(value, parent, key);
      break;
    case "document":
      checkDocument(value, parent, key);
      break;
    case "blob":
      if (hasJsonForm(member)) checkBlob(value, parent, key, least, most, sensitive);
      break;
    case "list":
    case "map": {
      const checkSize = target.kind === "list" ? checkListSize : checkMapSize;
      if (constraints.length !== undefined) checkSize(value, parent, key, least, most, sensitive);
      checkShape(target, value, at(parent, key));
      break;
    }
    case "union":
      if (hasJsonForm(member)) checkShape(target, value, at(parent, key));
      break;
    case "structure":
      checkShape(target, value, at(parent, key));
      break;
  }
}

function checkStringMember(member: Member, value: unknown, parent: CheckPlace, key: Key): void {
  const { constraints, sensitive } = member;
  const { length, pattern } = constraints;
  if (length === undefined) checkString(value, parent, key);
  else {
    const { min = -Infinity, max = Infinity } = length;
    // Text that is too long is not matched against the pattern.
    if (!checkText(value, parent, key, min, max, sensitive)) return;
  }
  if (pattern === undefined) return;
  const { regExp, linear, limit, source } = pattern;
  if (linear === undefined) checkPattern(value, parent, key, regExp, source, limit);
  else checkPattern(value, parent, key, linearPattern(pattern, linear, value), source);
}

/** Patterns for re2js. Each is compiled only once. */
const linearPatterns = new WeakMap<Pattern, LinearPattern>();

function linearPattern(
  pattern: Pattern,
  linear: string,
  value: unknown,
): ReturnType<typeof choosePattern> {
  const { regExp, limit } = pattern;
  let known = linearPatterns.get(pattern);
  if (known === undefined) {
    known = regExp === undefined ? { linear } : { regExp, limit: limit ?? 0, linear };
    linearPatterns.set(pattern, known);
  }
  return choosePattern(known, value);
}

function checkEnum(shape: Enum, value: unknown, parent: CheckPlace, key: Key): void {
  if (shape.values.some((known) => known.value === value)) return;
  const type = shape.type === "string" ? "string" : "number";
  notInEnum(value, parent, key, type, enumText(shape));
}
