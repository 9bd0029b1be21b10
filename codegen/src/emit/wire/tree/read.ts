import type { List, MapShape, Member, NamedShape, Structure, Union } from "../../../ir/ir.js";
import { hasJsonForm } from "../../../ir/wire.js";
import { emptyValue, entry, propertyKey, setMember } from "../../code/access.js";
import { code, commas, lines, literal, nothing, type Code } from "../../code/code.js";
import type { FunctionDeclaration } from "../../code/declarations.js";
import { defaultValue, zeroValue } from "../../shapes/default-value.js";
import { integerBounds } from "../../code/integers.js";
import { splitBody, type Direction } from "../../../ir/message.js";
import { inParts } from "../../code/parts.js";
import { runtime } from "../../code/runtime.js";
import {
  aggregateOf,
  bodyFunction,
  functionReference,
  internal,
  valueReference,
} from "../../code/shape-references.js";
import { receivedType } from "../../shapes/types.js";
import type { TreeFormat } from "./tree-format.js";

/*
 * Readers convert a parsed body to values. Every reader has the parameters `json` and `here`;
 * the names are fixed so that the pieces below can refer to them.
 */

const readerParameters = [
  { name: "json", type: code`unknown` },
  { name: "here", type: code`${runtime("ReadPlace")}` },
];

/**
 * Returns the function that reads a shape from JSON. Enums have none: they are read as strings or
 * integers.
 */
export function readFunction(
  shape: Exclude<NamedShape, { kind: "enum" }>,
  format: TreeFormat,
): FunctionDeclaration {
  return {
    kind: "function",
    name: `read${shape.symbol}`,
    ...internal(shape),
    parameters: readerParameters,
    returnType: receivedType(shape),
    body: readBody(shape, format),
  };
}

function readBody(shape: Exclude<NamedShape, { kind: "enum" }>, format: TreeFormat): Code {
  switch (shape.kind) {
    case "structure":
      return readStructure(shape, format);
    case "union":
      return readUnion(shape, format);
    case "list":
      return readList(shape, format);
    case "map":
      return readMap(shape, format);
  }
}

/**
 * Returns the functions that read a structure or union: one that reads all members from one JSON
 * object, and if a message has only some of them in its body, one for these.
 */
export function readFunctions(shape: Structure | Union, format: TreeFormat): FunctionDeclaration[] {
  const body = shape.kind === "structure" ? splitBody(shape) : undefined;
  if (body === undefined || shape.kind !== "structure") return [readFunction(shape, format)];
  return [
    readFunction(shape, format),
    {
      kind: "function",
      name: `read${shape.symbol}Body`,
      ...internal(shape),
      parameters: [
        { name: "wire", type: code`Record<string, unknown>` },
        { name: "value", type: receivedType(shape) },
        { name: "here", type: code`${runtime("ReadPlace")}` },
      ],
      returnType: code`void`,
      body: readMembers(body, format),
    },
  ];
}

/** Returns a statement that reads the members of `wire` that are in the body of a message. */
export function readSplitBody(shape: Structure): Code {
  return code`${bodyFunction(shape, "read")}(wire, value, here);`;
}

function readStructure(shape: Structure, format: TreeFormat): Code {
  const type = receivedType(shape);
  const body = splitBody(shape);
  const rest = shape.members.filter((member) => body?.includes(member) !== true);
  if (!shape.members.some(hasJsonForm)) {
    return code`${objectReader(shape)}(json, here);\nreturn {}${shape.members.length === 0 ? nothing : code` as ${type}`};`;
  }
  return lines([
    code`const wire = ${objectReader(shape)}(json, here);`,
    emptyValue(shape.members, type),
    readMembers(rest, format),
    body === undefined ? nothing : readSplitBody(shape),
    code`return value;`,
  ]);
}

/** Checks the depth only for recursive shapes; the model limits the depth of others. */
function objectReader({ recursive }: NamedShape): Code {
  return code`${runtime(recursive ? "readNestedObject" : "readObject")}`;
}

/**
 * Returns statements that read members of `wire` into `value`.
 * @param direction the direction of the message, if it is known
 */
export function readMembers(
  members: readonly Member[],
  format: TreeFormat,
  direction?: Direction,
): Code {
  const statements = members.filter(hasJsonForm).map((member) => {
    const wire = entry(code`wire`, member.wireName);
    const value = readValue(member, code`item`, code`here`, literal(member.wireName), format);
    const assignment = setMember(code`value`, member.property, value);
    return code`if ((item = ${wire}) != null) ${assignment}${absence(member, direction)}`;
  });
  return statements.length === 0 ? nothing : lines([code`let item: unknown;`, inParts(statements)]);
}

/**
 * Returns the code for a missing member: servers set defaults, clients set values that the type
 * requires.
 * @param empty what an absent structure is read from
 */
export function absence(member: Member, direction?: Direction, empty: Code = code`{}`): Code {
  const value = defaultValue(member);
  if (value !== undefined) {
    const assignment = setMember(code`value`, member.property, value);
    if (member.clientDefault || direction === "request") return code` else ${assignment}`;
    return direction === "response" ? nothing : code` else if (here.context.strict) ${assignment}`;
  }
  if (!member.present || direction === "request") return nothing;
  const zero = zeroValue(member.target) ?? emptyStructure(member, empty);
  if (zero === undefined) return nothing;
  const assignment = setMember(code`value`, member.property, zero);
  return direction === "response"
    ? code` else ${assignment}`
    : code` else if (!here.context.strict) ${assignment}`;
}

/**
 * Returns the code for a map of headers or query parameters if the message has none. An empty map
 * and an absent one are the same on the wire: the member is read as an empty map if it is required
 * or has a default, and is absent otherwise.
 */
export function emptyMapIfNeeded(member: Member): Code {
  return member.required || member.defaultValue !== undefined
    ? code` else ${setMember(code`value`, member.property, code`{}`)}`
    : nothing;
}

function emptyStructure(member: Member, empty: Code): Code | undefined {
  if (member.target.kind !== "structure") return undefined;
  const place = code`${runtime("at")}(here, ${literal(member.wireName)})`;
  return code`${functionReference(member.target, "read")}(${empty}, ${place})`;
}

/** Returns an expression that reads a value at `key` below `here`. */
export function readValue(
  member: Member,
  wire: Code,
  here: Code,
  key: Code,
  format: TreeFormat,
): Code {
  const { target } = member;
  switch (target.kind) {
    case "string":
      return code`${runtime("readString")}(${wire}, ${here}, ${key})`;
    case "boolean":
      return code`${runtime("readBoolean")}(${wire}, ${here}, ${key})`;
    case "integer":
      return readInteger(integerBounds(target.type));
    case "enum":
      return target.type === "string"
        ? code`${runtime("readString")}(${wire}, ${here}, ${key})`
        : readInteger(integerBounds("integer"));
    case "float":
    case "bigDecimal":
    case "blob":
    case "document":
      return readLeaf(target.kind);
    case "bigInteger":
      return readLeaf(target.type === "long" ? "int64" : "bigInteger");
    case "timestamp":
      return readLeaf(member.timestampFormat ?? "epoch-seconds");
    case "list":
    case "map": {
      const plain = plainCollectionReader(target);
      if (plain !== undefined) return code`${plain}(${wire}, ${here}, ${key})`;
      const element = aggregateOf(target);
      if (element !== undefined) {
        const read = runtime(target.kind === "list" ? "readList" : "readMap");
        return code`${read}(${wire}, ${here}, ${key}, ${functionReference(element, "read")})`;
      }
      return code`${functionReference(target, "read")}(${wire}, ${runtime("at")}(${here}, ${key}))`;
    }
    case "structure":
    case "union":
      return code`${functionReference(target, "read")}(${wire}, ${runtime("at")}(${here}, ${key}))`;
  }

  function readLeaf(leaf: keyof TreeFormat["read"]): Code {
    return code`${runtime(format.read[leaf])}(${wire}, ${here}, ${key})`;
  }

  function readInteger([least, most]: readonly [Code, Code]): Code {
    return code`${runtime("readInteger")}(${wire}, ${here}, ${key}, ${commas([least, most])})`;
  }
}

/** Returns the runtime's reader for collections of strings. */
function plainCollectionReader(shape: List | MapShape): Code | undefined {
  if (shape.sparse) return undefined;
  const { target } = shape.kind === "list" ? shape.member : shape.value;
  if (target.kind !== "string" && !(target.kind === "enum" && target.type === "string"))
    return undefined;
  return shape.kind === "list"
    ? code`${runtime("readStringList")}`
    : code`${runtime("readStringMap")}`;
}

/** Returns whether a collection is read by the runtime. */
export function hasPlainReader(shape: List | MapShape): boolean {
  return plainCollectionReader(shape) !== undefined || aggregateOf(shape) !== undefined;
}

function readList(shape: List, format: TreeFormat): Code {
  const item = readValue(shape.member, code`item`, code`here`, code`index`, format);
  return code`const wire = ${runtime(shape.recursive ? "readNestedArray" : "readArray")}(json, here);
const items: ${receivedType(shape)} = [];
for (let index = 0; index < wire.length; index++) {
  const item = wire[index];
  ${shape.sparse ? code`items.push(item === null ? null : ${item});` : code`if (!${runtime("isSkipped")}(item, here)) items.push(${item});`}
}
return items;`;
}

function readMap(shape: MapShape, format: TreeFormat): Code {
  const item = readValue(shape.value, code`item`, code`here`, code`key`, format);
  const set = (value: Code): Code => code`${runtime("setEntry")}(map, key, ${value});`;
  return code`const wire = ${objectReader(shape)}(json, here);
const map: ${receivedType(shape)} = {};
for (const key of Object.keys(wire)) {
  const item = wire[key];
  ${shape.sparse ? set(code`item === null ? null : ${item}`) : code`if (!${runtime("isSkipped")}(item, here)) ${set(item)}`}
}
return map;`;
}

function readUnion(shape: Union, format: TreeFormat): Code {
  const names = commas(shape.members.map(({ wireName }) => literal(wireName)));
  const cases = shape.members.map((member) => {
    const wire = entry(code`wire`, member.wireName);
    const read = readValue(member, wire, code`here`, literal(member.wireName), format);
    // An error in an event stream is an instance of its class.
    const isError =
      shape.streaming && member.target.kind === "structure" && member.target.error !== undefined;
    const value = isError ? code`new ${valueReference(member.target)}(${read})` : read;
    return code`case ${literal(member.wireName)}:\n  return { ${propertyKey(member.property)}: ${value} };`;
  });
  return code`const wire = ${objectReader(shape)}(json, here);
const name = ${runtime("readUnionMember")}(wire, here, [${names}]);
switch (name) {
  ${lines(cases)}
  default:
    return { $unknown: [name, ${runtime("own")}(wire, name)] };
}`;
}
