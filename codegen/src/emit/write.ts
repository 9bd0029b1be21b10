import type { List, MapShape, Member, NamedShape, Shape, Structure, Union } from "../ir/ir.js";
import { hasJsonForm } from "../ir/wire.js";
import { member as memberOf, setEntry } from "./access.js";
import { code, lines, literal, nothing, type Code } from "./code.js";
import type { FunctionDeclaration } from "./declarations.js";
import { defaultValue } from "./default-value.js";
import { runtime } from "./runtime.js";
import { writerReference } from "./shape-references.js";
import { dataType, typeOf } from "./types.js";

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
      ? `Writes the JSON form of {@link ${shape.symbol}}; absent members are left out.`
      : "@internal",
    exported: true,
    parameters: [
      { name: isEmpty ? "_value" : "value", type: dataType(shape) },
      ...(shape.recursive ? [{ name: "depth", type: code`number`, initializer: code`0` }] : []),
    ],
    returnType:
      shape.kind === "list" ? code`${runtime("JsonValue")}[]` : code`${runtime("JsonObject")}`,
    body,
  };
}

/** The function that writes a structure's JSON by the writer of another that is like it. */
export function lentWriteFunction(shape: Structure): FunctionDeclaration {
  const depth = shape.recursive ? code`, depth` : nothing;
  return writeFunction(shape, code`return ${writerReference(shape)}(value${depth});`);
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
    writeMembers(shape.members, shape.recursive),
    code`return json;`,
  ]);
}

/** Statements that write members of `value` into `json`. */
export function writeMembers(
  members: readonly Member[],
  recursive: boolean,
  object: Code = code`value`,
): Code {
  return lines(
    members.filter(hasJsonForm).map((member) => {
      const value = memberOf(object, member.property, typeOf(member.target));
      const standIn = member.clientDefault ? defaultValue(member) : undefined;
      if (standIn !== undefined) {
        const written = writeValue(member, code`(${value} ?? ${standIn})`, recursive);
        return setEntry(code`json`, member.wireName, written);
      }
      return code`if (${value} != null) ${setEntry(code`json`, member.wireName, writeValue(member, value, recursive))}`;
    }),
  );
}

/** An expression that writes a value that is there. */
export function writeValue(member: Member, value: Code, recursive: boolean): Code {
  const { target } = member;
  switch (target.kind) {
    case "string":
    case "enum":
    case "boolean":
    case "integer":
    case "document":
      return value;
    case "float":
      return code`${runtime("writeFloat")}(${value})`;
    case "bigInteger":
      return code`${runtime("writeBigInteger")}(${value}, ${literal(member.name)})`;
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
      return code`${writerReference(target)}(${value}${depthArgument(target, recursive)})`;
    }
    case "structure":
    case "union":
      return code`${writerReference(target)}(${value}${depthArgument(target, recursive)})`;
  }
}

function depthArgument(target: NamedShape, recursive: boolean): Code {
  return recursive && target.recursive ? code`, ${runtime("deeper")}(depth)` : nothing;
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
  return ["string", "enum", "boolean", "integer", "document"].includes(shape.kind);
}

function writeList(shape: List): Code {
  const item = writeValue(shape.member, code`item`, shape.recursive);
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
  const item = writeValue(shape.value, code`item`, shape.recursive);
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
    const written = writeValue(member, value, shape.recursive);
    return code`if (${value} != null) ${setEntry(code`json`, member.wireName, written)}`;
  });
  return lines([
    code`${runtime("expectObject")}(value);`,
    code`const json: ${runtime("JsonObject")} = {};`,
    ...members,
    code`if (value.$unknown !== undefined) ${runtime("writeUnknownMember")}(json, value.$unknown);`,
    code`return ${runtime("expectOneMember")}(json);`,
  ]);
}
