import { root } from "./path.js";
import { mismatch, strict } from "./reader.js";
import type { IncomingRequest } from "./types.js";

/**
 * Matches a request's path and literal query parameters against an operation's URI.
 * @param pattern matches the path, percent-encoded, with a group for each label
 * @returns the match, whose groups are the decoded texts of the labels
 * @throws SerializationException where the path is another one, or is not percent-encoded UTF-8.
 */
export function matchUri(
  request: IncomingRequest,
  pattern: RegExp,
  uri: string,
  query?: readonly (readonly [string, string])[],
): readonly string[] {
  const match = pattern.exec(request.path);
  const isMatch = match !== null && (query === undefined || hasLiterals(request.query, query));
  return isMatch && (!request.path.includes("%") || decodeLabels(match))
    ? match
    : mismatch(root(strict), `a request to ${uri}`, "one to another path");
}

/** Decodes the groups of a match. Segments are told apart before they are decoded, since a label may hold an encoded slash. */
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

/** Where the segment ends that starts at `start`, in a path that is looked at up to `end`. */
export function segmentEnd(path: string, start: number, end: number): number {
  const slash = path.indexOf("/", start);
  return slash === -1 || slash > end ? end : slash;
}

/** Whether a request has the literal query parameters of a pattern. */
export function hasLiterals(
  query: IncomingRequest["query"],
  literals: readonly (readonly [string, string])[],
): boolean {
  return literals.every(([name, value]) => {
    const given = query !== undefined && Object.hasOwn(query, name) ? query[name] : undefined;
    if (given === undefined) return false;
    return [given].flat().some((text) => (text ?? "") === value);
  });
}
