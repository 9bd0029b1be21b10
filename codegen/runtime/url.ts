import { SerializationException } from "./errors.js";
import { typeName } from "./json.js";
import { encodeText } from "./labels.js";
import { entriesOf } from "./messages.js";
import { at } from "./path.js";
import { clientRoot, expectObject, unwritable } from "./write.js";
import type { HttpRequest, IncomingRequest } from "./types.js";

/** A `URL` where the platform's types have it, and else the part of it that is used. */
export type UrlObject = typeof globalThis extends { URL: { prototype: infer Type } }
  ? Type
  : { readonly href: string; toString(): string };

/**
 * The URL that a request is sent to: the base, with the request's host prefix before its host, the path
 * behind its path, and the query behind its query. A fragment of the base is left out.
 * @param base an absolute URL: `https://example.com`, or one with a path
 * @throws SerializationException where the base is not such a URL, or the URL would address another
 * resource: paths that a URL changes, such as those with a segment `..`, are refused
 */
export function toUrl(request: HttpRequest<unknown>, base: string | UrlObject): UrlObject {
  expectObject(request, clientRoot);
  const url = parseUrl(base);
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

/** A copy, which can be changed. */
function parseUrl(given: unknown): URL {
  try {
    const url = new URL(String(given));
    if (url.protocol === "https:" || url.protocol === "http:") return url;
  } catch {
    // Refused below.
  }
  const received = typeof given === "string" ? "another text" : typeName(given);
  return unwritable(clientRoot, "an absolute URL of http or https", received);
}

/** Setting a host that is not valid changes nothing, and one with a slash is cut off. */
function addHostPrefix(url: URL, prefix: unknown): void {
  const hostname = `${String(prefix)}${url.hostname}`;
  url.hostname = hostname;
  if (url.hostname !== hostname.toLowerCase()) {
    const expected = "a prefix that can stand before the host of the base, which must be a name";
    unwritable(at(clientRoot, "hostPrefix"), expected, "another one");
  }
}

function requirePath(path: unknown): string {
  return typeof path === "string" && path.startsWith("/")
    ? path
    : unwritable(at(clientRoot, "path"), "a path that begins with a slash", typeName(path));
}

/** Encodes a query: all but RFC 3986's unreserved characters, also spaces (`%20`). */
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

/** The path and the query of a URL, as they stand there; the query is split before it is decoded. */
export function fromUrl(text: string): {
  path: string;
  query: Record<string, string | null | (string | null)[]>;
} {
  const query = new Map<string, string | null | (string | null)[]>();
  const { pathname, search } = parseUrl(text);
  for (const pair of search.slice(1).split("&")) {
    if (pair === "") continue;
    const index = pair.indexOf("=");
    const name = decode(index === -1 ? pair : pair.slice(0, index));
    const value = index === -1 ? null : decode(pair.slice(index + 1));
    const earlier = query.get(name);
    if (Array.isArray(earlier)) earlier.push(value);
    else query.set(name, earlier === undefined ? value : [earlier, value]);
  }
  return { path: pathname, query: Object.fromEntries(query) };
}

/** A plus sign stands for itself: queries are not forms. */
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
