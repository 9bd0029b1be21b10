import type {
  Bounds,
  Enum,
  List,
  MapShape,
  Member,
  NamedShape,
  Structure,
  Union,
} from "../ir/ir.js";
import { membersOf } from "../ir/members.js";
import { enumText, hasJsonForm } from "../ir/wire.js";
import { entry, propertyKey } from "./access.js";
import { checkTexts, hasKeyRule, isTextCollection } from "./check-texts.js";
import { code, commas, lines, literal, nothing, regExpLiteral, type Code } from "./code.js";
import type { ConstDeclaration, FunctionDeclaration } from "./declarations.js";
import { integerBounds } from "./integers.js";
import { runtime } from "./runtime.js";
import { functionReference } from "./shape-references.js";

/*
 * Checks find everything that is wrong with a value in memory. Those of aggregates have the
 * parameters `value` and `here`; those of leaves are told their parent's place and their keys.
 */

/** The function that checks a shape's values. */
export function checkFunction(shape: NamedShape): FunctionDeclaration {
  const base = {
    kind: "function",
    name: `check${shape.symbol}`,
    docs: "@internal",
    exported: true,
  } as const;
  const value = { name: "value", type: code`unknown` };
  const here = { name: "here", type: code`${runtime("CheckPlace")}` };
  const key = code`${runtime("Key")}`;
  const keys = [
    { name: "key", type: key },
    { name: "member", type: key },
  ];
  if (shape.kind === "enum" || isCheckedAsLeaf(shape)) {
    return {
      ...base,
      parameters: [value, here, ...keys],
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

/** The patterns that a shape's check tests, each compiled once. */
export function patternConstants(shape: NamedShape): ConstDeclaration[] {
  return membersOf(shape)
    .filter((member) => hasPattern(member))
    .map((member) => ({
      kind: "const",
      name: patternName(member),
      docs: "",
      exported: false,
      type: undefined,
      value:
        member.constraints.pattern?.regExp === undefined
          ? nothing
          : regExpLiteral(member.constraints.pattern.regExp),
    }));
}

/** What is advised of a structure's members, each a constant. */
export function adviceConstants(shape: NamedShape): ConstDeclaration[] {
  return membersOf(shape).flatMap((member) => {
    const { advice } = member;
    if (advice === undefined) return [];
    const forms = (["text", "keys", "values"] as const).flatMap((name) => {
      const form = advice[name];
      if (form?.pattern.regExp === undefined) return [];
      const pattern = regExpLiteral(form.pattern.regExp);
      return [
        code`${propertyKey(name)}: { pattern: ${pattern}, expected: ${literal(form.expected)} },`,
      ];
    });
    const distinct = advice.distinctKeys ? code`distinctKeys: true,` : nothing;
    return [
      {
        kind: "const",
        name: adviceName(member),
        docs: "",
        exported: false,
        type: code`${runtime("Advice")}`,
        value: code`{ ${lines([...forms, distinct])} }`,
      },
    ];
  });
}

function adviceName(member: Member): string {
  return `${member.name}Advice`;
}

function hasPattern(member: Member): boolean {
  return member.target.kind === "string" && member.constraints.pattern?.regExp !== undefined;
}

function patternName(member: Member): string {
  return `${member.name}Pattern`;
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
  const names = commas(shape.members.map(({ property }) => literal(property)));
  return lines([
    code`if (${isNot(shape, "checkObject")}) return;`,
    ...shape.members.map(checkMember),
    shape.error === undefined
      ? code`if (here.context.reportUnknown) ${runtime("checkUnknownMembers")}(value, here, [${names}]);`
      : nothing,
  ]);
}

/** How deep values nest is counted where a shape refers to itself; elsewhere the model sets a bound. */
function isNot({ recursive }: NamedShape, check: "checkArray" | "checkObject"): Code {
  const tooDeep = recursive ? code`${runtime("isTooDeep")}(here) || ` : nothing;
  return code`${tooDeep}!${runtime(check)}(value, here)`;
}

function checkMember(member: Member): Code {
  if (member.advice === undefined) return checkConstraints(member);
  const value = entry(code`value`, member.property);
  const advice = patternReference(adviceName(member));
  return lines([
    checkConstraints(member),
    code`if (here.context.advice) ${runtime("checkAdvice")}(${value}, here, ${keysOf(member)}, ${advice});`,
  ]);
}

function checkConstraints(member: Member): Code {
  const value = entry(code`value`, member.property);
  const keys = keysOf(member);
  const check = checkValue(member, value, code`here`, keys);
  if (member.required && !hasJsonForm(member)) {
    return code`if (${value} == null && !here.context.isJson) ${runtime("missing")}(here, ${keys});`;
  }
  if (member.required && !member.idempotencyToken) {
    return code`if (${value} == null) ${runtime("missing")}(here, ${keys});
else ${check}`;
  }
  return code`if (${value} != null) ${check}`;
}

/** A member's keys: its wire name and its model name. */
function keysOf(member: Member): Code {
  return commas([literal(member.wireName), literal(member.name)]);
}

/** Statements that check a value; `keys` are its keys below `parent`. */
function checkValue(member: Member, value: Code, parent: Code, keys: Code): Code {
  const { target, constraints, sensitive } = member;
  const start = code`${value}, ${parent}, ${keys}`;
  switch (target.kind) {
    case "string":
      return checkString(member, value, parent, keys);
    case "enum":
      return code`${functionReference(target, "check")}(${start});`;
    case "boolean":
      return code`${runtime("checkBoolean")}(${start});`;
    case "integer":
      return code`${runtime("checkInteger")}(${start}, ${commas([...integerBounds(target.type), ...range(constraints.range, sensitive)])});`;
    case "float":
      return code`${runtime("checkFloat")}(${commas([start, ...range(constraints.range, sensitive)])});`;
    case "bigInteger":
      return code`${runtime("checkBigInteger")}(${commas([start, ...range(constraints.range, sensitive)])});`;
    case "bigDecimal":
      return code`${runtime("checkBigDecimal")}(${commas([start, ...range(constraints.range, sensitive)])});`;
    case "timestamp":
      return code`${runtime("checkTimestamp")}(${start});`;
    case "document":
      return code`${runtime("checkDocument")}(${start});`;
    case "blob":
      if (target.streaming) return nothing;
      return code`${runtime("checkBlob")}(${commas([start, ...lengthBounds(constraints.length, sensitive)])});`;
    case "list":
    case "map": {
      const place = code`${runtime("at")}(${parent}, ${keys})`;
      const { length } = constraints;
      const checkItems = isTextCollection(target)
        ? code`${functionReference(target, "check")}(${start});`
        : code`${functionReference(target, "check")}(${value}, ${place});`;
      if (length === undefined) return checkItems;
      const checkSize = runtime(target.kind === "list" ? "checkListSize" : "checkMapSize");
      const bounds = lengthBounds(length, sensitive);
      return code`{
${checkSize}(${commas([code`${value}, ${place}`, ...bounds])});
${checkItems}
}`;
    }
    case "union":
      if (target.streaming) return nothing;
      return code`${functionReference(target, "check")}(${value}, ${runtime("at")}(${parent}, ${keys}));`;
    case "structure":
      return code`${functionReference(target, "check")}(${value}, ${runtime("at")}(${parent}, ${keys}));`;
  }
}

function checkString(member: Member, value: Code, parent: Code, keys: Code): Code {
  const { length, pattern } = member.constraints;
  const start = code`${value}, ${parent}, ${keys}`;
  const text =
    length === undefined
      ? code`${runtime("checkString")}(${start})`
      : code`${runtime("checkText")}(${commas([start, ...lengthBounds(length, member.sensitive)])})`;
  if (pattern === undefined) return code`${text};`;
  const match = code`${runtime("checkPattern")}(${start}, ${pattern.regExp === undefined ? code`undefined` : identifierOf(member)}, ${literal(pattern.source)});`;
  // The length goes first: what is too long is not handed to a pattern.
  return length === undefined ? code`{\n${text};\n${match}\n}` : code`{\nif (${text}) ${match}\n}`;
}

function identifierOf(member: Member): Code {
  return patternReference(patternName(member));
}

function patternReference(name: string): Code {
  return code`${{ name, module: "", typeOnly: false }}`;
}

function lengthBounds(length: Bounds<number> | undefined, sensitive: boolean): Code[] {
  if (length === undefined) return [];
  return [
    literal(length.min ?? -Infinity),
    literal(length.max ?? Infinity),
    ...(sensitive ? [literal(true)] : []),
  ];
}

function range(bounds: Bounds<number> | undefined, sensitive: boolean): Code[] {
  return lengthBounds(bounds, sensitive);
}

function checkList(shape: List): Code {
  const check = checkValue(shape.member, code`item`, code`here`, code`index, index`);
  return code`if (${isNot(shape, "checkArray")}) return;
for (let index = 0; index < value.length; index++) {
${lines([
  code`const item = value[index];`,
  shape.sparse ? code`if (item == null) continue;` : nothing,
  check,
])}
}
${shape.uniqueItems ? code`${runtime("checkUniqueItems")}(value, here);` : nothing}`;
}

function checkMap(shape: MapShape): Code {
  const { key, value } = shape;
  // A key that breaks a rule is reported at the map, since it is no value that a path leads to.
  const checkKey = hasKeyRule(shape)
    ? checkValue(key, code`key`, code`(here.parent ?? here)`, code`here.key, here.member`)
    : nothing;
  return code`if (${isNot(shape, "checkObject")}) return;
for (const key of Object.keys(value)) {
${lines([
  code`const item = value[key];`,
  checkKey,
  shape.sparse ? code`if (item == null) continue;` : nothing,
  checkValue(value, code`item`, code`here`, code`key, key`),
])}
}`;
}

function checkUnion(shape: Union): Code {
  const names = commas(shape.members.map(({ property }) => literal(property)));
  const cases = shape.members.map(
    (member) => code`case ${literal(member.property)}:
${checkValue(member, entry(code`value`, member.property), code`here`, keysOf(member))}
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
    return;
  default:
    ${runtime("notInEnum")}(value, ${runtime("at")}(here, key, member), ${type}, ${literal(enumText(shape))});
}`;
}
