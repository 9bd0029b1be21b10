import { SerializationException } from "../errors/errors.js";
import { typeName } from "../json/json.js";
import { encodeText } from "./labels.js";
import { entriesOf } from "./messages.js";
import { at } from "../values/path.js";
import { clientRoot, expectObject, unwritable } from "../json/write.js";
import type { HttpRequest, IncomingRequest } from "../types.js";

/** A `URL`, or the part of it that is used if the platform's types have none. */
export type UrlObject = typeof globalThis extends { URL: { prototype: infer Type } }
  ? Type
  : { readonly href: string; toString(): string };

/**
 * Returns the URL of a request: the base URL, with the host prefix added to its host, and with path
 * and query appended. A fragment of the base is removed.
 * @param base an absolute URL of http or https, which may have a path: `https://example.com/stage`
 * @throws SerializationException if the base is not such a URL, or the host prefix or the path is
 * not valid in it: a path with a segment `..` would address another resource
 */
export function toUrl(request: HttpRequest<unknown>, base: string | UrlObject): UrlObject {
  expectObject(request, clientRoot);
  const url = parseUrl(base);
  if (request.hostname !== undefined) url.hostname = request.hostname;
  if (request.hostPrefix !== undefined) addHostPrefix(url, request.hostPrefix);
  const path = `${url.pathname.replace(/\/+$/, "")}${requirePath(request.path)}`;
  url.pathname = path;
  if (url.pathname !== path) {
    const expected = "a path that is percent-encoded and has no segments . and ..";
    return unwritable(at(clientRoot, "path"), expected, "another path");
  }
  const query = queryText(request);
  if (query !== "") url.search = url.search === "" ? query : `${url.search.slice(1)}&${query}`;
  url.hash = "";
  return url;
}

/** Returns a copy, since the caller changes it. */
function parseUrl(given: unknown): URL {
  try {
    const url = new URL(String(given));
    if (url.protocol === "https:" || url.protocol === "http:") return url;
  } catch {
    // Rejected below.
  }
  const received = typeof given === "string" ? "another text" : typeName(given);
  return unwritable(clientRoot, "an absolute URL of http or https", received);
}

/** Checks the result, since `URL` ignores an invalid host and truncates one with a slash. */
function addHostPrefix(url: URL, prefix: unknown): void {
  const hostname = `${String(prefix)}${url.hostname}`;
  url.hostname = hostname;
  if (url.hostname !== hostname.toLowerCase()) {
    const expected = "a valid host prefix, and a base URL with a host name";
    unwritable(at(clientRoot, "hostPrefix"), expected, "another one");
  }
}

function requirePath(path: unknown): string {
  return typeof path === "string" && path.startsWith("/")
    ? path
    : unwritable(at(clientRoot, "path"), "a path that begins with a slash", typeName(path));
}

/** Encodes a query: all but the unreserved characters of RFC 3986; a space becomes `%20`. */
function queryText(request: IncomingRequest): string {
  const here = at(clientRoot, "query");
  const pairs: string[] = [];
  for (const [name, values] of Object.entries(entriesOf(request, "query"))) {
    const key = encodeText(name, here, name);
    for (const value of [values].flat(2)) {
      if (value === null) pairs.push(key);
      else if (typeof value === "string") pairs.push(`${key}=${encodeText(value, here, name)}`);
      else if (value !== undefined) {
        unwritable(at(here, name), "a string, null, or a list of these", typeName(value));
      }
    }
  }
  return pairs.join("&");
}

/** A decoded query: a list for a repeated name, null for a name without `=`. */
export type DecodedQuery = Record<string, string | null | (string | null)[]>;

/** Returns the encoded path and the decoded query of a URL. */
export function fromUrl(text: string): { path: string; query: DecodedQuery } {
  const { path, query } = splitUrl(text);
  return { path, query: decodeQuery(query) };
}

/** Returns the encoded path and the encoded query of a URL. */
export function splitUrl(text: string): { path: string; query: string } {
  const { pathname, search } = parseUrl(text);
  return { path: pathname, query: search.slice(1) };
}

/**
 * Returns the decoded query for the text after the question mark, which is split before it is
 * decoded.
 * @throws SerializationException (400) if it is not percent-encoded
 */
export function decodeQuery(text: string): DecodedQuery {
  const query = new Map<string, string | null | (string | null)[]>();
  for (const pair of text.split("&")) {
    if (pair === "") continue;
    const index = pair.indexOf("=");
    const name = decode(index === -1 ? pair : pair.slice(0, index));
    const value = index === -1 ? null : decode(pair.slice(index + 1));
    const earlier = query.get(name);
    if (Array.isArray(earlier)) earlier.push(value);
    else query.set(name, earlier === undefined ? value : [earlier, value]);
  }
  return Object.fromEntries(query);
}

/** Decodes a part of a query. A plus sign is not a space, since queries are not form data. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new SerializationException(
      {
        path: "/query",
        expected: "percent-encoded UTF-8",
        received: "another encoding",
      },
      { httpStatusCode: 400 },
    );
  }
}
