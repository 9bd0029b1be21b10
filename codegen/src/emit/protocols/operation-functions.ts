import type { Structure } from "../../ir/ir.js";
import type { Message } from "../../ir/message.js";
import type { Operation } from "../../ir/service.js";
import { mayBeEmpty, propertyKey } from "../code/access.js";
import { arrow, code, commas, nothing, type Code } from "../code/code.js";
import type { ConstDeclaration } from "../code/declarations.js";
import { ownMessageType } from "../code/operation-references.js";
import { runtime } from "../code/runtime.js";
import { errorFunction } from "../code/shape-references.js";
import { hasForms } from "../shapes/forms.js";
import { dataType, typeOf } from "../shapes/types.js";
import { validationExceptionReader } from "../shapes/validation-exception.js";
import { usesEventStream } from "../wire/tree/event-stream.js";

/*
 * The four functions of an operation without their bodies: names, types and parameters are the same
 * in all protocols.
 */

/** What a function does: statements, and the expression that it returns. */
export interface Body {
  readonly statements: Code;
  readonly result: Code;
  /** Whether a function that reads returns a promise of its result, since that is in a stream. */
  readonly isAsync?: boolean;
}

/**
 * Returns the function that writes a request, for clients. Its body refers to `value`, and to
 * `options` if `usesOptions` holds.
 */
export function serializeRequestFunction(operation: Operation, body: Body): ConstDeclaration {
  const members = operation.input?.members ?? [];
  const isOptional = mayBeEmpty(members);
  const parameters = [
    members.length === 0 ? [] : [isOptional ? code`value = {}` : code`value`],
    usesOptions(operation) ? [code`options = {}`] : [],
  ];
  // A parameter before `options` has to have a name, even if it is not used.
  const unused = members.length === 0 && usesOptions(operation) ? [code`_value`] : [];
  const input = code`${ownMessageType(operation, "Input")}`;
  const types = commas([input, ...streamTypes(operation.input, operation.request)]);
  return {
    kind: "const",
    name: "serializeRequest",
    docs: "",
    exported: true,
    type: code`${runtime(isOptional ? "SerializeOptionalRequest" : "SerializeRequest")}<${types}>`,
    value: arrow([...unused, ...parameters.flat()], body),
  };
}

function usesOptions({ input, gzip }: Operation): boolean {
  const hasToken = input?.members.some(({ idempotencyToken }) => idempotencyToken) ?? false;
  return gzip || usesEventStream(input) || hasToken;
}

/** Applies to a request what needs its complete body, and is the same in all protocols. */
export function withBodySteps({ gzip, checksumRequired }: Operation, request: Code): Code {
  const compressed = gzip ? code`${runtime("compress")}(${request}, options)` : request;
  return checksumRequired ? code`${runtime("addChecksum")}(${compressed})` : compressed;
}

/** Returns the types of a streaming body and of the options that it needs; nothing for other bodies. */
function streamTypes(
  structure: Structure | undefined,
  { payload, isStreaming }: Message,
): readonly Code[] {
  if (payload === undefined || !isStreaming) return [];
  return usesEventStream(structure)
    ? [code`${runtime("EventStreamBody")}`, code`${runtime("EventStreamOptions")}`]
    : [code`${typeOf(payload.target)} | undefined`];
}

/**
 * Returns the function that reads a request, for servers. Its body refers to `request` and
 * `options`.
 */
export function deserializeRequestFunction(operation: Operation, body: Body): ConstDeclaration {
  return {
    kind: "const",
    name: "deserializeRequest",
    docs: "",
    exported: true,
    type: requestReaderType(operation, body),
    value: arrow(requestReaderParameters(operation), body),
  };
}

/** A compiler knows the types of parameters only if there is one signature. */
function requestReaderParameters({ input }: Operation): Code[] {
  const isValidated = input !== undefined && input.members.length > 0;
  if (!isOpen(input)) return isValidated ? [code`request`, code`options`] : [code`request`];
  const streamOptions = usesEventStream(input)
    ? code` & ${runtime("EventStreamOptions")}`
    : nothing;
  return [
    code`request: ${runtime("IncomingRequest")}`,
    code`options?: ${runtime("DeserializeRequestOptions")}${streamOptions}`,
  ];
}

function requestReaderType(operation: Operation, { isAsync }: Body): Code {
  const { input } = operation;
  const type = inPromise(code`${ownMessageType(operation, "Input")}`, isAsync);
  const streamOptions = usesEventStream(input) ? [code`${runtime("EventStreamOptions")}`] : [];
  return isOpen(input)
    ? code`${runtime("DeserializeOpenRequest")}<${commas([type, inPromise(dataType(input, "received"), isAsync), ...streamOptions])}>`
    : code`${runtime("DeserializeRequest")}<${commas([type, ...streamOptions])}>`;
}

function inPromise(type: Code, isAsync: boolean | undefined): Code {
  return isAsync === true ? code`Promise<${type}>` : type;
}

/** Returns whether an input has another type before its constraints are checked. */
export function isOpen(input: Structure | undefined): input is Structure {
  return input !== undefined && hasForms(input);
}

/** Returns the statement that declares `here`, the place of the root of a request. */
export const declareRequestRoot: Code = code`const here = ${runtime("root")}(${runtime("requestReader")}());`;

/** Returns the function that reads a response, for clients. Its body refers to `response`. */
export function deserializeResponseFunction(operation: Operation, body: Body): ConstDeclaration {
  const { output } = operation;
  const streamOptions = usesEventStream(output) ? [code`${runtime("EventStreamOptions")}`] : [];
  return {
    kind: "const",
    name: "deserializeResponse",
    docs: "",
    exported: true,
    type: code`${runtime("DeserializeResponse")}<${commas([inPromise(code`${ownMessageType(operation, "Output")}`, body.isAsync), ...streamOptions])}>`,
    value: arrow([code`response`, ...optionsParameter(output)], body),
  };
}

/** Returns the function that writes a response, for servers. Its body refers to `value`. */
export function serializeResponseFunction(operation: Operation, body: Body): ConstDeclaration {
  const { output, response } = operation;
  const isEmpty = output === undefined || output.members.length === 0;
  const type = code`${ownMessageType(operation, "Output")}`;
  const types = commas([type, ...streamTypes(output, response)]);
  return {
    kind: "const",
    name: "serializeResponse",
    docs: "",
    exported: true,
    type: code`${runtime(isEmpty ? "SerializeOptionalResponse" : "SerializeResponse")}<${types}>`,
    value: arrow(isEmpty ? [] : [code`value`, ...optionsParameter(output)], body),
  };
}

/** Returns the parameter for a marshaller, if there is an event stream. */
function optionsParameter(structure: Structure | undefined): Code[] {
  return usesEventStream(structure) ? [code`options`] : [];
}

/** Returns the constant `readers` with the functions that read the errors of an operation. */
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
