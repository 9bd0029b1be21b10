import { root } from "./path.js";
import { mismatch, strict } from "./reader.js";
import type { IncomingRequest } from "./types.js";

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
  if (!path.startsWith("/")) return undefined;
  // A slash at the end is passed over, save where it is part of a greedy label.
  const isOpen = pattern[pattern.length - 1] === greedy;
  const end = !isOpen && path.length > 1 && path.endsWith("/") ? path.length - 1 : path.length;
  const labels: string[] = [];
  let start = 1;
  for (let index = 0; index < pattern.length; index++) {
    const part = pattern[index];
    const stop =
      part === greedy
        ? skipBack(path, end, pattern.length - 1 - index)
        : segmentEnd(path, start, end);
    if (stop < start) return undefined;
    if (typeof part === "string") {
      if (stop - start !== part.length || !path.startsWith(part, start)) return undefined;
    } else {
      // Segments are told apart before they are decoded, since a label may hold an encoded slash.
      const text = stop === start ? undefined : decode(path.slice(start, stop));
      if (text === undefined) return undefined;
      labels.push(text);
    }
    start = stop + 1;
  }
  return start === end + 1 ? labels : undefined;
}

/** Where the segment ends that starts at `start`, in a path that is looked at up to `end`. */
export function segmentEnd(path: string, start: number, end: number): number {
  const slash = path.indexOf("/", start);
  return slash === -1 || slash > end ? end : slash;
}

/** Where the text before the last segments ends, or -1. */
function skipBack(path: string, end: number, segments: number): number {
  let stop = end;
  for (let left = segments; left > 0 && stop > 0; left--) stop = path.lastIndexOf("/", stop - 1);
  return stop;
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
