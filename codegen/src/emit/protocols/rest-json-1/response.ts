import type { Operation } from "../../../ir/service.js";
import type { Member, Structure } from "../../../ir/ir.js";
import { emptyValue, member as memberOf, propertyKey, setMember } from "../../code/access.js";
import {
  declareHeaders,
  readBodyMembers,
  readDocument,
  readPayload,
  writeDocument,
  writePayload,
} from "./body.js";
import {
  arrow,
  code,
  commas,
  lines,
  literal,
  mentions,
  nothing,
  type Code,
} from "../../code/code.js";
import type { ConstDeclaration } from "../../code/declarations.js";
import { readHeaders, writeHeaders } from "../../bindings/http/header-members.js";
import { isAllBody, type Direction, type Message } from "../../../ir/message.js";
import { absence } from "../../wire/json/read.js";
import { runtime } from "../../code/runtime.js";
import {
  exceptionReference,
  errorFunction,
  functionReference,
} from "../../code/shape-references.js";
import { receivedType, typeOf } from "../../shapes/types.js";
import { validationExceptionReader } from "../../shapes/validation-exception.js";
import { rootOf } from "../../wire/json/write.js";
import { usesEventStream } from "./event-stream.js";

/** Returns the function that reads a response, for clients. */
export function deserializeResponse(
  { output, response }: Operation,
  exceptionName: string,
): ConstDeclaration {
  const read = readOutput(output, response);
  const open = code`${runtime("openResponse")}(response, readers, ${exceptionReference(exceptionName)});`;
  const usesHere = mentions(code`${read.statements}${read.result}`, "here");
  const streamOptions = usesEventStream(output) ? [code`${runtime("EventStreamOptions")}`] : [];
  return {
    kind: "const",
    name: "deserializeResponse",
    docs: "",
    exported: true,
    type: code`${runtime("DeserializeResponse")}<${commas([code`Output`, ...streamOptions])}>`,
    value: arrow([code`response`, ...optionsParameter(output)], {
      statements: lines([usesHere ? code`const here = ${open}` : open, read.statements]),
      result: read.result,
    }),
  };
}

/** Returns the parameter for a marshaller, if there is an event stream. */
function optionsParameter(structure: Structure | undefined): Code[] {
  return usesEventStream(structure) ? [code`options`] : [];
}

function readOutput(
  output: Structure | undefined,
  bindings: Message,
): { statements: Code; result: Code } {
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

/** Returns the constant with the functions that read the errors of an operation. */
export function errorsConstant({ errors }: Operation): ConstDeclaration {
  // The code of one error can be the name of another: the first of them has it.
  const byCode = new Map<string, Structure>();
  for (const error of errors) {
    for (const text of [error.error?.queryCode ?? error.name, error.name]) {
      if (!byCode.has(text)) byCode.set(text, error);
    }
  }
  const readers = [...byCode].map(
    ([text, { symbol }]) => code`${propertyKey(text)}: ${errorFunction(`read${symbol}Response`)}`,
  );
  return {
    kind: "const",
    name: "readers",
    docs: "",
    exported: false,
    type: code`${runtime("ErrorReaders")}`,
    value: code`{ ${commas([...readers, ...validationExceptionReader(errors)])} }`,
  };
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
export function serializeResponse({ output, response, http }: Operation): ConstDeclaration {
  const isEmpty = output === undefined || output.members.length === 0;
  const types = commas([code`Output`, ...streamTypes(output, response)]);
  return {
    kind: "const",
    name: "serializeResponse",
    docs: "",
    exported: true,
    type: code`${runtime(isEmpty ? "SerializeOptionalResponse" : "SerializeResponse")}<${types}>`,
    value: arrow(
      isEmpty ? [] : [code`value`, ...optionsParameter(output)],
      output === undefined
        ? {
            statements: nothing,
            result: code`{ statusCode: ${literal(http.code)}, headers: {}, body: undefined }`,
          }
        : writeMessage(output, response, http.code),
    ),
  };
}

/** Returns the types of a streaming body and of the options that it needs; nothing for other bodies. */
function streamTypes(output: Structure | undefined, { payload, isStreaming }: Message): Code[] {
  if (payload === undefined || !isStreaming) return [];
  return usesEventStream(output)
    ? [code`${runtime("EventStreamBody")}`, code`${runtime("EventStreamOptions")}`]
    : [code`${typeOf(payload.target)} | undefined`];
}

/** Returns the code that writes an output or error from `value` as a response. */
export function writeMessage(
  output: Structure,
  bindings: Message,
  statusCode: number,
): { readonly statements: Code; readonly result: Code } {
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
