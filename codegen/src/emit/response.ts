import type { Member, Operation, Structure } from "../ir/ir.js";
import { setMember, emptyValue, member as memberOf } from "./access.js";
import { declareHeaders, readDocument, readPayload, writeDocument, writePayload } from "./body.js";
import { code, lines, literal, mentions, nothing, type Code } from "./code.js";
import type { FunctionDeclaration } from "./declarations.js";
import { readHeaders, writeHeaders } from "./header-members.js";
import {
  bindingsOf,
  isAllBody,
  isBodilessResponse,
  isStreaming,
  needsExactJson,
  type Direction,
} from "./message.js";
import { absence, readMembers } from "./read.js";
import { runtime } from "./runtime.js";
import { exceptionReference } from "./error.js";
import { functionReference } from "./shape-references.js";
import { receivedType, typeOf } from "./types.js";
import { validationExceptionCase } from "./validation-exception.js";
import { rootOf } from "./write.js";
import { eventStreamParameter, usesEventStream } from "./event-stream.js";

/** Returns the functions that read a response, for clients. */
export function deserializeResponse(
  operation: Operation,
  exceptionName: string,
): FunctionDeclaration[] {
  return [
    {
      kind: "function",
      name: "deserializeResponse",
      docs: `Deserializes a response of ${operation.symbol}.

@throws ${exceptionName} or a class derived from it if the status is 300 or above.
@throws SerializationException if the response has no status or does not match the output.`,
      exported: true,
      parameters: [
        { name: "response", type: code`${runtime("IncomingResponse")}` },
        ...eventStreamParameter(operation.output),
      ],
      returnType: code`Output`,
      body: lines([
        code`if (${runtime("isFailure")}(response)) throw deserializeError(response);`,
        readOutput(operation.output),
      ]),
    },
    deserializeError(operation, exceptionName),
  ];
}

function readOutput(output: Structure | undefined): Code {
  if (output === undefined || output.members.length === 0) return code`return {};`;
  const here = code`const here = ${runtime("root")}(${runtime("responseReader")}(response.statusCode));`;
  const bindings = bindingsOf(output, "response");
  if (isAllBody(output, bindings)) {
    const read = needsExactJson(bindings.body) ? runtime("readExactJson") : runtime("readJson");
    return lines([
      here,
      code`return ${functionReference(output, "read")}(${read}(response.body, here), here);`,
    ]);
  }
  const read = readOutputMembers(output);
  return lines([mentions(read, "here") ? here : nothing, read, code`return value;`]);
}

/** Returns statements that read an output or error from `response` into `value`, at `here`. */
export function readOutputMembers(output: Structure): Code {
  const bindings = bindingsOf(output, "response");
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
        ? readMembers(body, "response")
        : readDocument(body, "response"),
  ]);
}

/** Rejects a missing header of an event stream response, as the protocol tests require. */
function refuseAbsence(member: Member, direction: Direction): Code {
  if (!member.present || member.defaultValue !== undefined) return absence(member, direction);
  const name = literal(member.name);
  return code` else ${runtime("mismatch")}(${runtime("at")}(here, ${name}), "a header, since the member is required", "nothing");`;
}

function deserializeError({ errors }: Operation, exceptionName: string): FunctionDeclaration {
  const exception = exceptionReference(exceptionName);
  const cases = errors.map((error) => {
    const queryCode = error.error?.queryCode;
    const alias =
      queryCode === undefined || queryCode === error.name
        ? nothing
        : code`case ${literal(queryCode)}:\n`;
    const read = { name: `read${error.symbol}Response`, module: error.file, typeOnly: false };
    return code`${alias}case ${literal(error.name)}:\n  return ${read}(failure);`;
  });
  return {
    kind: "function",
    name: "deserializeError",
    docs: "",
    exported: false,
    parameters: [{ name: "response", type: code`${runtime("IncomingResponse")}` }],
    returnType: code`${exception}`,
    body: code`const failure = ${runtime("readFailure")}(response);
switch (failure.code) {
  ${lines([...cases, validationExceptionCase(errors)])}
  default:
    return new ${exception}(...${runtime("unmodelled")}(failure));
}`,
  };
}

/** Returns the function that writes a response, for servers. */
export function serializeResponse(operation: Operation): FunctionDeclaration {
  const { output, http } = operation;
  const isEmpty = output === undefined || output.members.length === 0;
  const streaming = isStreaming(bindingsOf(output, "response").payload);
  return {
    kind: "function",
    name: "serializeResponse",
    docs: `Serializes a response of ${operation.symbol} on a server.`,
    exported: true,
    parameters: [
      {
        name: isEmpty ? "_value" : "value",
        type: code`Output`,
        ...(isEmpty ? { initializer: code`{}` } : {}),
      },
      ...eventStreamParameter(output),
    ],
    returnType: streaming
      ? code`${runtime("HttpResponse")}<${bodyType(output)}>`
      : code`${runtime("HttpResponse")}`,
    body:
      output === undefined
        ? code`return { statusCode: ${literal(http.code)}, headers: {}, body: undefined };`
        : writeMessage(output, http.code, nothing),
  };
}

function bodyType(output: Structure | undefined): Code {
  const payload = bindingsOf(output, "response").payload;
  if (payload === undefined) return code`${runtime("CollectedBody")}`;
  return usesEventStream(output)
    ? code`${runtime("EventStreamBody")}`
    : code`${typeOf(payload.target)} | undefined`;
}

/** Returns statements that write an output or error from `value` and return the response. */
export function writeMessage(output: Structure, statusCode: number, headers: Code): Code {
  const bindings = bindingsOf(output, "response");
  const { payload, responseCode } = bindings;
  const isBodiless = isBodilessResponse(bindings, statusCode);
  const all = isAllBody(output, bindings)
    ? output.members.length === 0
      ? code`{}`
      : code`${functionReference(output, "write")}(value, ${rootOf("server")})`
    : undefined;
  const writer =
    payload === undefined
      ? writeDocument(bindings.body, all, "server")
      : writePayload(payload, "server");
  const status =
    responseCode === undefined
      ? literal(statusCode)
      : code`${memberOf(code`value`, responseCode.property, code`number`)} ?? ${literal(statusCode)}`;
  const declared = declareHeaders(isBodiless ? undefined : writer, headers);
  const statements = lines([declared.statements, writeHeaders(bindings, "response")]);
  const body = isBodiless ? code`undefined` : writer.body;
  const isWrittenHere = all === undefined && output.error === undefined;
  return lines([
    isWrittenHere ? code`${runtime("expectObject")}(value, ${rootOf("server")});` : nothing,
    statements.isEmpty
      ? nothing
      : code`const headers: Record<string, string> = ${declared.literal};`,
    statements,
    isBodiless ? nothing : writer.statements,
    code`return { statusCode: ${status}, headers${statements.isEmpty ? code`: ${declared.literal}` : nothing}, body: ${body} };`,
  ]);
}
