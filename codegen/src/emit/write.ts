import type { List, MapShape, Member, NamedShape, Shape, Structure, Union } from "../ir/ir.js";
import { hasJsonForm } from "../ir/wire.js";
import { member as memberOf, setEntry } from "./access.js";
import { code, lines, literal, nothing, type Code } from "./code.js";
import type { FunctionDeclaration, Parameter } from "./declarations.js";
import { defaultValue } from "./default-value.js";
import { inParts } from "./parts.js";
import { runtime } from "./runtime.js";
import { writerReference } from "./shape-references.js";
import { receivedType, typeOf } from "./types.js";

/** Who writes: where that is open, a variable `side` tells it. */
type Side = "client" | "server" | "either";

/** What code that writes values is part of. */
export interface WriteScope {
  readonly side: Side;
  /** Whether it is a writer that counts how deep it is. */
  readonly recursive: boolean;
}

/*
 * Writers turn values into wire JSON. Where a shape may nest without an end, its writer counts how
 * deep it is, so that a value that contains itself is an error and no overflow of the stack.
 */

/** The function that writes a shape's JSON. */
export function writeFunction(
  shape: Exclude<NamedShape, { kind: "enum" }>,
  body: Code = writeBody(shape),
): FunctionDeclaration {
  const isPublic = shape.kind === "structure" || shape.kind === "union";
  const isEmpty = shape.kind === "structure" && !shape.members.some(hasJsonForm);
  return {
    kind: "function",
    name: `${isPublic ? "serialize" : "write"}${shape.symbol}`,
    docs: isPublic
      ? `Writes the JSON form of {@link ${shape.symbol}}; absent members are left out.${shape.serverDefaults ? " A server writes the defaults that a client leaves to it." : ""}`
      : "@internal",
    exported: true,
    parameters: [
      { name: isEmpty ? "_value" : "value", type: receivedType(shape) },
      ...sideParameter(shape),
      ...(shape.recursive ? [{ name: "depth", type: code`number`, initializer: code`0` }] : []),
    ],
    returnType:
      shape.kind === "list" ? code`${runtime("JsonValue")}[]` : code`${runtime("JsonObject")}`,
    body,
  };
}

/** The function that writes a structure's JSON by the writer of another that is like it. */
export function lentWriteFunction(shape: Structure): FunctionDeclaration {
  const lent = writerArguments(shape, scopeOf(shape), code`depth`);
  return writeFunction(shape, code`return ${writerReference(shape)}(value${lent});`);
}

/** The parameter by which the writer of a shape is told who writes, where that makes a difference. */
export function sideParameter({ serverDefaults }: NamedShape): Parameter[] {
  return serverDefaults
    ? [{ name: "side", type: code`"client" | "server"`, initializer: literal("client") }]
    : [];
}

/** The scope of a shape's own writer. */
export function scopeOf({ recursive, serverDefaults }: NamedShape): WriteScope {
  return { side: serverDefaults ? "either" : "client", recursive };
}

function writeBody(shape: Exclude<NamedShape, { kind: "enum" }>): Code {
  switch (shape.kind) {
    case "structure":
      return writeStructure(shape);
    case "union":
      return writeUnion(shape);
    case "list":
      return writeList(shape);
    case "map":
      return writeMap(shape);
  }
}

function writeStructure(shape: Structure): Code {
  if (!shape.members.some(hasJsonForm)) return code`return {};`;
  return lines([
    code`${runtime("expectObject")}(value);`,
    code`const json: ${runtime("JsonObject")} = {};`,
    writeMembers(shape.members, scopeOf(shape)),
    code`return json;`,
  ]);
}

/** Statements that write members of `value` into `json`. */
export function writeMembers(
  members: readonly Member[],
  scope: WriteScope,
  object: Code = code`value`,
): Code {
  return inParts(
    members.filter(hasJsonForm).map((member) => {
      const value = memberOf(object, member.property, typeOf(member.target));
      const set = (given: Code): Code =>
        setEntry(code`json`, member.wireName, writeValue(member, given, scope));
      const standIn = defaultValue(member);
      if (standIn !== undefined && (member.clientDefault || scope.side === "server"))
        return set(code`(${value} ?? ${standIn})`);
      const otherwise =
        standIn !== undefined && scope.side === "either"
          ? code` else if (side === "server") ${set(standIn)}`
          : nothing;
      return code`if (${value} != null) ${set(value)}${otherwise}`;
    }),
  );
}

/** An expression that writes a value that is there. */
export function writeValue(member: Member, value: Code, scope: WriteScope): Code {
  const { target } = member;
  switch (target.kind) {
    case "string":
    case "enum":
    case "boolean":
    case "document":
      return value;
    case "integer":
      return target.type === "long"
        ? code`${runtime("writeLong")}(${value}, ${literal(member.name)})`
        : value;
    case "float":
      return code`${runtime("writeFloat")}(${value})`;
    case "bigInteger":
      return code`${runtime(target.type === "long" ? "writeInt64" : "writeBigInteger")}(${value}, ${literal(member.name)})`;
    case "bigDecimal":
      return code`${runtime("writeBigDecimal")}(${value}, ${literal(member.name)})`;
    case "blob":
      return code`${runtime("writeBlob")}(${value}, ${literal(member.name)})`;
    case "timestamp":
      return code`${timestampWriter(member)}(${value}, ${literal(member.name)})`;
    case "list":
    case "map": {
      const plain = plainCollectionWriter(target);
      if (plain !== undefined) return code`${plain}(${value})`;
      return code`${writerReference(target)}(${value}${writerArguments(target, scope)})`;
    }
    case "structure":
    case "union":
      return code`${writerReference(target)}(${value}${writerArguments(target, scope)})`;
  }
}

/** What a shape's writer takes besides the value: who writes and how deep it is, as far as it asks. */
export function writerArguments(
  target: NamedShape,
  { side, recursive }: WriteScope,
  depth: Code = code`${runtime("deeper")}(depth)`,
): Code {
  const isCounted = recursive && target.recursive;
  const who =
    target.serverDefaults && (side !== "client" || isCounted)
      ? code`, ${side === "either" ? code`side` : literal(side)}`
      : nothing;
  return isCounted ? code`${who}, ${depth}` : who;
}

function timestampWriter(member: Member): Code {
  switch (member.timestampFormat) {
    case "date-time":
      return code`${runtime("writeDateTime")}`;
    case "http-date":
      return code`${runtime("writeHttpDate")}`;
    default:
      return code`${runtime("writeEpochSeconds")}`;
  }
}

/** The runtime's writer for collections whose elements are the same in memory and in JSON. */
function plainCollectionWriter(shape: List | MapShape): Code | undefined {
  const { target } = shape.kind === "list" ? shape.member : shape.value;
  if (shape.sparse || !isSameInJson(target)) return undefined;
  return shape.kind === "list"
    ? code`${runtime("withoutNulls")}`
    : code`${runtime("withoutNullEntries")}`;
}

/** Whether a collection is written by the runtime alone. */
export function hasPlainWriter(shape: List | MapShape): boolean {
  return plainCollectionWriter(shape) !== undefined;
}

function isSameInJson(shape: Shape): boolean {
  if (shape.kind === "integer") return shape.type !== "long";
  return ["string", "enum", "boolean", "document"].includes(shape.kind);
}

function writeList(shape: List): Code {
  const item = writeValue(shape.member, code`item`, scopeOf(shape));
  const push = shape.sparse
    ? code`json.push(item == null ? null : ${item});`
    : code`if (item != null) json.push(${item});`;
  return code`const json: ${runtime("JsonValue")}[] = [];
for (const item of ${runtime("asArray")}(value)) {
  ${push}
}
return json;`;
}

function writeMap(shape: MapShape): Code {
  const item = writeValue(shape.value, code`item`, scopeOf(shape));
  const set = shape.sparse
    ? code`${runtime("setEntry")}(json, key, item == null ? null : ${item});`
    : code`if (item != null) ${runtime("setEntry")}(json, key, ${item});`;
  return code`const json: ${runtime("JsonObject")} = {};
for (const key of Object.keys(value)) {
  const item = value[key];
  ${set}
}
return json;`;
}

function writeUnion(shape: Union): Code {
  const members = shape.members.map((member) => {
    const value = memberOf(code`value`, member.property, typeOf(member.target));
    const written = writeValue(member, value, scopeOf(shape));
    return code`if (${value} != null) ${setEntry(code`json`, member.wireName, written)}`;
  });
  return lines([
    code`${runtime("expectObject")}(value);`,
    code`const json: ${runtime("JsonObject")} = {};`,
    inParts(members),
    code`if (value.$unknown !== undefined) ${runtime("writeUnknownMember")}(json, value.$unknown);`,
    code`return ${runtime("expectOneMember")}(json);`,
  ]);
}
