import type {
  Bounds,
  Enum,
  List,
  MapShape,
  Member,
  NamedShape,
  Pattern,
  Structure,
  Union,
} from "../ir/ir.js";
import { membersOf } from "../ir/members.js";
import { enumText, hasJsonForm } from "../ir/wire.js";
import { entry, propertyKey } from "./access.js";
import { boundsOf, checkTexts, hasKeyRule, isTextCollection } from "./check-texts.js";
import { code, commas, lines, literal, nothing, regExpLiteral, type Code } from "./code.js";
import type { ConstDeclaration, FunctionDeclaration } from "./declarations.js";
import { integerBounds } from "./integers.js";
import { inParts } from "./parts.js";
import { runtime } from "./runtime.js";
import { functionReference } from "./shape-references.js";

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
    docs: "@internal",
    exported: true,
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

/** Returns constants for the patterns of a shape, so that each is compiled once. */
export function patternConstants(shape: NamedShape): ConstDeclaration[] {
  return membersOf(shape)
    .filter((member) => hasPattern(member))
    .map((member) => ({
      kind: "const",
      name: patternName(member),
      docs: "",
      exported: false,
      type: isLinear(member) ? code`${runtime("LinearPattern")}` : undefined,
      value: patternValue(member.constraints.pattern),
    }));
}

function patternValue(pattern: Pattern | undefined): Code {
  const regExp = pattern?.regExp === undefined ? nothing : regExpLiteral(pattern.regExp);
  if (pattern?.linear === undefined) return regExp;
  const parts = [
    ...(regExp.isEmpty
      ? []
      : [code`regExp: ${regExp}`, code`limit: ${literal(pattern.limit ?? 0)}`]),
    code`linear: ${literal(pattern.linear)}`,
  ];
  return code`{ ${commas(parts)} }`;
}

/** Returns whether long texts are tested by another engine than that of JavaScript. */
function isLinear({ constraints }: Member): boolean {
  return constraints.pattern?.linear !== undefined;
}

/** Returns constants for the advice on members of a structure. */
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
  const { pattern } = member.constraints;
  if (member.target.kind !== "string" || pattern === undefined) return false;
  return pattern.regExp !== undefined || pattern.linear !== undefined;
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
  return lines([
    code`if (${isNot(shape, "checkObject")}) return;`,
    inParts(shape.members.map(checkMember), {
      name: code`value`,
      type: code`Record<string, unknown>`,
    }),
    hasAdvice(shape)
      ? code`if (here.context.options !== undefined) ${constant(onRequestName(shape))}(value, here);`
      : checkUnknownMembers(shape),
  ]);
}

function checkUnknownMembers(shape: Structure): Code {
  if (shape.error !== undefined) return nothing;
  const names = commas(shape.members.map(({ property }) => literal(property)));
  return code`if (here.context.options?.unknownMembers === "report") ${runtime("checkUnknownMembers")}(value, here, [${names}]);`;
}

function hasAdvice({ members }: Structure): boolean {
  return members.some(({ advice }) => advice !== undefined);
}

function onRequestName({ symbol }: NamedShape): string {
  return `checkOnRequest${symbol}`;
}

/**
 * Returns the function for checks that are optional. It is separate if there is advice, so that
 * engines can inline the function for the other checks.
 */
export function onRequestFunction(shape: NamedShape): FunctionDeclaration[] {
  if (shape.kind !== "structure" || !hasAdvice(shape)) return [];
  const advised = shape.members.flatMap((member) => {
    if (member.advice === undefined) return [];
    const value = entry(code`value`, member.property);
    const advice = constant(adviceName(member));
    return code`${runtime("checkAdvice")}(${value}, here, ${literal(member.property)}, ${advice});`;
  });
  return [
    {
      kind: "function",
      name: onRequestName(shape),
      docs: "",
      exported: false,
      parameters: [
        { name: "value", type: code`Record<string, unknown>` },
        { name: "here", type: code`${runtime("CheckPlace")}` },
      ],
      returnType: code`void`,
      body: lines([
        code`if (here.context.options?.advice === true) {\n${inParts(advised)}\n}`,
        checkUnknownMembers(shape),
      ]),
    },
  ];
}

/** Checks the depth only for recursive shapes; the model limits the depth of others. */
function isNot({ recursive }: NamedShape, check: "checkArray" | "checkObject"): Code {
  const tooDeep = recursive ? code`${runtime("isTooDeep")}(here) || ` : nothing;
  return code`${tooDeep}!${runtime(check)}(value, here)`;
}

function checkMember(member: Member): Code {
  const value = entry(code`value`, member.property);
  const key = literal(member.property);
  return lines([checkPresence(member, value, key), checkValue(member, value, code`here`, key)]);
}

function checkPresence(member: Member, value: Code, key: Code): Code {
  const check = code`${runtime("checkPresent")}(${value}, here, ${key});`;
  if (!member.required || (hasJsonForm(member) && member.idempotencyToken)) return nothing;
  return hasJsonForm(member) ? check : code`if (!here.context.isJson) ${check}`;
}

/** Returns statements that check a value at `key` below `parent`, if there is one. */
function checkValue(member: Member, value: Code, parent: Code, key: Code): Code {
  const { target, constraints, sensitive } = member;
  const start = code`${value}, ${parent}, ${key}`;
  const within = (bounds: Bounds<number | bigint> | undefined): Code[] =>
    boundsOf(bounds, sensitive);
  switch (target.kind) {
    case "string":
      return checkString(member, value, start);
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
        isTextCollection(target)
          ? code`${functionReference(target, "check")}(${start});`
          : checkAggregate(target, value, parent, key),
      ]);
    }
    case "union":
      return target.streaming ? nothing : checkAggregate(target, value, parent, key);
    case "structure":
      return checkAggregate(target, value, parent, key);
  }
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

function checkString(member: Member, value: Code, start: Code): Code {
  const { length, pattern } = member.constraints;
  const text =
    length === undefined
      ? code`${runtime("checkString")}(${start})`
      : code`${runtime("checkText")}(${commas([start, ...boundsOf(length, member.sensitive)])})`;
  if (pattern === undefined) return code`${text};`;
  const match = code`${runtime("checkPattern")}(${commas([start, ...testedPattern(member, pattern, value)])});`;
  // The length is checked first, so that long texts are not matched against the pattern.
  return length === undefined ? lines([code`${text};`, match]) : code`if (${text}) ${match}`;
}

/**
 * Returns the arguments of `checkPattern`: the pattern, its source, and its limit if there is one.
 */
function testedPattern(member: Member, pattern: Pattern, value: Code): Code[] {
  const source = literal(pattern.source);
  if (!hasPattern(member)) return [code`undefined`, source];
  const name = constant(patternName(member));
  if (isLinear(member)) return [code`${runtime("choosePattern")}(${name}, ${value})`, source];
  return [name, source, ...(pattern.limit === undefined ? [] : [literal(pattern.limit)])];
}

/** Returns a reference to a constant of the same module. */
function constant(name: string): Code {
  return code`${{ name, module: "", typeOnly: false }}`;
}

/** Returns statements that check an element of a collection at `key` below `here`. */
function checkElement(element: Member, sparse: boolean, key: Code): Code {
  if (element.target.kind === "document" && !sparse) {
    // Null is a valid document, but JSON cannot represent undefined.
    return code`${runtime("checkDocument")}(item, here, ${key});`;
  }
  return lines([
    sparse ? nothing : code`${runtime("checkPresent")}(item, here, ${key});`,
    checkValue(element, code`item`, code`here`, key),
  ]);
}

function checkList(shape: List): Code {
  return code`if (${isNot(shape, "checkArray")}) return;
for (let index = 0; index < value.length; index++) {
  const item = value[index];
  ${checkElement(shape.member, shape.sparse, code`index`)}
}
${shape.uniqueItems ? code`${runtime("checkUniqueItems")}(value, here);` : nothing}`;
}

function checkMap(shape: MapShape): Code {
  // An invalid key is reported at the map, since a path cannot refer to a key.
  const checkKey = hasKeyRule(shape)
    ? checkValue(shape.key, code`key`, code`(here.parent ?? here)`, code`here.key`)
    : nothing;
  return code`if (${isNot(shape, "checkObject")}) return;
for (const key of Object.keys(value)) {
${lines([
  code`const item = value[key];`,
  checkKey,
  checkElement(shape.value, shape.sparse, code`key`),
])}
}`;
}

function checkUnion(shape: Union): Code {
  const names = commas(shape.members.map(({ property }) => literal(property)));
  const cases = shape.members.map(
    (member) => code`case ${literal(member.property)}:
${checkValue(member, entry(code`value`, member.property), code`here`, literal(member.property))}
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
