import type { Operation } from "../../../ir/service.js";
import type { Member } from "../../../ir/ir.js";
import { emptyValue, local, setMember } from "../../code/access.js";
import type { BodyFormat } from "./body-format.js";
import { readPayload } from "./payload.js";
import { code, commas, lines, literal, mentions, nothing, type Code } from "../../code/code.js";
import type { ConstDeclaration } from "../../code/declarations.js";
import {
  declareRequestRoot,
  deserializeRequestFunction,
  isOpen,
  type Body,
} from "../operation-functions.js";
import { readHeaders } from "../../bindings/http/header-members.js";
import { isAllBody, type Message } from "../../../ir/message.js";
import { inParts } from "../../code/parts.js";
import { readQueryMembers } from "../../bindings/http/query-members.js";
import { ownMessageType } from "../../code/operation-references.js";
import { runtime } from "../../code/runtime.js";
import { functionReference } from "../../code/shape-references.js";
import { parseText } from "../../wire/text-value.js";
import { receivedType } from "../../shapes/types.js";
import { toValidationException } from "../../shapes/validation-exception.js";

/** Returns the function that reads a request, for servers. */
export function deserializeRequest(operation: Operation, format: BodyFormat): ConstDeclaration {
  const { http, request: bindings } = operation;
  const labels = http.segments.flatMap((segment) =>
    segment.kind === "literal" ? [] : [code`${local("label", segment.member)} = ""`],
  );
  const match = code`${runtime("matchUri")}(request, uri);`;
  const read = readInput(operation, bindings, format);
  return deserializeRequestFunction(operation, {
    statements: lines([
      labels.length === 0 ? match : code`const [, ${commas(labels)}] = ${match}`,
      negotiation(operation, bindings, format),
      read.statements,
    ]),
    result: read.result,
  });
}

function negotiation(operation: Operation, bindings: Message, format: BodyFormat): Code {
  return lines([contentTypeCheck(operation, bindings, format), acceptCheck(operation, format)]);
}

/**
 * Checks that the client accepts the media type of the response, unless it has no body or no fixed
 * type.
 */
function acceptCheck({ output, response }: Operation, { mediaType }: BodyFormat): Code {
  if (output === undefined || !response.hasBody) return nothing;
  if (bindsContentType(response)) return nothing;
  const { type, isFixed } = response.payloadType ?? { type: mediaType, isFixed: true };
  return isFixed ? code`${runtime("expectAccept")}(request, ${literal(type)});` : nothing;
}

/**
 * Checks the content type of a request, by the rules of the malformed request tests of the
 * protocol.
 */
function contentTypeCheck(
  operation: Operation,
  bindings: Message,
  { mediaType, whenExpected }: BodyFormat,
): Code {
  if (bindsContentType(bindings)) return nothing;
  const { payload, payloadType } = bindings;
  const expect = (type: string, when: "with a body" | "if given"): Code =>
    code`${runtime("expectContentType")}(request, ${literal(type)}, ${literal(when)});`;
  if (payload !== undefined && payloadType !== undefined) {
    if (!payloadType.isFixed) return nothing;
    return expect(payloadType.type, payload.target.kind === "blob" ? "if given" : "with a body");
  }
  if (bindings.body.length > 0) return expect(mediaType, whenExpected);
  if (operation.input?.members.length === 0) return expect(mediaType, "if given");
  return operation.input === undefined
    ? code`${runtime("expectNoContentType")}(request);`
    : nothing;
}

function bindsContentType({ headers }: Message): boolean {
  return headers.some(
    ({ binding }) => binding.location === "header" && binding.name === "content-type",
  );
}

/** Returns whether an operation has input members but no request body. */
function isBodiless({ input }: Operation, bindings: Message): boolean {
  return input !== undefined && input.members.length > 0 && !bindings.hasBody;
}

function readInput(operation: Operation, bindings: Message, format: BodyFormat): Body {
  const { input } = operation;
  if (input === undefined || input.members.length === 0)
    return { statements: nothing, result: code`{}` };
  const { payload, body } = bindings;
  const type = code`${ownMessageType(operation, "Input")}`;
  const check = functionReference(input, "check");
  const result = code`${runtime("enforced")}<${type}>(${check}, value, options, ${toValidationException})`;
  const document = { structure: input, message: bindings, isUnwrapped: false };
  if (isAllBody(input, bindings)) {
    return {
      statements: lines([
        declareRequestRoot,
        code`const value = ${format.readWhole(document, code`request.body`)};`,
      ]),
      result,
    };
  }
  const read = lines([
    inParts(bindings.labels.map(readLabel)),
    readQueryMembers(bindings),
    readHeaders(bindings, "request"),
    // The protocol tests require that an invalid value is reported first.
    isBodiless(operation, bindings) && !bindsContentType(bindings)
      ? code`${runtime("expectNoContentType")}(request);`
      : nothing,
    payload === undefined ? nothing : readPayload(payload, "request", format),
    body.length === 0 ? nothing : format.readDocument(document, "request"),
  ]);
  return {
    statements: lines([
      mentions(read, "here") ? declareRequestRoot : nothing,
      emptyValue(input.members, isOpen(input) ? receivedType(input) : type),
      read,
    ]),
    result,
  };
}

function readLabel(member: Member): Code {
  const text = local("label", member.name);
  return setMember(
    code`value`,
    member.property,
    parseText(member, text, code`here`, literal(member.name), "label"),
  );
}
