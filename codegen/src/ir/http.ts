import type { Http, PathSegment } from "./service.js";
import type { AstMember, AstMemberedShape, AstOperationShape, ShapeId } from "../load/ast.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { shown } from "../diagnostics/text.js";
import { isRecord, own } from "../load/parse-model.js";
import { hasTrait, stringTrait, trait } from "../load/traits.js";
import type { Binding } from "./ir.js";

/** A token, which HTTP methods and header names must be (RFC 9110, section 5.6.2). */
const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Reads an operation's `http` trait (Smithy 2.0, "http trait"). */
export function httpOf(operation: AstOperationShape, diagnostics: Diagnostics): Http | undefined {
  const value = trait(operation, "smithy.api#http");
  if (!isRecord(value)) {
    diagnostics.error(
      "SC1601",
      operation.id,
      "has no trait smithy.api#http, which the protocol requires",
    );
    return undefined;
  }
  const [method, uri, code = 200] = ["method", "uri", "code"].map((name) => own(value, name));
  if (typeof method !== "string" || !token.test(method)) {
    diagnostics.error(
      "SC1602",
      operation.id,
      `has an invalid HTTP method: expected a token such as "GET", found ${shown(method)}`,
    );
    return undefined;
  }
  if (typeof uri !== "string" || !uri.startsWith("/") || /[\s#\p{Cc}\p{Surrogate}]/u.test(uri)) {
    diagnostics.error(
      "SC1603",
      operation.id,
      `has an invalid URI: expected a path that begins with "/" and has no spaces or "#", found ${shown(uri)}`,
    );
    return undefined;
  }
  if (!isStatusCode(code)) {
    diagnostics.error(
      "SC1604",
      operation.id,
      `has an invalid status code: expected an integer from 100 to 999, found ${shown(code)}`,
    );
    return undefined;
  }
  const [path = "", query = ""] = splitOnce(uri, "?");
  const segments = path.slice(1).split("/");
  if (segments.length > maxSegments) {
    diagnostics.error(
      "SC1605",
      operation.id,
      `has a URI of ${segments.length} segments; expected at most ${maxSegments}`,
    );
    return undefined;
  }
  const literals = query === "" ? [] : query.split("&").map((pair) => parseLiteral(pair));
  if (new Set(literals.map(([name]) => name)).size < literals.length) {
    diagnostics.error(
      "SC1606",
      operation.id,
      `has a duplicate query parameter in its URI ${shown(uri)}`,
    );
  }
  return {
    method,
    uri,
    segments: segments.map((text) => parseSegment(text, operation.id, diagnostics)),
    query: literals,
    code,
  };
}

/** Returns the request line of an operation without HTTP bindings. */
export function rpcHttp(uri: string): Http {
  const segments = uri
    .slice(1)
    .split("/")
    .map((text): PathSegment => ({ kind: "literal", text }));
  return { method: "POST", uri, segments, query: [], code: 200 };
}

/**
 * The maximum number of segments of a path. Services have less than 20; the nested template literal
 * for thousands of labels would exhaust the stack of the compiler.
 */
const maxSegments = 256;

/** Returns whether a value is a valid HTTP status code. */
export function isStatusCode(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 100 && value <= 999;
}

function splitOnce(text: string, separator: string): string[] {
  const index = text.indexOf(separator);
  return index === -1 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}

function parseSegment(text: string, place: ShapeId, diagnostics: Diagnostics): PathSegment {
  const label = /^\{([^{}+]*)(\+)?\}$/.exec(text);
  if (label !== null) {
    return { kind: label[2] === undefined ? "label" : "greedy", member: label[1] ?? "" };
  }
  if (/[{}]/.test(text)) {
    diagnostics.error(
      "SC1607",
      place,
      `has an invalid URI segment ${JSON.stringify(text)}; a label must be a whole segment`,
    );
  }
  return { kind: "literal", text };
}

function parseLiteral(pair: string): readonly [string, string] {
  const [name = "", value = ""] = splitOnce(pair, "=");
  return [name, value];
}

/** Reads the HTTP binding of a member (Smithy 2.0, "HTTP bindings"). */
export function bindingOf(member: AstMember): Binding {
  if (hasTrait(member, "smithy.api#httpLabel")) return { location: "label" };
  const query = stringTrait(member, "smithy.api#httpQuery");
  if (query !== undefined) return { location: "query", name: query };
  const header = stringTrait(member, "smithy.api#httpHeader");
  if (header !== undefined) return { location: "header", name: header.toLowerCase() };
  const prefix = stringTrait(member, "smithy.api#httpPrefixHeaders");
  if (prefix !== undefined) return { location: "prefixHeaders", name: prefix.toLowerCase() };
  if (hasTrait(member, "smithy.api#httpQueryParams")) return { location: "queryParams" };
  if (hasTrait(member, "smithy.api#httpPayload")) return { location: "payload" };
  if (hasTrait(member, "smithy.api#httpResponseCode")) return { location: "responseCode" };
  return { location: "body" };
}

const bindingTraits = [
  "smithy.api#httpLabel",
  "smithy.api#httpQuery",
  "smithy.api#httpHeader",
  "smithy.api#httpPrefixHeaders",
  "smithy.api#httpQueryParams",
  "smithy.api#httpPayload",
  "smithy.api#httpResponseCode",
];

/** Reports conflicting bindings within the input, output or error of an operation. */
export function checkBindings(structure: AstMemberedShape, diagnostics: Diagnostics): void {
  const holders = new Map<string, string>();
  const locations = [...structure.members.values()].map((member) => bindingOf(member).location);
  if (locations.includes("payload") && locations.includes("body")) {
    diagnostics.error(
      "SC1608",
      structure.id,
      "has a member with smithy.api#httpPayload, but also members without an HTTP binding; bind these too",
    );
  }
  for (const [name, member] of structure.members) {
    const place = `${structure.id}$${name}`;
    const bound = bindingTraits.filter((id) => hasTrait(member, id));
    if (bound.length > 1)
      diagnostics.error("SC1609", place, `has more than one HTTP binding: ${bound.join(", ")}`);
    const binding = bindingOf(member);
    if (binding.location === "body" || binding.location === "label") continue;
    if (binding.location === "header" && !token.test(binding.name)) {
      diagnostics.error(
        "SC1610",
        place,
        `is bound to ${JSON.stringify(binding.name)}, which is not a valid header name`,
      );
    }
    if (binding.location === "prefixHeaders" && binding.name !== "" && !token.test(binding.name)) {
      diagnostics.error(
        "SC1610",
        place,
        `is bound to the prefix ${JSON.stringify(binding.name)}, which is not the beginning of a valid header name`,
      );
    }
    const slot =
      "name" in binding && binding.location !== "prefixHeaders"
        ? `the ${binding.location} ${JSON.stringify(binding.name)}`
        : `the ${binding.location}`;
    const holder = holders.get(slot);
    if (holder === undefined) holders.set(slot, name);
    else diagnostics.error("SC1611", place, `is bound to ${slot}, but so is the member ${holder}`);
  }
}

/** Reports labels of a URI that have no member, and members bound to a label that is not in the URI. */
export function checkLabels(
  operation: AstOperationShape,
  http: Http,
  input: AstMemberedShape | undefined,
  diagnostics: Diagnostics,
): void {
  const labels = new Set<string>();
  for (const segment of http.segments) {
    if (segment.kind === "literal") continue;
    if (labels.has(segment.member)) {
      diagnostics.error(
        "SC1612",
        operation.id,
        `has the label {${segment.member}} more than once in its URI ${http.uri}`,
      );
    }
    labels.add(segment.member);
    const member = input?.members.get(segment.member);
    if (member === undefined || !hasTrait(member, "smithy.api#httpLabel")) {
      diagnostics.error(
        "SC1613",
        operation.id,
        `has the label {${segment.member}} in its URI ${http.uri}, but its input has no member of that name with smithy.api#httpLabel`,
      );
    }
  }
  if (http.segments.filter(({ kind }) => kind === "greedy").length > 1) {
    diagnostics.error(
      "SC1614",
      operation.id,
      `has more than one greedy label in its URI ${http.uri}`,
    );
  }
  for (const [name, member] of input?.members ?? []) {
    if (!hasTrait(member, "smithy.api#httpLabel")) continue;
    const place = `${input?.id}$${name}`;
    if (!labels.has(name)) {
      diagnostics.error(
        "SC1615",
        place,
        `is bound to a label, but the URI ${http.uri} of ${operation.id} has no label of that name`,
      );
    }
    if (!hasTrait(member, "smithy.api#required")) {
      diagnostics.error(
        "SC1616",
        place,
        "is bound to a label, so it must have smithy.api#required",
      );
    }
  }
}

/** Reads an operation's host prefix. Literal text and label names alternate, starting with text. */
export function hostPrefixOf(
  operation: AstOperationShape,
  input: AstMemberedShape | undefined,
  diagnostics: Diagnostics,
): readonly string[] | undefined {
  const value = trait(operation, "smithy.api#endpoint");
  const prefix = isRecord(value) ? own(value, "hostPrefix") : undefined;
  if (typeof prefix !== "string") return undefined;
  const parts = prefix.split(/\{([^{}]*)\}/);
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 0 && !/^[A-Za-z0-9.-]*$/.test(part)) {
      diagnostics.error(
        "SC1617",
        operation.id,
        `has an invalid host prefix ${JSON.stringify(prefix)}; expected letters, digits, ".", "-" and labels`,
      );
    }
    const member = index % 2 === 1 ? input?.members.get(part) : undefined;
    if (index % 2 === 1 && (member === undefined || !hasTrait(member, "smithy.api#hostLabel"))) {
      diagnostics.error(
        "SC1618",
        operation.id,
        `has the label {${part}} in its host prefix, but its input has no member of that name with smithy.api#hostLabel`,
      );
    }
  }
  return parts;
}
