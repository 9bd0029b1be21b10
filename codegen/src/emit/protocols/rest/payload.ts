import type { Member } from "../../../ir/ir.js";
import type { Direction, Message } from "../../../ir/message.js";
import { member as memberOf, setMember } from "../../code/access.js";
import { code, identifier, literal, nothing, type Code } from "../../code/code.js";
import { runtime } from "../../code/runtime.js";
import { typeOf } from "../../shapes/types.js";
import { eventReader, eventWriter } from "../../wire/tree/event-stream.js";
import type { BodyFormat, BodyWriter } from "./body-format.js";

/** Returns the initial value of `headers`, and a statement that sets a conditional content type. */
export function declareHeaders(
  writer: BodyWriter | undefined,
  first: Code,
): { literal: Code; statements: Code } {
  if (writer === undefined) return { literal: code`{ ${first} }`, statements: nothing };
  const type = literal(writer.contentType);
  if (writer.condition === undefined)
    return { literal: code`{ "content-type": ${type}, ${first} }`, statements: nothing };
  return {
    literal: code`{ ${first} }`,
    statements: code`if (${writer.condition}) headers["content-type"] = ${type};`,
  };
}

/**
 * Writes one member as the body. Clients may write an empty document for an absent structure, servers
 * write no body.
 */
export function writePayload(
  message: Message,
  payload: Member,
  side: "client" | "server",
  format: BodyFormat,
): BodyWriter {
  const value = memberOf(code`value`, payload.property, typeOf(payload.target));
  const { target } = payload;
  const contentType = message.payloadType?.type ?? format.mediaType;
  const condition = code`${value} != null`;
  switch (target.kind) {
    case "string":
    case "enum":
    case "blob":
      return { statements: nothing, body: code`${value} ?? undefined`, contentType, condition };
    case "union":
      if (target.streaming) {
        return {
          statements: nothing,
          body: eventWriter(payload, target, value, side),
          contentType,
          condition: undefined,
        };
      }
      break;
    default:
      break;
  }
  const written = format.writePayload(payload, message, value, side);
  const { absentStructure } = format;
  if (target.kind === "structure" && side === "client" && absentStructure !== undefined) {
    return {
      statements: nothing,
      body: code`${value} == null ? ${literal(absentStructure)} : ${written}`,
      contentType: format.mediaType,
      condition: undefined,
    };
  }
  return {
    statements: nothing,
    body: code`${value} == null ? undefined : ${written}`,
    contentType,
    condition,
  };
}

/** Returns statements that read the body into one member of `value`. */
export function readPayload(payload: Member, direction: Direction, format: BodyFormat): Code {
  const { target } = payload;
  const message = identifier(direction);
  const assign = (value: Code): Code => setMember(code`value`, payload.property, value);
  switch (target.kind) {
    case "string":
    case "enum":
      return code`const body = ${runtime("readText")}(${message}.body, here);
${unlessEmpty(payload, code`body !== ""`, assign(code`body`))}`;
    case "blob":
      if (target.streaming) {
        return payload.required || payload.defaultValue !== undefined
          ? assign(code`(${message}.body ?? new Uint8Array()) as ${runtime("StreamingBody")}`)
          : code`if (${message}.body != null) ${assign(code`${message}.body as ${runtime("StreamingBody")}`)}`;
      }
      return code`const body = ${runtime("readBytes")}(${message}.body, here);
${unlessEmpty(payload, code`body.length > 0`, assign(code`body`))}`;
    case "union":
      if (target.streaming) return assign(eventReader(target, direction));
      break;
    default:
      break;
  }
  const { parsed, value } = format.readPayload(payload, code`${message}.body`, code`body`);
  const isNone =
    target.kind === "structure" && !payload.required && direction === "request"
      ? (format.isAbsent ?? nothing)
      : nothing;
  return code`const body = ${parsed};
if (body != null${isNone}) ${assign(value)}`;
}

/** Skips the assignment for an empty body, unless the member is always present. */
function unlessEmpty(payload: Member, condition: Code, assignment: Code): Code {
  const isAlwaysThere = payload.required || payload.defaultValue !== undefined;
  return isAlwaysThere ? assignment : code`if (${condition}) ${assignment}`;
}
