import type {
  List,
  MapShape,
  Member,
  NamedShape,
  Shape,
  Structure,
  Union,
} from "../../../ir/ir.js";
import { hasJsonForm } from "../../../ir/wire.js";
import { member as memberOf, setEntry } from "../../code/access.js";
import { code, lines, literal, mentions, nothing, type Code } from "../../code/code.js";
import type { FunctionDeclaration } from "../../code/declarations.js";
import { defaultValue } from "../../shapes/default-value.js";
import { splitBody } from "../../../ir/message.js";
import { inParts } from "../../code/parts.js";
import { runtime } from "../../code/runtime.js";
import {
  aggregateOf,
  bodyFunction,
  functionReference,
  internal,
} from "../../code/shape-references.js";
import { receivedType, typeOf } from "../../shapes/types.js";
import type { Leaf, TreeFormat } from "./tree-format.js";

/** The context of code that writes values. */
export interface WriteScope {
  /** The side that writes; for `either`, the place has it at run time. */
  readonly side: "client" | "server" | "either";
  /** The place of the object whose members are written. */
  readonly here: Code;
  readonly format: TreeFormat;
}

/*
 * Writers convert values to JSON for the wire. Like readers, they have a parameter for the place of
 * the value, for errors. It includes the depth, so that a value that contains itself causes an
 * error and not a stack overflow.
 */

/** Returns the function that writes a shape as JSON. */
export function writeFunction(
  shape: Exclude<NamedShape, { kind: "enum" }>,
  format: TreeFormat,
): FunctionDeclaration {
  const body = writeBody(shape, format);
  return {
    kind: "function",
    name: `write${shape.symbol}`,
    ...internal(shape),
    parameters: [
      { name: mentions(body, "value") ? "value" : "_value", type: receivedType(shape) },
      { name: mentions(body, "here") ? "here" : "_here", type: code`${runtime("WritePlace")}` },
    ],
    returnType:
      shape.kind === "list"
        ? code`${runtime(format.valueType)}[]`
        : code`${runtime(format.objectType)}`,
    body,
  };
}

/** Returns the place of the root of a value. */
export function rootOf(side: "client" | "server"): Code {
  return code`${runtime(side === "client" ? "clientRoot" : "serverRoot")}`;
}

/** Returns the scope of the writers of an operation. */
export function messageScope(side: "client" | "server", format: TreeFormat): WriteScope {
  return { side, here: rootOf(side), format };
}

/** Returns the scope of the writer of a shape. */
export function scopeOf({ serverDefaults }: NamedShape, format: TreeFormat): WriteScope {
  return { side: serverDefaults ? "either" : "client", here: code`here`, format };
}

function writeBody(shape: Exclude<NamedShape, { kind: "enum" }>, format: TreeFormat): Code {
  switch (shape.kind) {
    case "structure":
      return writeStructure(shape, format);
    case "union":
      return writeUnion(shape, format);
    case "list":
      return writeList(shape, format);
    case "map":
      return writeMap(shape, format);
  }
}

/**
 * Returns the functions that write a structure or union: one that writes all members to one JSON
 * object, and if a message has only some of them in its body, one for these.
 */
export function writeFunctions(
  shape: Structure | Union,
  format: TreeFormat,
): FunctionDeclaration[] {
  const body = shape.kind === "structure" ? splitBody(shape) : undefined;
  if (body === undefined || shape.kind !== "structure") return [writeFunction(shape, format)];
  return [
    writeFunction(shape, format),
    {
      kind: "function",
      name: `write${shape.symbol}Body`,
      ...internal(shape),
      parameters: [
        { name: "value", type: receivedType(shape) },
        { name: "here", type: code`${runtime("WritePlace")}` },
      ],
      returnType: code`${runtime(format.objectType)}`,
      body: writeObject(shape, body, format),
    },
  ];
}

/** Returns an expression that writes the members that are in the body of a message. */
export function writeSplitBody(shape: Structure, here: Code): Code {
  return code`${bodyFunction(shape, "write")}(value, ${here})`;
}

function writeStructure(shape: Structure, format: TreeFormat): Code {
  const body = splitBody(shape);
  if (body === undefined) return writeObject(shape, shape.members, format);
  const rest = shape.members.filter((member) => !body.includes(member));
  return lines([
    code`const json = ${writeSplitBody(shape, code`here`)};`,
    writeMembers(rest, scopeOf(shape, format)),
    code`return json;`,
  ]);
}

function writeObject(shape: Structure, members: readonly Member[], format: TreeFormat): Code {
  if (!members.some(hasJsonForm)) return code`${expectObject(shape)}\nreturn {};`;
  return lines([
    expectObject(shape),
    code`const json: ${runtime(format.objectType)} = {};`,
    writeMembers(members, scopeOf(shape, format)),
    code`return json;`,
  ]);
}

/** Checks the depth only for recursive shapes; the model limits the depth of others. */
function expectObject({ recursive }: NamedShape): Code {
  return code`${runtime(recursive ? "expectNestedObject" : "expectObject")}(value, here);`;
}

/** Returns statements that write members of `value` into `json`. */
export function writeMembers(
  members: readonly Member[],
  scope: WriteScope,
  object: Code = code`value`,
): Code {
  return inParts(
    members.filter(hasJsonForm).map((member) => {
      const value = memberOf(object, member.property, typeOf(member.target));
      const set = (given: Code): Code =>
        setEntry(
          code`json`,
          member.wireName,
          writeValue(member, given, scope, literal(member.name)),
        );
      const standIn = defaultValue(member);
      if (standIn !== undefined && (member.clientDefault || scope.side === "server"))
        return set(code`(${value} ?? ${standIn})`);
      const otherwise =
        standIn !== undefined && scope.side === "either"
          ? code` else if (${scope.here}.context === "server") ${set(standIn)}`
          : nothing;
      return code`if (${value} != null) ${set(value)}${otherwise}`;
    }),
  );
}

/** Returns an expression that writes a value, at `key` below the place of the scope. */
export function writeValue(member: Member, value: Code, scope: WriteScope, key: Code): Code {
  const { target } = member;
  const place = code`${value}, ${scope.here}, ${key}`;
  switch (target.kind) {
    case "string":
    case "enum":
    case "boolean":
      return value;
    case "integer":
      return target.type === "long" ? writeLeaf("long") : value;
    case "float":
    case "bigDecimal":
    case "blob":
    case "document":
      return writeLeaf(target.kind);
    case "bigInteger":
      return writeLeaf(target.type === "long" ? "int64" : "bigInteger");
    case "timestamp":
      return writeLeaf(member.timestampFormat ?? "epoch-seconds");
    case "list":
    case "map": {
      const plain = plainCollectionWriter(target, scope.format);
      if (plain !== undefined) return code`${plain}(${place})`;
      const element = aggregateOf(target);
      if (element !== undefined) {
        const write = runtime(target.kind === "list" ? "writeList" : "writeMap");
        return code`${write}(${place}, ${functionReference(element, "write")})`;
      }
      return writeAggregate(target);
    }
    case "structure":
    case "union":
      return writeAggregate(target);
  }

  function writeLeaf(leaf: Leaf): Code {
    const write = scope.format.write[leaf];
    return write === undefined ? value : code`${runtime(write)}(${place})`;
  }

  function writeAggregate(shape: NamedShape): Code {
    const below = code`${runtime("at")}(${scope.here}, ${key})`;
    return code`${functionReference(shape, "write")}(${value}, ${below})`;
  }
}

/**
 * Returns the runtime's writer for collections whose elements are the same in memory and in JSON.
 */
function plainCollectionWriter(shape: List | MapShape, format: TreeFormat): Code | undefined {
  const { target } = shape.kind === "list" ? shape.member : shape.value;
  if (shape.sparse || !isSame(target, format)) return undefined;
  return shape.kind === "list" ? code`${runtime("plainList")}` : code`${runtime("plainMap")}`;
}

/** Returns whether a collection is written by the runtime. */
export function hasPlainWriter(shape: List | MapShape, format: TreeFormat): boolean {
  return plainCollectionWriter(shape, format) !== undefined || aggregateOf(shape) !== undefined;
}

/** Returns whether a value is the same in memory and in the tree. */
function isSame(shape: Shape, format: TreeFormat): boolean {
  if (shape.kind === "integer") return shape.type !== "long";
  if (shape.kind === "document") return format.write.document === undefined;
  return ["string", "enum", "boolean"].includes(shape.kind);
}

function writeList(shape: List, format: TreeFormat): Code {
  const item = writeValue(shape.member, code`item`, scopeOf(shape, format), code`index`);
  const push = shape.sparse
    ? code`json.push(item == null ? null : ${item});`
    : code`if (item != null) json.push(${item});`;
  const asArray = runtime(shape.recursive ? "asNestedArray" : "asArray");
  return code`const items = ${asArray}(value, here);
const json: ${runtime(format.valueType)}[] = [];
for (let index = 0; index < items.length; index++) {
  const item = items[index];
  ${push}
}
return json;`;
}

function writeMap(shape: MapShape, format: TreeFormat): Code {
  const item = writeValue(shape.value, code`item`, scopeOf(shape, format), code`key`);
  const set = shape.sparse
    ? code`${runtime("setEntry")}(json, key, item == null ? null : ${item});`
    : code`if (item != null) ${runtime("setEntry")}(json, key, ${item});`;
  return code`${expectObject(shape)}
const json: ${runtime(format.objectType)} = {};
for (const key of Object.keys(value)) {
  const item = value[key];
  ${set}
}
return json;`;
}

function writeUnion(shape: Union, format: TreeFormat): Code {
  const members = shape.members.map((member) => {
    const value = memberOf(code`value`, member.property, typeOf(member.target));
    const written = writeValue(member, value, scopeOf(shape, format), literal(member.name));
    return code`if (${value} != null) ${setEntry(code`json`, member.wireName, written)}`;
  });
  return lines([
    expectObject(shape),
    code`const json: ${runtime(format.objectType)} = {};`,
    inParts(members),
    code`if (value.$unknown !== undefined) ${runtime("writeUnknownMember")}(json, value.$unknown, here);`,
    code`return ${runtime("expectOneMember")}(json, here);`,
  ]);
}
