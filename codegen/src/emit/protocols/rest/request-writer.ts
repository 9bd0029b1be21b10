import type { Operation } from "../../../ir/service.js";
import type { BodyFormat, BodyWriter } from "./body-format.js";
import { declareHeaders, writePayload } from "./payload.js";
import { code, commas, lines, literal, nothing, type Code } from "../../code/code.js";
import type { ConstDeclaration } from "../../code/declarations.js";
import { serializeRequestFunction, withBodySteps, type Body } from "../operation-functions.js";
import { writeHeaders } from "../../bindings/http/header-members.js";
import { isAllBody, type Message } from "../../../ir/message.js";
import { hasQuery, writeQueryMembers } from "../../bindings/http/query-members.js";
import { runtime } from "../../code/runtime.js";
import { hostPrefixText, pathText } from "../../bindings/http/uri.js";
import { rootOf } from "../../wire/tree/write.js";

const clientRoot = rootOf("client");

/** Returns the function that writes a request, for clients. */
export function serializeRequest(operation: Operation, format: BodyFormat): ConstDeclaration {
  return serializeRequestFunction(operation, requestParts(operation, format));
}

function requestParts(operation: Operation, format: BodyFormat): Body {
  const { input, request: bindings, http, hostPrefix, customization } = operation;
  const writer = requestWriter(operation, bindings, format);
  const isWithQuery = hasQuery(operation, bindings);
  const fixed = customization.headers.map(
    ([name, value]) => code`${literal(name)}: ${literal(value)}`,
  );
  const declared = declareHeaders(writer, commas(fixed));
  const headerStatements = lines([declared.statements, writeHeaders(bindings, "request")]);
  const request = lines([
    code`method: ${literal(http.method)},`,
    code`path: ${pathText(operation)},`,
    isWithQuery ? code`query,` : code`query: {},`,
    headerStatements.isEmpty ? code`headers: ${declared.literal},` : code`headers,`,
    code`body: ${writer?.body ?? code`undefined`},`,
    hostPrefix === undefined ? nothing : code`hostPrefix: ${hostPrefixText(hostPrefix)},`,
  ]);
  // The writer of the body checks that the input is an object, if it is called first.
  const isChecked =
    input === undefined ||
    input.members.length === 0 ||
    (isAllBody(input, bindings) && writer !== undefined);
  return {
    statements: lines([
      isChecked ? nothing : code`${runtime("expectObject")}(value, ${clientRoot});`,
      isWithQuery ? writeQueryMembers(operation, bindings) : nothing,
      headerStatements.isEmpty
        ? nothing
        : code`const headers: Record<string, string> = ${declared.literal};`,
      headerStatements,
      writer?.statements ?? nothing,
    ]),
    result: finishRequest(operation, bindings, code`{\n${request}\n}`),
  };
}

/** Applies the steps that need the complete request, with its body. */
function finishRequest(operation: Operation, bindings: Message, request: Code): Code {
  const { treeHash } = operation.customization;
  const isHashed = bindings.headers.some(
    ({ binding }) => binding.location === "header" && binding.name === treeHash,
  );
  let result = withBodySteps(operation, request);
  if (treeHash !== undefined && isHashed && bindings.payload?.target.kind === "blob")
    result = code`${runtime("addTreeHash")}(${result}, ${literal(treeHash)})`;
  return result;
}

function requestWriter(
  { input }: Operation,
  message: Message,
  format: BodyFormat,
): BodyWriter | undefined {
  if (input === undefined || !message.hasBody) return undefined;
  return message.payload === undefined
    ? format.writeDocument({ structure: input, message, isUnwrapped: false }, "client")
    : writePayload(message, message.payload, "client", format);
}
