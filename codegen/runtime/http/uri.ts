import { SerializationException } from "../errors/errors.js";
import { pathOf } from "./messages.js";
import { readQuery } from "./query.js";
import type { IncomingRequest } from "../types.js";

/** What a server matches the requests of an operation with. */
export interface UriPattern {
  readonly method: string;
  /** The URI pattern in the model, for messages. */
  readonly template: string;
  /** Matches the percent-encoded path, with a group for each label. */
  readonly path: RegExp;
  /** Names and values of literal query parameters. */
  readonly query?: readonly (readonly [string, string])[];
}

/**
 * Matches the method, path and literal query parameters of a request against an operation. The
 * method is ignored if the request has none.
 * @returns the match; its groups are the decoded labels
 * @throws SerializationException if a part does not match, or the path is not percent-encoded UTF-8
 */
export function matchUri(request: IncomingRequest, uri: UriPattern): readonly string[] {
  const path = pathOf(request);
  const match = uri.path.exec(path);
  if (match === null || (path.includes("%") && !decodeLabels(match))) return refuse("path", uri);
  // Methods are case-sensitive (RFC 9110, section 9.1).
  if (request.method !== uri.method && request.method != null) return refuse("method", uri);
  if (uri.query !== undefined && !hasLiterals(request, uri.query)) return refuse("query", uri);
  return match;
}

function refuse(part: "method" | "path" | "query", { method, template }: UriPattern): never {
  const operation = `${method} ${template}`;
  throw new SerializationException(
    { path: `/${part}`, expected: `the ${part} of ${operation}`, received: `another ${part}` },
    { httpStatusCode: 400 },
    "client",
    { message: `Request ${part} does not match ${operation}.` },
  );
}

/** Decodes the groups of a match. Segments are separated before they are decoded, since a label may hold an encoded slash. */
function decodeLabels(match: string[]): boolean {
  try {
    for (let index = 1; index < match.length; index++) {
      match[index] = decodeURIComponent(match[index] ?? "");
    }
    return true;
  } catch {
    return false;
  }
}

/** Returns the end of the path segment that starts at `start`, at most `end`. */
export function segmentEnd(path: string, start: number, end: number): number {
  const slash = path.indexOf("/", start);
  return slash === -1 || slash > end ? end : slash;
}

/** Returns whether a request has the literal query parameters of an operation's URI. */
export function hasLiterals(
  request: IncomingRequest,
  literals: readonly (readonly [string, string])[],
): boolean {
  return literals.every(([name, value]) => readQuery(request, name)?.includes(value) === true);
}
