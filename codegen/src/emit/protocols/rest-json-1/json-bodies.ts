import type { Member, Structure } from "../../../ir/ir.js";
import {
  isAllBody,
  isSplitBody,
  needsExactJson,
  type Direction,
  type Message,
} from "../../../ir/message.js";
import { entry } from "../../code/access.js";
import { code, identifier, lines, literal, nothing, type Code } from "../../code/code.js";
import { runtime } from "../../code/runtime.js";
import { functionReference } from "../../code/shape-references.js";
import { readMembers, readSplitBody, readValue } from "../../wire/tree/read.js";
import { json, type BodyFunctions } from "../../wire/tree/tree-format.js";
import {
  messageScope,
  rootOf,
  writeMembers,
  writeSplitBody,
  writeValue,
} from "../../wire/tree/write.js";
import type { BodyFormat, BodyWriter, DocumentMessage } from "../rest/body-format.js";

/** Bodies in JSON. */
export const jsonBodies: BodyFormat = {
  mediaType: "application/json",
  whenExpected: "with a body",
  openResponse: "openResponse",
  readsEmptyMaps: false,
  hasErrorHeader: true,
  absentStructure: "{}",
  // Clients send `{}` for an absent structure, so a server reads an empty one as absent.
  isAbsent: code` && !${runtime("isEmptyObject")}(body)`,
  writeDocument,
  writeWholeResponse,
  writePayload: (payload, { isExact }, value, side) => {
    const write = runtime(bodyFunctions(isExact).write);
    return code`${write}(${writeValue(payload, value, messageScope(side, json), literal(payload.name))})`;
  },
  readWhole: ({ structure, message }, body) => {
    const parsed = code`${runtime(bodyFunctions(message.isExact).read)}(${body}, here)`;
    return code`${functionReference(structure, "read")}(${parsed}, here)`;
  },
  readDocument: (document, direction) => {
    const read = runtime(bodyFunctions(document.message.isExact).read);
    return lines([
      code`const wire = ${runtime("readObject")}(${read}(${identifier(direction)}.body, here), here);`,
      readBodyMembers(document, direction),
    ]);
  },
  readPayload: (payload, body, value) => ({
    parsed: code`${runtime(bodyFunctions(needsExactJson([payload])).readOrNothing)}(${body}, here)`,
    value: readValue(payload, value, code`here`, literal(payload.name), json),
  }),
  readWholeError: (shape) => code`${functionReference(shape, "read")}(wire, here)`,
  readError: (document) => readBodyMembers(document, "response"),
};

function bodyFunctions(isExact: boolean): BodyFunctions {
  return isExact ? json.exactBody : json.body;
}

/** Writes the members in the body as one JSON object. */
function writeDocument(
  { structure, message }: DocumentMessage,
  side: "client" | "server",
): BodyWriter {
  const write = runtime(bodyFunctions(message.isExact).write);
  const object = objectOf(structure, message, side);
  const base = { contentType: jsonBodies.mediaType, condition: undefined };
  const tokens =
    side === "client" ? message.body.filter(({ idempotencyToken }) => idempotencyToken) : [];
  if (object !== undefined && tokens.length === 0)
    return { ...base, statements: nothing, body: code`${write}(${object})` };
  const statements =
    object === undefined
      ? [
          code`const json: ${runtime("JsonObject")} = {};`,
          writeMembers(message.body, messageScope(side, json)),
        ]
      : [code`const json = ${object};`];
  return {
    ...base,
    statements: lines([...statements, ...tokens.map(writeToken)]),
    body: code`${write}(json)`,
  };
}

function writeToken(member: Member): Code {
  return code`${entry(code`json`, member.wireName)} ??= ${runtime("idempotencyToken")}(options);`;
}

/** Returns an expression for the JSON object, if a function of the structure writes it. */
function objectOf(
  structure: Structure,
  message: Message,
  side: "client" | "server",
): Code | undefined {
  if (structure.members.length === 0) return code`{}`;
  if (isAllBody(structure, message))
    return code`${functionReference(structure, "write")}(value, ${rootOf(side)})`;
  return isSplitBody(structure, message) ? writeSplitBody(structure, rootOf(side)) : undefined;
}

/** Writes a response by the runtime, unless it has numbers that JavaScript cannot represent. */
function writeWholeResponse(
  { structure, message }: DocumentMessage,
  statusCode: number,
): Code | undefined {
  if (message.isExact) return undefined;
  const { name, error, members } = structure;
  const object =
    members.length === 0
      ? code`{}`
      : code`${functionReference(structure, "write")}(value, ${rootOf("server")})`;
  return error === undefined
    ? code`${runtime("jsonResponse")}(${literal(statusCode)}, ${object})`
    : code`${runtime("errorResponse")}(${literal(statusCode)}, ${literal(name)}, ${object})`;
}

/** Returns statements that read the members in a body, which is parsed as `wire`, into `value`. */
function readBodyMembers({ structure, message }: DocumentMessage, direction: Direction): Code {
  return isSplitBody(structure, message)
    ? readSplitBody(structure)
    : readMembers(message.body, json, direction);
}
