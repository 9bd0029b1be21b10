import type { Member, Structure, Union } from "../../../ir/ir.js";
import {
  entry,
  member as memberOf,
  propertyKey,
  setMember,
  emptyValue,
  local,
} from "../../code/access.js";
import { code, commas, identifier, lines, literal, nothing, type Code } from "../../code/code.js";
import type { FunctionDeclaration } from "../../code/declarations.js";
import { needsExactJson, type Direction } from "../../../ir/message.js";
import { inParts, returnFirst } from "../../code/parts.js";
import { absence, readMembers, readValue } from "./read.js";
import { runtime } from "../../code/runtime.js";
import { functionReference, valueReference } from "../../code/shape-references.js";
import type { TreeFormat } from "./tree-format.js";
import { receivedType, typeOf } from "../../shapes/types.js";
import { toValidationException } from "../../shapes/validation-exception.js";
import { rootOf, scopeOf, writeMembers, writeValue, type WriteScope } from "./write.js";

/*
 * Event streams are framed by the marshaller that the caller passes, usually that of
 * `@smithy/core/event-streams`. The code here converts an event to the message of a frame and back.
 */

/** Returns whether the payload of a message is an event stream. */
export function usesEventStream(structure: Structure | undefined): boolean {
  const target = structure?.members.find(({ binding }) => binding.location === "payload")?.target;
  return target?.kind === "union" && target.streaming;
}

function eventFunction(shape: Union, prefix: "readEventOf" | "writeEventOf"): Code {
  return code`${{ name: `${prefix}${shape.symbol}`, module: shape.file, typeOnly: false }}`;
}

/** Returns an expression that converts an event stream to a body. */
export function eventWriter(
  payload: Member,
  shape: Union,
  stream: Code,
  side: "client" | "server",
): Code {
  return code`${runtime("marshaller")}(options).serialize(${eventSource(payload, shape, stream, side)})`;
}

/** Returns the arguments of a marshaller that writes: the stream of a member, and the writer of its events. */
export function eventSource(
  payload: Member,
  shape: Union,
  stream: Code,
  side: "client" | "server",
): Code {
  const write = eventFunction(shape, "writeEventOf");
  const writer =
    shape.serverDefaults && side === "server"
      ? code`(event) => ${write}(event, ${rootOf(side)})`
      : write;
  const place = commas([stream, rootOf(side), literal(payload.name)]);
  return code`${runtime("requireStream")}(${place}), ${writer}`;
}

/** Returns an expression that converts a body to an event stream. */
export function eventReader(shape: Union, direction: Direction): Code {
  return code`${runtime("marshaller")}(options).deserialize(${eventSink(shape, direction)})`;
}

/** Returns the arguments of a marshaller that reads: a body, and the reader of its events. A server validates each event. */
export function eventSink(shape: Union, direction: Direction): Code {
  const read = eventFunction(shape, "readEventOf");
  const check = functionReference(shape, "check");
  const reader =
    direction === "request"
      ? code`async (event) => ${runtime("enforced")}(${check}, await ${read}(event, ${runtime("strict")}), options, ${toValidationException})`
      : read;
  return code`${identifier(direction)}.body, ${reader}`;
}

/** How a format that is no tree writes and reads the documents of events. */
export interface EventDocuments {
  /**
   * Returns statements that return the message of an event with members in its document.
   * @param send the first arguments of the function that creates a message
   */
  writeMembers(event: Structure, members: readonly Member[], scope: WriteScope, send: Code): Code;
  /** Returns statements that return the message of an event whose payload is a document. */
  writePayload(payload: Member, scope: WriteScope, send: Code): Code;
  /** Returns statements that read members from the document of `message` into `value`. */
  readMembers(members: readonly Member[]): Code;
  /** Returns statements that read a payload, which is a document. */
  readPayload(payload: Member): Code;
}

/**
 * Returns the functions that convert an event to a message and back.
 * @param documents the documents of events; by default, those of the format
 */
export function eventFunctions(
  shape: Union,
  format: TreeFormat,
  documents?: EventDocuments,
): FunctionDeclaration[] {
  return [writeEvent(shape, format, documents), readEvent(shape, format, documents)];
}

function writeEvent(
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

/** Returns whether the body of an event is no document: there is none, or it is text or bytes. */
function isEmptyOrRaw(payload: Member | undefined, rest: readonly Member[]): boolean {
  if (payload === undefined) return rest.length === 0;
  return ["string", "enum", "blob"].includes(payload.target.kind);
}

/** Returns the JSON writer of an event with numbers that JavaScript cannot represent. */
function exactWriter(members: readonly Member[], { body, exactBody }: TreeFormat): Code {
  const { write } = needsExactJson(members) ? exactBody : body;
  // `writeEventMessage` writes JSON by itself.
  return write === "writeJson" ? nothing : code`, ${runtime(write)}`;
}

function bodyReader(members: readonly Member[], { body, exactBody }: TreeFormat): Code {
  return code`${runtime((needsExactJson(members) ? exactBody : body).read)}`;
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

function readEvent(
  shape: Union,
  format: TreeFormat,
  documents: EventDocuments | undefined,
): FunctionDeclaration {
  const cases = shape.members.map(
    (member) =>
      code`case ${literal(member.name)}: {\n${readEventMember(member, format, documents)}\n}`,
  );
  return {
    kind: "function",
    name: `readEventOf${shape.symbol}`,
    docs: "@internal",
    exported: true,
    parameters: [
      { name: "messages", type: code`Record<string, ${runtime("EventMessage")}>` },
      {
        name: "reader",
        type: code`${runtime("Reader")}`,
        initializer: code`${runtime("lenient")}`,
      },
    ],
    returnType: code`Promise<${receivedType(shape)}>`,
    isAsync: true,
    body: code`const here = ${runtime("root")}(reader);
const [name, message] = ${runtime("openEvent")}(messages, here);
switch (name) {
  ${lines(cases)}
  default:
    return { $unknown: [name, message] };
}`,
  };
}

function readEventMember(
  member: Member,
  format: TreeFormat,
  documents: EventDocuments | undefined,
): Code {
  const { target } = member;
  const key = propertyKey(member.property);
  if (target.kind !== "structure") {
    return code`return { ${key}: ${readValue(member, code`{}`, code`here`, literal(member.name), format)} };`;
  }
  const headers = target.members.filter((part) => part.event === "header");
  const payload = target.members.find((part) => part.event === "payload");
  const rest = target.members.filter((part) => part.event === undefined);
  const type = receivedType(target);
  return lines([
    emptyValue(target.members, type),
    inParts(
      headers.map((part) => {
        const held = local("header", part.name);
        const read = runtime(
          part.target.kind === "bigInteger" ? "readEventInt64" : "readEventHeader",
        );
        return lines([
          code`const ${held} = ${read}(message, ${literal(part.name)});`,
          code`if (${held} !== undefined) ${setMember(code`value`, part.property, readEventHeader(part, held, format))}${absence(part)}`,
        ]);
      }),
    ),
    payload === undefined ? nothing : readPayload(payload),
    payload !== undefined || rest.length === 0
      ? nothing
      : (documents?.readMembers(rest) ??
        lines([
          code`const wire = ${runtime("readObject")}(${bodyReader(rest, format)}(message.body, here), here);`,
          readMembers(rest, format),
        ])),
    target.error === undefined
      ? code`return { ${key}: value };`
      : code`return { ${key}: new ${valueReference(target)}(value) };`,
  ]);

  function readPayload(held: Member): Code {
    return documents === undefined || isEmptyOrRaw(held, [])
      ? readEventPayload(held, format)
      : documents.readPayload(held);
  }
}

function readEventHeader(member: Member, value: Code, format: TreeFormat): Code {
  const { target } = member;
  const place = code`here, ${literal(member.name)}`;
  switch (target.kind) {
    case "enum":
    case "integer":
    case "bigInteger":
    case "boolean":
      return readValue(member, value, code`here`, literal(member.name), format);
    case "timestamp":
      return code`${runtime("readEventTimestamp")}(${value}, ${place})`;
    case "blob":
      return code`${runtime("readEventBlob")}(${value}, ${place})`;
    default:
      return code`${runtime("readString")}(${value}, ${place})`;
  }
}

function readEventPayload(payload: Member, format: TreeFormat): Code {
  const { target } = payload;
  if (target.kind === "blob") return setMember(code`value`, payload.property, code`message.body`);
  if (target.kind === "string" || target.kind === "enum") {
    return setMember(
      code`value`,
      payload.property,
      code`${runtime("readText")}(message.body, here)`,
    );
  }
  const json = code`${bodyReader([payload], format)}(message.body, here)`;
  return setMember(
    code`value`,
    payload.property,
    readValue(payload, json, code`here`, literal(payload.name), format),
  );
}
