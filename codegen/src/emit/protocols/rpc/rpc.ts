import type { Member, Structure, Union } from "../../../ir/ir.js";
import type { Operation } from "../../../ir/service.js";
import { messageOf, type Direction, type Message } from "../../../ir/message.js";
import { entry, emptyValue, member as memberOf, setMember } from "../../code/access.js";
import { code, commas, identifier, lines, literal, nothing, type Code } from "../../code/code.js";
import { ownMessageType } from "../../code/operation-references.js";
import { runtime } from "../../code/runtime.js";
import { exceptionReference, functionReference } from "../../code/shape-references.js";
import { receivedType, typeOf } from "../../shapes/types.js";
import { toValidationException } from "../../shapes/validation-exception.js";
import { publicTreeCodec, treeCodec } from "../../wire/tree/codec.js";
import { guideArgument } from "../../wire/tree/guides.js";
import { eventFunctions, eventSink, eventSource } from "../../wire/tree/event-stream.js";
import { rootOf } from "../../wire/tree/write.js";
import type { TreeFormat } from "../../wire/tree/tree-format.js";
import { hostPrefixText } from "../../bindings/http/uri.js";
import { errorFunctions } from "../error-functions.js";
import {
  declareRequestRoot,
  deserializeRequestFunction,
  deserializeResponseFunction,
  errorsConstant,
  isOpen,
  serializeRequestFunction,
  serializeResponseFunction,
  withBodySteps,
  type Body,
} from "../operation-functions.js";
import type { Protocol } from "../protocol.js";
import type { Call, RpcDialect } from "./dialect.js";

/** Returns a protocol that calls an operation by its name, with the whole input as a JSON body. */
export function rpcProtocol(dialect: RpcDialect): Protocol {
  return {
    messagesAreJson: dialect.format.publicTypes === undefined,
    publicCodec: (shape) => publicTreeCodec(shape, dialect.format),
    codec: (shape) => [
      ...treeCodec(shape, dialect.format),
      ...(shape.kind === "union" && shape.streaming ? eventFunctions(shape, dialect.format) : []),
    ],
    operation: (operation, service) => {
      const call = { operation, service };
      return [
        errorsConstant(operation),
        serializeRequestFunction(operation, writeRequest(call, dialect)),
        deserializeResponseFunction(operation, readResponse(call, dialect)),
        deserializeRequestFunction(operation, readRequest(call, dialect)),
        serializeResponseFunction(operation, writeResponse(call, dialect)),
      ];
    },
    error: (shape, { queryCompatible }) => {
      const { isExact } = messageOf(shape, "response");
      return errorFunctions(shape, {
        read: code`const value = ${functionReference(shape, "read")}(wire, here);`,
        write: writeError(shape, dialect, queryCompatible),
        isExact,
      });
    },
    server: {
      router: (service) => dialect.router(service),
      errorWriter: dialect.errorWriter,
      folder: dialect.folder,
      signals: { ...dialect.header, mediaType: dialect.contentType },
    },
  };
}

function writeRequest(call: Call, dialect: RpcDialect): Body {
  const { operation, service } = call;
  const { input, request, hostPrefix } = operation;
  const { statements, body } = writeBody(input, request, "client", dialect);
  const headers = service.queryCompatible ? code`{ "x-amzn-query-mode": "true" }` : undefined;
  const base = asMessage(request, dialect.request(call, body, headers));
  const hosts = [
    ...(hostPrefix === undefined ? [] : [code`hostPrefix: ${hostPrefixText(hostPrefix)}`]),
    ...hostnameOf(operation),
  ];
  const addressed = hosts.length === 0 ? base : code`{ ...${base}, ${commas(hosts)} }`;
  return { statements, result: withBodySteps(operation, addressed) };
}

/** Returns the property with the host that a member of the input names. */
function hostnameOf({ input, customization: { endpointMember } }: Operation): Code[] {
  const member = input?.members.find(({ name }) => name === endpointMember);
  if (member === undefined) return [];
  const value = memberOf(code`value`, member.property, typeOf(member.target));
  const place = commas([value, rootOf("client"), literal(member.name)]);
  return [code`hostname: ${runtime("hostnameOf")}(${place})`];
}

function writeResponse({ operation }: Call, dialect: RpcDialect): Body {
  const { output, response } = operation;
  const { statements, body } = writeBody(output, response, "server", dialect);
  return { statements, result: asMessage(response, dialect.response(body)) };
}

function asMessage({ isStreaming }: Message, message: Code): Code {
  return isStreaming ? code`${runtime("asEventStream")}(${message})` : message;
}

/** Writes the body of a message: a document, or a stream of events. */
function writeBody(
  structure: Structure | undefined,
  message: Message,
  side: "client" | "server",
  { format, alwaysHasBody }: RpcDialect,
): { readonly statements: Code; readonly body: Code } {
  if (structure === undefined) {
    const isEmpty = side === "client" && alwaysHasBody;
    return { statements: nothing, body: isEmpty ? emptyDocument(format) : code`undefined` };
  }
  const { payload } = message;
  if (payload?.target.kind === "union") {
    const value = memberOf(code`value`, payload.property, typeOf(payload.target));
    const initial = literal(side === "client" ? "initial-request" : "initial-response");
    const source = eventSource(payload, payload.target, value, side);
    const document = code`${functionReference(structure, "write")}(value, ${rootOf(side)})`;
    const { write } = message.isExact ? format.exactBody : format.body;
    // JSON is written by itself.
    const writer = write === "writeJson" ? [] : [code`${runtime(write)}`];
    const parts = commas([initial, document, code`options`, source, ...writer]);
    return { statements: nothing, body: code`${runtime("writeEventsAfter")}(${parts})` };
  }
  const { write } = message.isExact ? format.exactBody : format.body;
  if (structure.members.length === 0) return { statements: nothing, body: emptyDocument(format) };
  const document = code`${functionReference(structure, "write")}(value, ${rootOf(side)})`;
  const tokens =
    side === "client" ? structure.members.filter((member) => member.idempotencyToken) : [];
  if (tokens.length === 0)
    return { statements: nothing, body: code`${runtime(write)}(${document})` };
  return {
    statements: lines([
      code`const json = ${document};`,
      ...tokens.map(
        ({ wireName }) =>
          code`${entry(code`json`, wireName)} ??= ${runtime("idempotencyToken")}(options);`,
      ),
    ]),
    body: code`${runtime(write)}(json)`,
  };
}

function emptyDocument({ body }: TreeFormat): Code {
  return body.write === "writeJson" ? literal("{}") : code`${runtime(body.write)}({})`;
}

function readResponse({ operation, service }: Call, dialect: RpcDialect): Body {
  const { output, response } = operation;
  const open = code`${dialect.openResponse}(response, readers, ${exceptionReference(service.exceptionName)});`;
  if (output === undefined || output.members.length === 0)
    return { statements: open, result: code`{}` };
  return readBody(operation, output, response, "response", open, dialect);
}

function readRequest(call: Call, dialect: RpcDialect): Body {
  const { input, request } = call.operation;
  const type = literal(dialect.contentType);
  const isStream = request.isStreaming;
  const accepted = isStream
    ? nothing
    : code`${runtime("expectContentType")}(request, ${type}, "if given");`;
  const start = lines([dialect.expectOperation(call), accepted]);
  if (input === undefined || input.members.length === 0)
    return { statements: start, result: code`{}` };
  const { statements, result, isAsync } = readBody(
    call.operation,
    input,
    request,
    "request",
    nothing,
    dialect,
  );
  const check = functionReference(input, "check");
  return {
    statements: lines([start, statements, isStream ? nothing : code`const value = ${result};`]),
    result: code`${runtime("enforced")}<${ownMessageType(call.operation, "Input")}>(${check}, value, options, ${toValidationException})`,
    ...(isAsync === undefined ? {} : { isAsync }),
  };
}

/** Reads the body of a message: a document, or a stream of events. */
function readBody(
  operation: Operation,
  structure: Structure,
  { payload, isExact }: Message,
  direction: Direction,
  start: Code,
  { format }: RpcDialect,
): Body {
  if (payload?.target.kind === "union") {
    if (structure.members.length > 1)
      return readInitialMembers(structure, { payload, isExact }, direction, start, format);
    const type =
      direction === "request" && !isOpen(structure)
        ? code`${ownMessageType(operation, "Input")}`
        : receivedType(structure);
    return {
      statements: lines([
        start,
        emptyValue(structure.members, type),
        setMember(
          code`value`,
          payload.property,
          code`${runtime("readEventsAfter")}(options, ${eventSink(payload.target, direction)})`,
        ),
      ]),
      result: code`value`,
    };
  }
  const { read } = isExact ? format.exactBody : format.body;
  const document = code`${runtime(read)}(${identifier(direction)}.body, here${guideArgument(structure, format)})`;
  return {
    statements: direction === "request" ? declareRequestRoot : code`const here = ${start}`,
    result: code`${functionReference(structure, "read")}(${document}, here)`,
  };
}

/**
 * Reads the members of the first message of a stream, and those of the others as events. The result
 * is known only when that message has arrived.
 */
function readInitialMembers(
  structure: Structure,
  { payload, isExact }: { readonly payload: Member; readonly isExact: boolean },
  direction: Direction,
  start: Code,
  format: TreeFormat,
): Body {
  const { readOrNothing } = isExact ? format.exactBody : format.body;
  const union = payload.target as Union;
  const sink = eventSink(union, direction);
  const document = code`${runtime(readOrNothing)}(initial, here) ?? {}`;
  return {
    statements: lines([
      direction === "request" ? declareRequestRoot : code`const here = ${start}`,
      code`const [initial, events] = await ${runtime("readInitialEvent")}<${receivedType(union)}>(options, ${sink});`,
      code`const value = ${functionReference(structure, "read")}(${document}, here);`,
      setMember(code`value`, payload.property, code`events`),
    ]),
    result: code`value`,
    isAsync: true,
  };
}

function writeError(shape: Structure, { errorWriter }: RpcDialect, queryCompatible: boolean): Code {
  const { fault = "client", statusCode = 400, queryCode } = shape.error ?? {};
  const queryError = `${queryCode ?? ""};${fault === "client" ? "Sender" : "Receiver"}`;
  const query =
    queryCompatible && queryCode !== undefined ? code`, ${literal(queryError)}` : nothing;
  const members = code`${functionReference(shape, "write")}(value, ${rootOf("server")})`;
  return code`return ${errorWriter}(${literal(statusCode)}, ${literal(shape.id)}, ${members}${query});`;
}
