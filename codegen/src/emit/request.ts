import type { Http, Member, Operation, PathSegment, Structure } from "../ir/ir.js";
import { entry, member as memberOf, setMember, emptyValue, local, mayBeEmpty } from "./access.js";
import {
  declareHeaders,
  hasBody,
  readDocument,
  readPayload,
  writeDocument,
  writePayload,
} from "./body.js";
import {
  code,
  commas,
  join,
  lines,
  literal,
  mentions,
  nothing,
  plainText,
  regExpLiteral,
  templateText,
  type Code,
} from "./code.js";
import type { ConstDeclaration, FunctionDeclaration, Parameter } from "./declarations.js";
import { usesEventStream } from "./event-stream.js";
import { readHeaders, writeHeaders } from "./header-members.js";
import {
  bindingsOf,
  isAllBody,
  isBodilessResponse,
  isStreaming,
  payloadType,
  type Bindings,
} from "./message.js";
import { hasForms } from "./forms.js";
import { inParts } from "./parts.js";
import { absence, emptyMapIfNeeded } from "./read.js";
import { runtime } from "./runtime.js";
import { functionReference } from "./shape-references.js";
import { isQuotable, parseText, writeText, writeTexts } from "./text-value.js";
import { receivedType, typeOf } from "./types.js";
import { toValidationException } from "./validation-exception.js";
import { rootOf } from "./write.js";

const clientRoot = rootOf("client");

/** Returns the function that writes a request, for clients. */
export function serializeRequest(operation: Operation): FunctionDeclaration {
  const { input } = operation;
  const bindings = bindingsOf(input, "request");
  const isUsed = (input?.members.length ?? 0) > 0;
  const isStream = isStreaming(bindings.payload);
  return {
    kind: "function",
    name: "serializeRequest",
    docs: `Serializes a request of ${operation.symbol}. The caller signs and sends it.

@throws SerializationException if a value cannot be serialized, or a required label, query parameter or header is missing.`,
    exported: true,
    parameters: [
      {
        name: isUsed ? "value" : "_value",
        type: code`Input`,
        ...(mayBeEmpty(input?.members ?? []) ? { initializer: code`{}` } : {}),
      },
      ...optionsParameter(operation),
    ],
    returnType: isStream
      ? code`${runtime("HttpRequest")}<${streamType(operation)}>`
      : code`${runtime("HttpRequest")}`,
    body: requestBody(operation, bindings),
  };
}

function streamType(operation: Operation): Code {
  const payload = bindingsOf(operation.input, "request").payload;
  if (usesEventStream(operation.input)) return code`${runtime("EventStreamBody")}`;
  return payload === undefined
    ? code`${runtime("CollectedBody")}`
    : code`${typeOf(payload.target)} | undefined`;
}

function optionsParameter(operation: Operation): Parameter[] {
  const needsOptions =
    operation.gzip ||
    usesEventStream(operation.input) ||
    (operation.input?.members.some(({ idempotencyToken }) => idempotencyToken) ?? false);
  return needsOptions
    ? [
        {
          name: "options",
          type: code`${runtime("SerializeRequestOptions")}${eventStreamOptions(operation)}`,
          initializer: code`{}`,
        },
      ]
    : [];
}

/** Returns the type of the options of an event stream; nothing for other operations. */
function eventStreamOptions({ input }: Operation): Code {
  return usesEventStream(input) ? code` & ${runtime("EventStreamOptions")}` : nothing;
}

function requestBody(operation: Operation, bindings: Bindings): Code {
  const { http, hostPrefix, customization } = operation;
  const writer = requestWriter(operation, bindings);
  const hasQuery =
    http.query.length > 0 || bindings.query.length > 0 || bindings.queryParams !== undefined;
  const fixed = customization.headers.map(
    ([name, value]) => code`${literal(name)}: ${literal(value)}`,
  );
  const declared = declareHeaders(writer, commas(fixed));
  const headerStatements = lines([declared.statements, writeHeaders(bindings, "request")]);
  const request = lines([
    code`method: ${literal(http.method)},`,
    code`path: ${pathText(operation)},`,
    hasQuery ? code`query,` : code`query: {},`,
    headerStatements.isEmpty ? code`headers: ${declared.literal},` : code`headers,`,
    code`body: ${writer?.body ?? code`undefined`},`,
    hostPrefix === undefined ? nothing : code`hostPrefix: ${hostPrefixText(hostPrefix)},`,
  ]);
  const result = finishRequest(operation, bindings, code`{\n${request}\n}`);
  return lines([
    isWrittenHere(operation, bindings)
      ? code`${runtime("expectObject")}(value, ${clientRoot});`
      : nothing,
    hasQuery ? writeQueryMembers(operation, bindings) : nothing,
    headerStatements.isEmpty
      ? nothing
      : code`const headers: Record<string, string> = ${declared.literal};`,
    headerStatements,
    writer?.statements ?? nothing,
    code`return ${result};`,
  ]);
}

/** Applies the steps that need the complete request, with its body. */
function finishRequest(operation: Operation, bindings: Bindings, request: Code): Code {
  const { treeHash } = operation.customization;
  const isHashed = bindings.headers.some(
    ({ binding }) => binding.location === "header" && binding.name === treeHash,
  );
  let result = request;
  if (operation.gzip) result = code`${runtime("compress")}(${result}, options)`;
  if (operation.checksumRequired) result = code`${runtime("addChecksum")}(${result})`;
  if (treeHash !== undefined && isHashed && bindings.payload?.target.kind === "blob")
    result = code`${runtime("addTreeHash")}(${result}, ${literal(treeHash)})`;
  return result;
}

/** Returns whether the members are written here, instead of by the function of the shape. */
function isWrittenHere({ input }: Operation, bindings: Bindings): boolean {
  if (input === undefined || input.members.length === 0) return false;
  return !isAllBody(input, bindings) || input.members.some((member) => member.idempotencyToken);
}

function requestWriter(
  operation: Operation,
  bindings: Bindings,
): ReturnType<typeof writeDocument> | undefined {
  const { input } = operation;
  if (input === undefined || !hasBody(bindings)) return undefined;
  if (bindings.payload !== undefined) return writePayload(bindings.payload, "client");
  const tokens = bindings.body.filter(({ idempotencyToken }) => idempotencyToken);
  const all = isAllBody(input, bindings)
    ? code`${functionReference(input, "write")}(value, ${clientRoot})`
    : undefined;
  if (tokens.length === 0) return writeDocument(bindings.body, all, "client");
  const writer = writeDocument(bindings.body, undefined, "client");
  return { ...writer, statements: lines([writer.statements, ...tokens.map(writeToken)]) };
}

function writeToken(member: Member): Code {
  return code`${entry(code`json`, member.wireName)} ??= ${runtime("idempotencyToken")}(options);`;
}

function pathText({ http, input, customization }: Operation): Code {
  const parts = http.segments.map((segment, index) => {
    if (segment.kind === "literal") return code`/${templateText(encodeLiteral(segment.text))}`;
    const member = input?.members.find(({ name }) => name === segment.member);
    if (member === undefined) return nothing;
    const value = memberOf(code`value`, member.property, typeOf(member.target));
    const standIn = customization.labels.get(member.name);
    const text =
      standIn === undefined
        ? writeText(member, value, "label", clientRoot, literal(member.name))
        : code`${value} || ${literal(standIn)}`;
    const write = runtime(segment.kind === "greedy" ? "writeGreedyLabel" : "writeLabel");
    const isFirst = segment.kind === "greedy" && index === 0 ? code`, true` : nothing;
    return code`/\${${write}(${text}, ${clientRoot}, ${literal(member.name)}${isFirst})}`;
  });
  return code`\`${join(parts)}\``;
}

/** Percent-encodes the characters that are not allowed in a path. */
export function encodeLiteral(text: string): string {
  return text.replace(/[^A-Za-z0-9\-._~!$&'()*+,;=:@%]/gu, (character) =>
    encodeURIComponent(character),
  );
}

function hostPrefixText(parts: readonly string[]): Code {
  const texts = parts.map((part, index) =>
    index % 2 === 0
      ? templateText(part)
      : code`\${${runtime("hostLabel")}(${memberOf(code`value`, part, code`string`)}, ${clientRoot}, ${literal(part)})}`,
  );
  return code`\`${join(texts)}\``;
}

function writeQueryMembers({ http }: Operation, bindings: Bindings): Code {
  const literals = http.query.map(([name, value]) => code`[${literal(name)}]: ${literal(value)},`);
  return lines([
    code`const query: Record<string, string | string[] | null> = {${join(literals, code` `)}};`,
    inParts(bindings.query.map(writeQueryMember)),
    bindings.queryParams === undefined ? nothing : writeQueryParams(bindings.queryParams),
  ]);
}

function writeQueryMember(member: Member): Code {
  const value = memberOf(code`value`, member.property, typeOf(member.target));
  const name = member.binding.location === "query" ? member.binding.name : "";
  const set = (text: Code): Code => setQuery(name, text);
  if (member.idempotencyToken) {
    return set(
      code`${runtime("writeQuery")}(${value} ?? ${runtime("idempotencyToken")}(options), ${clientRoot}, ${literal(member.name)})`,
    );
  }
  const otherwise = member.required
    ? code` else ${runtime("missingBinding")}(${clientRoot}, ${literal(member.name)});`
    : nothing;
  if (member.target.kind !== "list") {
    const text = writeQueryText(member, value, clientRoot, literal(member.name));
    return code`if (${value} != null) ${set(text)}${otherwise}`;
  }
  const items = local("texts", member.name);
  const element = member.target.member;
  const texts = writeTexts(member, value, clientRoot, (here, index) =>
    writeQueryText(element, code`item`, here, index),
  );
  // An empty list has no query parameters, like an absent one.
  return code`if (${value} != null) {
  const ${items} = ${texts};
  if (${items}.length > 0) ${set(items)}
}${otherwise}`;
}

function setQuery(name: string, value: Code): Code {
  return name === "__proto__"
    ? code`${runtime("define")}(query, ${literal(name)}, ${value});`
    : code`query[${literal(name)}] = ${value};`;
}

function writeQueryText(member: Member, value: Code, here: Code, key: Code): Code {
  const text = writeText(member, value, "query", here, key);
  return isQuotable(member.target)
    ? code`${runtime("writeQuery")}(${text}, ${here}, ${key})`
    : text;
}

function writeQueryParams(member: Member): Code {
  const value = memberOf(code`value`, member.property, typeOf(member.target));
  return code`if (${value} != null) ${runtime("writeQueryMap")}(query, ${value}, ${runtime("at")}(${clientRoot}, ${literal(member.name)}));`;
}

/** Returns the segments that a server matches. A slash at the end of a path is optional. */
export function matchedSegments({ segments }: Http): readonly PathSegment[] {
  const last = segments[segments.length - 1];
  const endsInSlash = segments.length > 1 && last?.kind === "literal" && last.text === "";
  return endsInSlash ? segments.slice(0, -1) : segments;
}

/** Returns the regular expression for the paths of requests, with a group for each label. */
export function uriPattern({ http }: Operation): ConstDeclaration {
  const segments = matchedSegments(http);
  const parts = segments.map((segment) => `/${segmentPattern(segment)}`);
  const hasGreedy = segments.some(({ kind }) => kind === "greedy");
  // A slash at the end is ignored unless it is part of a greedy label.
  const end = segments[segments.length - 1]?.kind === "greedy" ? "$" : "/?$";
  return {
    kind: "const",
    name: "pattern",
    docs: "",
    exported: false,
    type: undefined,
    value: regExpLiteral(new RegExp(`^${parts.join("")}${end}`, hasGreedy ? "s" : "")),
  };
}

function segmentPattern(segment: PathSegment): string {
  switch (segment.kind) {
    case "literal":
      return encodeLiteral(segment.text).replace(/[$()*+.]/g, "\\$&");
    case "label":
      return "([^/]+)";
    case "greedy":
      return "(.+)";
  }
}

function uncheckedDocs({ symbol }: Operation): string {
  return `Deserializes a request of ${symbol} without validation if \`options.validate\` is \`false\`: enums may have values that the model does not define.`;
}

/** Returns the function that reads a request, for servers. */
export function deserializeRequest(operation: Operation): FunctionDeclaration {
  const { input, http } = operation;
  const bindings = bindingsOf(input, "request");
  const labels = http.segments
    .filter((segment) => segment.kind !== "literal")
    .map(({ member }) => member);
  const names = labels.map((name) => code`${local("label", name)} = ""`);
  const literals = http.query.map(([name, value]) => code`[${literal(name)}, ${literal(value)}]`);
  const match = code`${runtime("matchUri")}(request, pattern, ${literal(http.method)}, ${literal(http.uri)}${literals.length === 0 ? nothing : code`, [${commas(literals)}]`});`;
  const isValidated = input !== undefined && input.members.length > 0;
  const request: Parameter = { name: "request", type: code`${runtime("IncomingRequest")}` };
  const options: Parameter = {
    name: isValidated ? "options" : "_options",
    type: code`${runtime("DeserializeRequestOptions")}${eventStreamOptions(operation)}`,
    optional: true,
  };
  const validated: Parameter = {
    ...options,
    type: code`${options.type} & { readonly validate?: true | undefined }`,
  };
  const type = inputType(input);
  const docs = `Deserializes a request of ${operation.symbol} on a server and checks its constraints.

@throws UnsupportedMediaTypeException (415) if the content type is not supported.
@throws NotAcceptableException (406) if the header accept does not allow the response type.
@throws SerializationException (400) if the method or path does not match the operation, or the request does not match the input.
@throws ValidationException (400) if a constraint is violated, unless \`options.validate\` is \`false\`.`;
  const overloads =
    input === undefined || !hasForms(input)
      ? []
      : [
          { docs, parameters: [request, validated], returnType: code`Input` },
          { docs: uncheckedDocs(operation), parameters: [request, options], returnType: type },
        ];
  return {
    kind: "function",
    name: "deserializeRequest",
    docs: overloads.length === 0 ? docs : "",
    exported: true,
    parameters: [request, options],
    returnType: type,
    overloads,
    body: lines([
      labels.length === 0 ? match : code`const [, ${commas(names)}] = ${match}`,
      negotiation(operation, bindings),
      readInput(operation, bindings),
    ]),
  };
}

/** Returns the type of an input before its constraints are checked. */
function inputType(input: Structure | undefined): Code {
  return input !== undefined && hasForms(input) ? receivedType(input) : code`Input`;
}

function negotiation(operation: Operation, bindings: Bindings): Code {
  return lines([contentTypeCheck(operation, bindings), acceptCheck(operation)]);
}

/**
 * Checks that the client accepts the media type of the response, unless it has no body or no fixed
 * type.
 */
function acceptCheck({ output, http }: Operation): Code {
  const bindings = bindingsOf(output, "response");
  const { payload } = bindings;
  if (output === undefined || isBodilessResponse(bindings, http.code)) return nothing;
  if (bindsContentType(bindings)) return nothing;
  const { type, isFixed } =
    payload === undefined ? { type: "application/json", isFixed: true } : payloadType(payload);
  return isFixed ? code`${runtime("expectAccept")}(request, ${literal(type)});` : nothing;
}

/**
 * Checks the content type of a request, by the rules of the malformed request tests of the
 * protocol.
 */
function contentTypeCheck(operation: Operation, bindings: Bindings): Code {
  if (bindsContentType(bindings)) return nothing;
  const { payload } = bindings;
  const expect = (type: string, when: "with a body" | "if given"): Code =>
    code`${runtime("expectContentType")}(request, ${literal(type)}, ${literal(when)});`;
  if (payload !== undefined) {
    const { type, isFixed } = payloadType(payload);
    if (!isFixed) return nothing;
    return expect(type, payload.target.kind === "blob" ? "if given" : "with a body");
  }
  if (bindings.body.length > 0) return expect("application/json", "with a body");
  if (operation.input?.members.length === 0) return expect("application/json", "if given");
  return operation.input === undefined
    ? code`${runtime("expectNoContentType")}(request);`
    : nothing;
}

function bindsContentType({ headers }: Bindings): boolean {
  return headers.some(
    ({ binding }) => binding.location === "header" && binding.name === "content-type",
  );
}

/** Returns whether an operation has input members but no request body. */
function isBodiless({ input }: Operation, bindings: Bindings): boolean {
  return input !== undefined && input.members.length > 0 && !hasBody(bindings);
}

function readInput(operation: Operation, bindings: Bindings): Code {
  const { input } = operation;
  if (input === undefined || input.members.length === 0) return code`return {};`;
  const { payload, body } = bindings;
  const read = lines([
    inParts(bindings.labels.map(readLabel)),
    inParts(bindings.query.map(readQueryMember)),
    bindings.queryParams === undefined ? nothing : readQueryParams(bindings.queryParams),
    readHeaders(bindings, "request"),
    // The protocol tests require that an invalid value is reported first.
    isBodiless(operation, bindings) && !bindsContentType(bindings)
      ? code`${runtime("expectNoContentType")}(request);`
      : nothing,
    payload === undefined ? nothing : readPayload(payload, "request"),
    body.length === 0 ? nothing : readDocument(body, "request"),
  ]);
  return lines([
    mentions(read, "here")
      ? code`const here = ${runtime("root")}(${runtime("requestReader")}());`
      : nothing,
    emptyValue(input.members, inputType(input)),
    read,
    code`if (options?.validate !== false) ${runtime("enforce")}(${functionReference(input, "check")}, value, options, ${toValidationException});`,
    code`return value;`,
  ]);
}

function readLabel(member: Member): Code {
  const text = local("label", member.name);
  return setMember(
    code`value`,
    member.property,
    parseText(member, text, code`here`, literal(member.name), "label"),
  );
}

function readQueryMember(member: Member): Code {
  const name = literal(member.binding.location === "query" ? member.binding.name : "");
  const text = local("text", member.name);
  const key = literal(member.name);
  const { target } = member;
  const isList = target.kind === "list";
  const item = isList
    ? parseText(
        target.member,
        code`item`,
        code`${runtime("at")}(here, ${key})`,
        code`index`,
        "query",
      )
    : parseText(member, text, code`here`, key, "query");
  const value = !isList
    ? item
    : plainText(item) === "item"
      ? text
      : code`${text}.map((item, index) => ${item})`;
  return lines([
    code`const ${text} = ${runtime(isList ? "readQuery" : "readFirstQuery")}(request, ${name});`,
    code`if (${text} !== undefined) ${setMember(code`value`, member.property, value)}${absence(member, "request")}`,
  ]);
}

function readQueryParams(member: Member): Code {
  const isListMap = member.target.kind === "map" && member.target.value.target.kind === "list";
  const entries = local("entries", member.name);
  return lines([
    code`const ${entries} = ${runtime(isListMap ? "readQueryListMap" : "readQueryMap")}(request);`,
    code`if (${entries} !== undefined) ${setMember(code`value`, member.property, entries)}${emptyMapIfNeeded(member)}`,
  ]);
}
