import type {
  Bounds,
  Enum,
  List,
  MapShape,
  Member,
  NamedShape,
  Structure,
  Union,
} from "../../ir/ir.js";
import { enumText, hasJsonForm } from "../../ir/wire.js";
import { entry, propertyKey } from "../code/access.js";
import { adviceReference } from "../shapes/advice.js";
import { boundsOf, checkTexts, hasKeyRule, isTextCollection } from "./check-texts.js";
import { code, commas, lines, literal, nothing, type Code } from "../code/code.js";
import type { FunctionDeclaration } from "../code/declarations.js";
import { integerBounds } from "../code/integers.js";
import { testedPattern } from "./patterns.js";
import { inParts } from "../code/parts.js";
import { runtime } from "../code/runtime.js";
import { aggregateOf, functionReference, internal } from "../code/shape-references.js";

/*
 * Checks report all issues of a value in memory. The parameters of checks of aggregates are `value`
 * and `here`, the place of the value. Those of leaves are the value, the parent's place and the
 * key; they ignore missing values.
 */

/** Returns the function that checks values of a shape. */
export function checkFunction(shape: NamedShape): FunctionDeclaration {
  const base = {
    kind: "function",
    name: `check${shape.symbol}`,
    ...internal(shape),
  } as const;
  const value = { name: "value", type: code`unknown` };
  const here = { name: "here", type: code`${runtime("CheckPlace")}` };
  const key = { name: "key", type: code`${runtime("Key")}` };
  if (shape.kind === "enum" || isCheckedAsLeaf(shape)) {
    return {
      ...base,
      parameters: [value, here, key],
      returnType: code`void`,
      body: shape.kind === "enum" ? checkEnum(shape) : checkTexts(shape),
    };
  }
  return {
    ...base,
    parameters: [value, here],
    returnType: code`void`,
    body: checkBody(shape),
  };
}

function isCheckedAsLeaf(shape: NamedShape): shape is List | MapShape {
  return (shape.kind === "list" || shape.kind === "map") && isTextCollection(shape);
}

function checkBody(shape: Exclude<NamedShape, Enum>): Code {
  switch (shape.kind) {
    case "structure":
      return checkStructure(shape);
    case "union":
      return checkUnion(shape);
    case "list":
      return checkList(shape);
    case "map":
      return checkMap(shape);
  }
}

function checkStructure(shape: Structure): Code {
  return lines([
    code`if (${isNot(shape, "checkObject")}) return;`,
    inParts(
      shape.members.map((member) => checkMember(shape, member)),
      { name: code`value`, type: code`Record<string, unknown>` },
    ),
    checkOnRequest(shape),
  ]);
}

/**
 * Checks rules that are optional: advice, and that there are no unknown members, which errors may
 * have. The table of the shape is not used, as it would add a sixth to bundles that validate.
 */
function checkOnRequest(shape: Structure): Code {
  const advised = shape.members.filter(({ advice }) => advice !== undefined);
  const entries = advised.map(
    (member) => code`${propertyKey(member.property)}: ${adviceReference(shape, member)}`,
  );
  const names = literal(shape.members.map(({ property }) => property).join(" "));
  const checks = [
    ...(advised.length === 0
      ? []
      : [code`${runtime("checkAdvisedMembers")}(value, here, { ${commas(entries)} });`]),
    ...(shape.error === undefined
      ? [code`${runtime("checkUnknownMembers")}(value, here, ${names});`]
      : []),
  ];
  if (checks.length === 0) return nothing;
  const body = checks.length === 1 ? lines(checks) : code`{\n${lines(checks)}\n}`;
  return code`if (here.context.options !== undefined) ${body}`;
}

/** Checks the depth only for recursive shapes; the model limits the depth of others. */
function isNot({ recursive }: NamedShape, check: "checkArray" | "checkObject"): Code {
  const tooDeep = recursive ? code`${runtime("isTooDeep")}(here) || ` : nothing;
  return code`${tooDeep}!${runtime(check)}(value, here)`;
}

function checkMember(shape: Structure, member: Member): Code {
  const value = entry(code`value`, member.property);
  const key = literal(member.property);
  if (isRequiredText(member)) return code`${runtime("requireString")}(${value}, here, ${key});`;
  return lines([
    checkPresence(member, value, key),
    checkValue(shape, member, value, code`here`, key),
  ]);
}

/** Returns whether one check of the runtime does both: presence and type. */
function isRequiredText({ required, idempotencyToken, target, constraints }: Member): boolean {
  const { length, pattern } = constraints;
  const isBounded = length !== undefined || pattern !== undefined;
  return required && !idempotencyToken && target.kind === "string" && !isBounded;
}

function checkPresence(member: Member, value: Code, key: Code): Code {
  const check = code`${runtime("checkPresent")}(${value}, here, ${key});`;
  if (!member.required || (hasJsonForm(member) && member.idempotencyToken)) return nothing;
  return hasJsonForm(member) ? check : code`if (!here.context.isJson) ${check}`;
}

/** Returns statements that check a value at `key` below `parent`, if there is one. */
function checkValue(shape: NamedShape, member: Member, value: Code, parent: Code, key: Code): Code {
  const { target, constraints, sensitive } = member;
  const start = code`${value}, ${parent}, ${key}`;
  const within = (bounds: Bounds<number | bigint> | undefined): Code[] =>
    boundsOf(bounds, sensitive);
  switch (target.kind) {
    case "string":
      return checkString(shape, member, value, start);
    case "enum":
      return code`${functionReference(target, "check")}(${start});`;
    case "boolean":
      return code`${runtime("checkBoolean")}(${start});`;
    case "integer":
      return code`${runtime("checkInteger")}(${commas([start, ...integerBounds(target.type), ...within(constraints.range)])});`;
    case "float":
      return code`${runtime("checkFloat")}(${commas([start, ...within(constraints.range)])});`;
    case "bigInteger":
      return code`${runtime(target.type === "long" ? "checkInt64" : "checkBigInteger")}(${commas([start, ...within(constraints.range)])});`;
    case "bigDecimal":
      return code`${runtime("checkBigDecimal")}(${commas([start, ...within(constraints.range)])});`;
    case "timestamp":
      return code`${runtime("checkTimestamp")}(${start});`;
    case "document":
      return code`if (${value} != null) ${runtime("checkDocument")}(${start});`;
    case "blob":
      if (target.streaming) return nothing;
      return code`${runtime("checkBlob")}(${commas([start, ...within(constraints.length)])});`;
    case "list":
    case "map": {
      const checkSize = runtime(target.kind === "list" ? "checkListSize" : "checkMapSize");
      return lines([
        constraints.length === undefined
          ? nothing
          : code`${checkSize}(${commas([start, ...within(constraints.length)])});`,
        checkCollection(target, value, parent, key),
      ]);
    }
    case "union":
      return target.streaming ? nothing : checkAggregate(target, value, parent, key);
    case "structure":
      return checkAggregate(target, value, parent, key);
  }
}

function checkCollection(target: List | MapShape, value: Code, parent: Code, key: Code): Code {
  const start = code`${value}, ${parent}, ${key}`;
  if (isTextCollection(target)) return code`${functionReference(target, "check")}(${start});`;
  const element = commonElement(target);
  if (element === undefined) return checkAggregate(target, value, parent, key);
  const check = runtime(target.kind === "list" ? "checkList" : "checkMap");
  return code`${check}(${start}, ${functionReference(element, "check")});`;
}

/** Returns the element of a collection that the runtime checks. */
function commonElement(shape: List | MapShape): NamedShape | undefined {
  const hasRule = shape.kind === "list" ? shape.uniqueItems : hasKeyRule(shape);
  return hasRule ? undefined : aggregateOf(shape);
}

/** Returns whether a collection is checked by the runtime, with the check of its element. */
export function hasCommonCheck(shape: List | MapShape): boolean {
  return commonElement(shape) !== undefined;
}

/** Creates a place only if there is a value. */
function checkAggregate(
  target: Exclude<NamedShape, Enum>,
  value: Code,
  parent: Code,
  key: Code,
): Code {
  return code`if (${value} != null) ${functionReference(target, "check")}(${value}, ${runtime("at")}(${parent}, ${key}));`;
}

function checkString(shape: NamedShape, member: Member, value: Code, start: Code): Code {
  const { length, pattern } = member.constraints;
  const text =
    length === undefined
      ? code`${runtime("checkString")}(${start})`
      : code`${runtime("checkText")}(${commas([start, ...boundsOf(length, member.sensitive)])})`;
  if (pattern === undefined) return code`${text};`;
  const match = code`${runtime("checkPattern")}(${commas([start, ...testedPattern(shape, member, pattern, value)])});`;
  // The length is checked first, so that long texts are not matched against the pattern.
  return length === undefined ? lines([code`${text};`, match]) : code`if (${text}) ${match}`;
}

/** Returns statements that check an element of a collection at `key` below `here`. */
function checkElement(shape: List | MapShape, key: Code): Code {
  const { sparse } = shape;
  const element = shape.kind === "list" ? shape.member : shape.value;
  if (element.target.kind === "document" && !sparse) {
    // Null is a valid document, but JSON cannot represent undefined.
    return code`${runtime("checkDocument")}(item, here, ${key});`;
  }
  return lines([
    sparse ? nothing : code`${runtime("checkPresent")}(item, here, ${key});`,
    checkValue(shape, element, code`item`, code`here`, key),
  ]);
}

function checkList(shape: List): Code {
  return code`if (${isNot(shape, "checkArray")}) return;
for (let index = 0; index < value.length; index++) {
  const item = value[index];
  ${checkElement(shape, code`index`)}
}
${shape.uniqueItems ? code`${runtime("checkUniqueItems")}(value, here);` : nothing}`;
}

function checkMap(shape: MapShape): Code {
  // An invalid key is reported at the map, since a path cannot refer to a key.
  const checkKey = hasKeyRule(shape)
    ? checkValue(shape, shape.key, code`key`, code`(here.parent ?? here)`, code`here.key`)
    : nothing;
  return code`if (${isNot(shape, "checkObject")}) return;
for (const key of Object.keys(value)) {
${lines([code`const item = value[key];`, checkKey, checkElement(shape, code`key`)])}
}`;
}

function checkUnion(shape: Union): Code {
  const names = commas(shape.members.map(({ property }) => literal(property)));
  const cases = shape.members.map(
    (member) => code`case ${literal(member.property)}:
${checkValue(shape, member, entry(code`value`, member.property), code`here`, literal(member.property))}
break;`,
  );
  return code`if (${isNot(shape, "checkObject")}) return;
switch (${runtime("checkUnion")}(value, here, [${names}])) {
  ${lines(cases)}
}`;
}

function checkEnum(shape: Enum): Code {
  const cases = lines(shape.values.map(({ value }) => code`case ${literal(value)}:`));
  const type = literal(shape.type === "string" ? "string" : "number");
  return code`switch (value) {
  ${cases}
  case undefined:
  case null:
    return;
  default:
    ${runtime("notInEnum")}(value, here, key, ${type}, ${literal(enumText(shape))});
}`;
}
