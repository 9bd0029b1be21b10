import type { Member, Structure } from "../../../ir/ir.js";
import { member as memberOf, setMember } from "../../code/access.js";
import { code, identifier, lines, literal, nothing, type Code } from "../../code/code.js";
import { eventReader, eventWriter } from "../../wire/tree/event-stream.js";
import {
  isAllBody,
  isSplitBody,
  needsExactJson,
  type Message,
  type Direction,
} from "../../../ir/message.js";
import { readMembers, readSplitBody, readValue } from "../../wire/tree/read.js";
import { runtime } from "../../code/runtime.js";
import { json, type BodyFunctions } from "../../wire/tree/tree-format.js";
import { functionReference } from "../../code/shape-references.js";
import { typeOf } from "../../shapes/types.js";
import {
  messageScope,
  rootOf,
  writeMembers,
  writeSplitBody,
  writeValue,
} from "../../wire/tree/write.js";

/** Code that writes a body: statements, an expression for the body, and its content type. */
export interface BodyWriter {
  readonly statements: Code;
  readonly body: Code;
  readonly contentType: string;
  /** The condition for the presence of a body; `undefined` if there is always one. */
  readonly condition: Code | undefined;
}

const jsonType = "application/json";

function bodyFunctions(isExact: boolean): BodyFunctions {
  return isExact ? json.exactBody : json.body;
}

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
 * Writes the members in the body as one JSON object.
 * @param additions statements that change the object `json`
 */
export function writeDocument(
  structure: Structure,
  bindings: Message,
  side: "client" | "server",
  additions: Code = nothing,
): BodyWriter {
  const write = runtime(bodyFunctions(bindings.isExact).write);
  const object = objectOf(structure, bindings, side);
  const base = { contentType: jsonType, condition: undefined };
  if (object !== undefined && additions.isEmpty)
    return { ...base, statements: nothing, body: code`${write}(${object})` };
  const statements =
    object === undefined
      ? [
          code`const json: ${runtime("JsonObject")} = {};`,
          writeMembers(bindings.body, messageScope(side, json)),
        ]
      : [code`const json = ${object};`];
  return { ...base, statements: lines([...statements, additions]), body: code`${write}(json)` };
}

/** Returns an expression for the JSON object, if a function of the structure writes it. */
function objectOf(
  structure: Structure,
  bindings: Message,
  side: "client" | "server",
): Code | undefined {
  if (structure.members.length === 0) return code`{}`;
  if (isAllBody(structure, bindings))
    return code`${functionReference(structure, "write")}(value, ${rootOf(side)})`;
  return isSplitBody(structure, bindings) ? writeSplitBody(structure, rootOf(side)) : undefined;
}

/**
 * Writes one member as the body. Clients write `{}` for an absent structure, servers write no body.
 */
export function writePayload(
  { payloadType, isExact }: Message,
  payload: Member,
  side: "client" | "server",
): BodyWriter {
  const value = memberOf(code`value`, payload.property, typeOf(payload.target));
  const { target } = payload;
  const contentType = payloadType?.type ?? jsonType;
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
  const write = runtime(bodyFunctions(isExact).write);
  const written = code`${write}(${writeValue(payload, value, messageScope(side, json), literal(payload.name))})`;
  if (target.kind === "structure" && side === "client") {
    return {
      statements: nothing,
      body: code`${value} == null ? ${literal("{}")} : ${written}`,
      contentType: jsonType,
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

/** Returns statements that read members from the JSON body of a message into `value`. */
export function readDocument(structure: Structure, bindings: Message, direction: Direction): Code {
  const read = runtime(bodyFunctions(bindings.isExact).read);
  return lines([
    code`const wire = ${runtime("readObject")}(${read}(${identifier(direction)}.body, here), here);`,
    readBodyMembers(structure, bindings, direction),
  ]);
}

/** Returns statements that read the members in a body, which is parsed as `wire`, into `value`. */
export function readBodyMembers(
  structure: Structure,
  bindings: Message,
  direction: Direction,
): Code {
  return isSplitBody(structure, bindings)
    ? readSplitBody(structure)
    : readMembers(bindings.body, json, direction);
}

/** Returns statements that read the body into one member of `value`. */
export function readPayload(payload: Member, direction: Direction): Code {
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
  const read = runtime(bodyFunctions(needsExactJson([payload])).readOrNothing);
  // Clients send `{}` for an absent structure, so a server reads an empty one as absent.
  const isNone =
    target.kind === "structure" && !payload.required && direction === "request"
      ? code` && !${runtime("isEmptyObject")}(body)`
      : nothing;
  return code`const body = ${read}(${message}.body, here);
if (body != null${isNone}) ${assign(readValue(payload, code`body`, code`here`, literal(payload.name), json))}`;
}

/** Skips the assignment for an empty body, unless the member is always present. */
function unlessEmpty(payload: Member, condition: Code, assignment: Code): Code {
  const isAlwaysThere = payload.required || payload.defaultValue !== undefined;
  return isAlwaysThere ? assignment : code`if (${condition}) ${assignment}`;
}
