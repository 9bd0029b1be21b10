import { parseSegment, PatternError, refuseRepeatedLabels, type Segment } from "./segments.js";

/** The URI of the trait `http` (Smithy 2.0, "http URI"). */
export interface UriPattern {
  readonly text: string;
  readonly segments: readonly Segment[];
  /** The literal parameters of the query. */
  readonly query: ReadonlyMap<string, string>;
}

/** @throws PatternError if the URI breaks the rules */
export function parseUriPattern(text: string): UriPattern {
  if (text.endsWith("?")) throw new PatternError('must not end with "?"');
  if (!text.startsWith("/")) throw new PatternError('must begin with "/"');
  if (text.includes("#")) throw new PatternError('must not have a fragment ("#")');
  const [path, query] = splitAt(text, "?");
  // A slash at the end means nothing.
  const segments = path.slice(1).replace(/\/+$/, "").split("/");
  const parsed =
    segments.join("") === "" && segments.length === 1 ? [] : segments.map(parseSegment);
  refuseRepeatedLabels(parsed);
  return { text, segments: parsed, query: parseQuery(query) };
}

function parseQuery(query: string | undefined): ReadonlyMap<string, string> {
  const literals = new Map<string, string>();
  if (query === undefined) return literals;
  if (/[{}]/.test(query)) throw new PatternError("must not have labels in the query");
  for (const pair of query.replace(/&+$/, "").split("&")) {
    const [name, value = ""] = splitAt(pair, "=");
    if (literals.has(name))
      throw new PatternError(`has the parameter ${JSON.stringify(name)} more than once`);
    literals.set(name, value);
  }
  return literals;
}

function splitAt(text: string, separator: string): readonly [string, string?] {
  const index = text.indexOf(separator);
  return index === -1 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}
