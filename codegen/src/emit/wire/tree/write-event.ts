import { needsExactJson } from "../../../ir/message.js";
import type { Member, Union } from "../../../ir/ir.js";
import { entry, member as memberOf } from "../../code/access.js";
import { code, lines, literal, nothing, type Code } from "../../code/code.js";
import type { FunctionDeclaration } from "../../code/declarations.js";
import { inParts, returnFirst } from "../../code/parts.js";
import { runtime } from "../../code/runtime.js";
import { receivedType, typeOf } from "../../shapes/types.js";
import { isEmptyOrRaw, type EventDocuments } from "./event-documents.js";
import type { TreeFormat } from "./tree-format.js";
import { rootOf, scopeOf, writeMembers, writeValue, type WriteScope } from "./write.js";

/** Returns the function that converts an event to the message of a frame. */
export function writeEvent(
  shape: Union,
  format: TreeFormat,
  documents: EventDocuments | undefined,
): FunctionDeclaration {
  const cases = shape.members.map((member) => {
    const value = memberOf(code`event`, member.property, typeOf(member.target));
    const scope = {
      side: scopeOf(shape, format).side,
      format,
      here: code`${runtime("at")}(here, ${literal(member.name)})`,
    };
    return code`if (${value} != null) {\n${writeEventMember(member, value, scope, documents)}\n}`;
  });
  return {
    kind: "function",
    name: `writeEventOf${shape.symbol}`,
    docs: "@internal",
    exported: true,
    parameters: [
      { name: "event", type: receivedType(shape) },
      { name: "here", type: code`${runtime("WritePlace")}`, initializer: rootOf("client") },
    ],
    returnType: code`${runtime("EventMessage")}`,
    body: lines([
      code`${runtime("expectObject")}(event, here);`,
      returnFirst(
        cases,
        code`${runtime("EventMessage")}`,
        code`${runtime("unwritable")}(here, "an event with one member set", "none")`,
      ),
    ]),
  };
}

function writeEventMember(
  member: Member,
  event: Code,
  scope: WriteScope,
  documents: EventDocuments | undefined,
): Code {
  const { target } = member;
  if (target.kind !== "structure")
    return code`return ${runtime("writeEventMessage")}("event", ${literal(member.name)}, {}, undefined);`;
  const kind = literal(target.error === undefined ? "event" : "exception");
  const headers = target.members.filter((part) => part.event === "header");
  const payload = target.members.find((part) => part.event === "payload");
  const rest = target.members.filter((part) => part.event === undefined);
  const value = code`value`;
  const send = code`${kind}, ${literal(member.name)}, headers`;
  return lines([
    code`const value = ${event};`,
    code`${runtime("expectObject")}(value, ${scope.here});`,
    code`const headers: ${runtime("EventHeaders")} = {};`,
    inParts(
      headers.map((part) => {
        const held = memberOf(value, part.property, typeOf(part.target));
        return code`if (${held} != null) ${entry(code`headers`, part.name)} = ${eventHeader(part, held, scope)};`;
      }),
    ),
    documents === undefined || isEmptyOrRaw(payload, rest)
      ? writeTree()
      : payload === undefined
        ? documents.writeMembers(target, rest, scope, send)
        : documents.writePayload(payload, scope, send),
  ]);

  function writeTree(): Code {
    return payload === undefined && rest.length > 0
      ? lines([
          code`const json: ${runtime(scope.format.objectType)} = {};`,
          writeMembers(rest, scope),
          code`return ${runtime("writeEventMessage")}(${send}, json${exactWriter(rest, scope.format)});`,
        ])
      : code`return ${runtime("writeEventMessage")}(${send}, ${payload === undefined ? code`undefined` : code`${eventPayload(payload, scope)}${exactWriter([payload], scope.format)}`});`;
  }
}

/** Returns the JSON writer of an event with numbers that JavaScript cannot represent. */
function exactWriter(members: readonly Member[], { body, exactBody }: TreeFormat): Code {
  const { write } = needsExactJson(members) ? exactBody : body;
  // `writeEventMessage` writes JSON by itself.
  return write === "writeJson" ? nothing : code`, ${runtime(write)}`;
}

function eventPayload(payload: Member, scope: WriteScope): Code {
  const held = memberOf(code`value`, payload.property, typeOf(payload.target));
  const { target } = payload;
  if (target.kind === "string" || target.kind === "blob" || target.kind === "enum") return held;
  return code`${held} == null ? undefined : ${writeValue(payload, held, scope, literal(payload.name))}`;
}

function eventHeader(member: Member, value: Code, { here }: WriteScope): Code {
  const { target } = member;
  switch (target.kind) {
    case "boolean":
      return code`{ type: "boolean", value: ${value} }`;
    case "integer":
      return target.type === "long"
        ? code`{ type: "long", value: ${runtime("toInt64")}(${runtime("writeLong")}(${value}, ${here}, ${literal(member.name)})) }`
        : code`{ type: ${literal(target.type)}, value: ${value} }`;
    case "bigInteger":
      return code`{ type: "long", value: ${runtime("toInt64")}(${runtime("int64")}(${value}, ${here}, ${literal(member.name)})) }`;
    case "enum":
      return target.type === "integer"
        ? code`{ type: "integer", value: ${value} }`
        : code`{ type: "string", value: ${value} }`;
    case "blob":
      return code`{ type: "binary", value: ${value}${target.streaming ? code` as Uint8Array` : nothing} }`;
    case "timestamp":
      return code`{ type: "timestamp", value: ${value} }`;
    default:
      return code`{ type: "string", value: String(${value}) }`;
  }
}
