import type { IncomingRequest } from "./messages.js";
import { root } from "./path.js";
import { mismatch, strict } from "./reader.js";

/**
 * The path of an operation's URI pattern, by segments: a string is a literal in its percent-encoded
 * form, `label` stands for any one segment, `greedy` for one or more.
 */
export type PathPattern = readonly (string | typeof label | typeof greedy)[];

export const label = 0;
export const greedy = 1;

/**
 * Matches a request's path and literal query parameters against an operation's pattern.
 * @returns the decoded text of each label, in order.
 * @throws SerializationException where the path is another one, or is not percent-encoded UTF-8.
 */
export function matchUri(
  request: IncomingRequest,
  pattern: PathPattern,
  uri: string,
  query: readonly (readonly [string, string])[] = [],
): string[] {
  const labels = matchPath(request.path, pattern);
  if (labels === undefined || !hasLiterals(request.query, query)) {
    return mismatch(root(strict), `a request to ${uri}`, "one to another path");
  }
  return labels;
}

/** @returns the decoded labels, or `undefined` where the path does not match. */
export function matchPath(path: string, pattern: PathPattern): string[] | undefined {
  // Segments are split before they are decoded, since a label may hold an encoded slash.
  const segments = path.split("/");
  if (segments.length > 2 && segments[segments.length - 1] === "") segments.pop();
  const width = segments.length - 1;
  const surplus = width - pattern.length;
  const labels: string[] = [];
  let next = 1;
  for (const part of pattern) {
    const taken = part === greedy ? surplus + 1 : 1;
    if (taken < 1 || next + taken > segments.length) return undefined;
    const text = segments.slice(next, next + taken).join("/");
    next += taken;
    if (part === label || part === greedy) {
      const decoded = text === "" ? undefined : decode(text);
      if (decoded === undefined) return undefined;
      labels.push(decoded);
    } else if (text !== part) {
      return undefined;
    }
  }
  return next === segments.length ? labels : undefined;
}

function decode(text: string): string | undefined {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
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
