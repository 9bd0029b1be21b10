import type { Operation } from "../../../ir/service.js";
import type { Member } from "../../../ir/ir.js";
import { emptyValue, member as memberOf, setMember } from "../../code/access.js";
import type { BodyFormat, DocumentMessage } from "./body-format.js";
import { declareHeaders, readPayload, writePayload } from "./payload.js";
import { code, lines, literal, mentions, nothing, type Code } from "../../code/code.js";
import type { ConstDeclaration } from "../../code/declarations.js";
import { readHeaders, writeHeaders } from "../../bindings/http/header-members.js";
import { isAllBody, type Direction } from "../../../ir/message.js";
import { absence } from "../../wire/tree/read.js";
import { runtime } from "../../code/runtime.js";
import { exceptionReference } from "../../code/shape-references.js";
import { receivedType } from "../../shapes/types.js";
import { rootOf } from "../../wire/tree/write.js";
import { usesEventStream } from "../../wire/tree/event-stream.js";
import {
  deserializeResponseFunction,
  serializeResponseFunction,
  type Body,
} from "../operation-functions.js";

/** Returns the function that reads a response, for clients. */
export function deserializeResponse(
  operation: Operation,
  exceptionName: string,
  format: BodyFormat,
): ConstDeclaration {
  const read = readOutput(operation, format);
  const open = code`${runtime(format.openResponse)}(response, readers, ${exceptionReference(exceptionName)});`;
  const usesHere = mentions(code`${read.statements}${read.result}`, "here");
  return deserializeResponseFunction(operation, {
    statements: lines([usesHere ? code`const here = ${open}` : open, read.statements]),
    result: read.result,
  });
}

function readOutput(
  { output, response: bindings, unwrappedOutput: isUnwrapped }: Operation,
  format: BodyFormat,
): Body {
  if (output === undefined || output.members.length === 0)
    return { statements: nothing, result: code`{}` };
  const document = { structure: output, message: bindings, isUnwrapped };
  return isAllBody(output, bindings) && !isUnwrapped
    ? { statements: nothing, result: format.readWhole(document, code`response.body`) }
    : { statements: readOutputMembers(document, format), result: code`value` };
}

/** Returns statements that read an output or error from `response` into `value`, at `here`. */
export function readOutputMembers(document: DocumentMessage, format: BodyFormat): Code {
  const { structure: output, message: bindings } = document;
  const { payload, responseCode, body } = bindings;
  const isError = output.error !== undefined;
  const type = receivedType(output);
  return lines([
    emptyValue(output.members, type),
    readHeaders(
      bindings,
      "response",
      usesEventStream(output) ? refuseAbsence : absence,
      format.readsEmptyMaps,
    ),
    responseCode === undefined
      ? nothing
      : setMember(code`value`, responseCode.property, code`response.statusCode`),
    payload === undefined ? nothing : readPayload(payload, "response", format),
    // The body of an error is already parsed, to find out which error it is.
    body.length === 0
      ? nothing
      : isError
        ? format.readError(document)
        : format.readDocument(document, "response"),
  ]);
}

/** Rejects a missing header of an event stream response, as the protocol tests require. */
function refuseAbsence(member: Member, direction: Direction): Code {
  if (!member.present || member.defaultValue !== undefined) return absence(member, direction);
  const name = literal(member.name);
  return code` else ${runtime("mismatch")}(${runtime("at")}(here, ${name}), "a header, since the member is required", "nothing");`;
}

/** Returns the function that writes a response, for servers. */
export function serializeResponse(operation: Operation, format: BodyFormat): ConstDeclaration {
  const { output, response, http, unwrappedOutput: isUnwrapped } = operation;
  return serializeResponseFunction(
    operation,
    output === undefined
      ? {
          statements: nothing,
          result: code`{ statusCode: ${literal(http.code)}, headers: {}, body: undefined }`,
        }
      : writeMessage({ structure: output, message: response, isUnwrapped }, http.code, format),
  );
}

/** Returns the code that writes an output or error from `value` as a response. */
export function writeMessage(
  document: DocumentMessage,
  statusCode: number,
  format: BodyFormat,
): Body {
  const { structure: output, message: bindings } = document;
  const { payload, responseCode, hasBody } = bindings;
  const isError = output.error !== undefined;
  const possible =
    payload === undefined
      ? format.writeDocument(document, "server")
      : writePayload(bindings, payload, "server", format);
  const writer = hasBody ? possible : undefined;
  const whole =
    hasBody && isAllBody(output, bindings)
      ? format.writeWholeResponse?.(document, statusCode)
      : undefined;
  if (whole !== undefined) return { statements: nothing, result: whole };
  const status =
    responseCode === undefined
      ? literal(statusCode)
      : code`${memberOf(code`value`, responseCode.property, code`number`)} ?? ${literal(statusCode)}`;
  const errorType =
    isError && format.hasErrorHeader ? code`"x-amzn-errortype": ${literal(output.name)}` : nothing;
  const declared = declareHeaders(writer, errorType);
  const statements = lines([declared.statements, writeHeaders(bindings, "response")]);
  const isWrittenHere = !isAllBody(output, bindings) && !isError;
  return {
    statements: lines([
      isWrittenHere ? code`${runtime("expectObject")}(value, ${rootOf("server")});` : nothing,
      statements.isEmpty
        ? nothing
        : code`const headers: Record<string, string> = ${declared.literal};`,
      statements,
      writer?.statements ?? nothing,
    ]),
    result: code`{ statusCode: ${status}, headers${statements.isEmpty ? code`: ${declared.literal}` : nothing}, body: ${writer?.body ?? code`undefined`} }`,
  };
}
