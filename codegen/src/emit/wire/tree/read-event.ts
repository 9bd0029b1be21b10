import { needsExactJson } from "../../../ir/message.js";
import type { Member, Union } from "../../../ir/ir.js";
import { emptyValue, local, propertyKey, setMember } from "../../code/access.js";
import { code, lines, literal, nothing, type Code } from "../../code/code.js";
import type { FunctionDeclaration } from "../../code/declarations.js";
import { inParts } from "../../code/parts.js";
import { runtime } from "../../code/runtime.js";
import { valueReference } from "../../code/shape-references.js";
import { receivedType } from "../../shapes/types.js";
import { isEmptyOrRaw, type EventDocuments } from "./event-documents.js";
import { absence, readMembers, readValue } from "./read.js";
import type { TreeFormat } from "./tree-format.js";

function bodyReader(members: readonly Member[], { body, exactBody }: TreeFormat): Code {
  return code`${runtime((needsExactJson(members) ? exactBody : body).read)}`;
}

/** Returns the function that converts the message of a frame to an event. */
export function readEvent(
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
