import type { Operation } from "../../../ir/service.js";
import type { Member, Structure } from "../../../ir/ir.js";
import { emptyValue, member as memberOf, setMember } from "../../code/access.js";
import {
  declareHeaders,
  readBodyMembers,
  readDocument,
  readPayload,
  writeDocument,
  writePayload,
} from "./body.js";
import { code, lines, literal, mentions, nothing, type Code } from "../../code/code.js";
import type { ConstDeclaration } from "../../code/declarations.js";
import { readHeaders, writeHeaders } from "../../bindings/http/header-members.js";
import { isAllBody, type Direction, type Message } from "../../../ir/message.js";
import { absence } from "../../wire/tree/read.js";
import { runtime } from "../../code/runtime.js";
import { exceptionReference, functionReference } from "../../code/shape-references.js";
import { receivedType } from "../../shapes/types.js";
import { rootOf } from "../../wire/tree/write.js";
import { usesEventStream } from "../../wire/tree/event-stream.js";
import {
  deserializeResponseFunction,
  serializeResponseFunction,
  type Body,
} from "../operation-functions.js";

/** Returns the function that reads a response, for clients. */
export function deserializeResponse(operation: Operation, exceptionName: string): ConstDeclaration {
  const { output, response } = operation;
  const read = readOutput(output, response);
  const open = code`${runtime("openResponse")}(response, readers, ${exceptionReference(exceptionName)});`;
  const usesHere = mentions(code`${read.statements}${read.result}`, "here");
  return deserializeResponseFunction(operation, {
    statements: lines([usesHere ? code`const here = ${open}` : open, read.statements]),
    result: read.result,
  });
}

function readOutput(output: Structure | undefined, bindings: Message): Body {
  if (output === undefined || output.members.length === 0)
    return { statements: nothing, result: code`{}` };
  if (isAllBody(output, bindings)) {
    const read = bindings.isExact ? runtime("readExactJson") : runtime("readJson");
    const json = code`${read}(response.body, here)`;
    return {
      statements: nothing,
      result: code`${functionReference(output, "read")}(${json}, here)`,
    };
  }
  return { statements: readOutputMembers(output, bindings), result: code`value` };
}

/** Returns statements that read an output or error from `response` into `value`, at `here`. */
export function readOutputMembers(output: Structure, bindings: Message): Code {
  const { payload, responseCode, body } = bindings;
  const isError = output.error !== undefined;
  const type = receivedType(output);
  return lines([
    emptyValue(output.members, type),
    readHeaders(bindings, "response", usesEventStream(output) ? refuseAbsence : absence),
    responseCode === undefined
      ? nothing
      : setMember(code`value`, responseCode.property, code`response.statusCode`),
    payload === undefined ? nothing : readPayload(payload, "response"),
    // The body of an error is already parsed, to find out which error it is.
    body.length === 0
      ? nothing
      : isError
        ? readBodyMembers(output, bindings, "response")
        : readDocument(output, bindings, "response"),
  ]);
}

/** Rejects a missing header of an event stream response, as the protocol tests require. */
function refuseAbsence(member: Member, direction: Direction): Code {
  if (!member.present || member.defaultValue !== undefined) return absence(member, direction);
  const name = literal(member.name);
  return code` else ${runtime("mismatch")}(${runtime("at")}(here, ${name}), "a header, since the member is required", "nothing");`;
}

/** Returns the function that writes a response, for servers. */
export function serializeResponse(operation: Operation): ConstDeclaration {
  const { output, response, http } = operation;
  return serializeResponseFunction(
    operation,
    output === undefined
      ? {
          statements: nothing,
          result: code`{ statusCode: ${literal(http.code)}, headers: {}, body: undefined }`,
        }
      : writeMessage(output, response, http.code),
  );
}

/** Returns the code that writes an output or error from `value` as a response. */
export function writeMessage(output: Structure, bindings: Message, statusCode: number): Body {
  const { payload, responseCode, hasBody, isExact } = bindings;
  const isBodiless = !hasBody;
  const isError = output.error !== undefined;
  const writer =
    payload === undefined
      ? writeDocument(output, bindings, "server")
      : writePayload(bindings, payload, "server");
  if (isAllBody(output, bindings) && !isBodiless && !isExact) {
    const json =
      output.members.length === 0
        ? code`{}`
        : code`${functionReference(output, "write")}(value, ${rootOf("server")})`;
    const respond = isError
      ? code`${runtime("errorResponse")}(${literal(statusCode)}, ${literal(output.name)}, ${json})`
      : code`${runtime("jsonResponse")}(${literal(statusCode)}, ${json})`;
    return { statements: nothing, result: respond };
  }
  const status =
    responseCode === undefined
      ? literal(statusCode)
      : code`${memberOf(code`value`, responseCode.property, code`number`)} ?? ${literal(statusCode)}`;
  const errorType = isError ? code`"x-amzn-errortype": ${literal(output.name)}` : nothing;
  const declared = declareHeaders(isBodiless ? undefined : writer, errorType);
  const statements = lines([declared.statements, writeHeaders(bindings, "response")]);
  const isWrittenHere = !isAllBody(output, bindings) && !isError;
  return {
    statements: lines([
      isWrittenHere ? code`${runtime("expectObject")}(value, ${rootOf("server")});` : nothing,
      statements.isEmpty
        ? nothing
        : code`const headers: Record<string, string> = ${declared.literal};`,
      statements,
      isBodiless ? nothing : writer.statements,
    ]),
    result: code`{ statusCode: ${status}, headers${statements.isEmpty ? code`: ${declared.literal}` : nothing}, body: ${isBodiless ? code`undefined` : writer.body} }`,
  };
}
