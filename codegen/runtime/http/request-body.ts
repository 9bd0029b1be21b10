import { encodeBase64 } from "../values/base64.js";
import { typeName } from "../json/json.js";
import { md5 } from "./md5.js";
import { at, type Key } from "../values/path.js";
import { badOption, unwritable, type WritePlace } from "../json/write.js";
import type { CollectedBody, HttpRequest, SerializeRequestOptions } from "../types.js";

/**
 * Returns a token by which a service detects repeated requests (Smithy, `idempotencyToken` trait).
 */
export function idempotencyToken(options: SerializeRequestOptions | undefined): string {
  const make = options?.idempotencyToken;
  if (make === undefined) return crypto.randomUUID();
  const token: unknown = call(make, "idempotencyToken", undefined);
  return typeof token === "string" ? token : badResult("idempotencyToken", "a string", token);
}

/** Checks a member that is a label of a host name (RFC 1035, section 2.3.1). */
export function hostLabel(value: unknown, here: WritePlace, key: Key): string {
  if (typeof value === "string" && /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/.test(value))
    return value;
  return unwritable(
    at(here, key),
    "a host label: 1 to 63 letters, digits and hyphens",
    typeof value === "string" ? "another string" : typeName(value),
  );
}

/** Returns the host of a URL in an input. */
export function hostnameOf(value: unknown, here: WritePlace, key: Key): string {
  try {
    const { protocol, hostname } = new URL(value as string);
    if (protocol === "https:") return hostname;
  } catch {
    // Text that is not a URL is refused like a URL of another protocol.
  }
  return unwritable(at(here, key), "a URL that begins with https://", typeName(value));
}

/** Adds the header content-md5 (Smithy, `httpChecksumRequired` trait). */
export function addChecksum<Body>(request: HttpRequest<Body>): HttpRequest<Body> {
  const { body } = request;
  if (typeof body === "string" || body instanceof Uint8Array) {
    request.headers["content-md5"] = encodeBase64(md5(bytesOf(body)));
  }
  return request;
}

/** The default of the option `minCompressionSize`, in bytes. */
const defaultMinimum = 10240;

/**
 * Compresses the body (Smithy, `requestCompression` trait) if the option `gzip` is set and the body
 * is large enough, and adds gzip to the header content-encoding.
 */
export function compress<Body>(
  request: HttpRequest<Body>,
  options: SerializeRequestOptions | undefined,
): HttpRequest<Body> {
  const { gzip, minCompressionSize = defaultMinimum } = options ?? {};
  if (
    !Number.isInteger(minCompressionSize) ||
    minCompressionSize < 0 ||
    minCompressionSize > 10485760
  ) {
    const expected = "an integer between 0 and 10485760";
    return badOption("minCompressionSize", expected, typeName(minCompressionSize));
  }
  const { body, headers } = request;
  if (gzip === undefined || !(typeof body === "string" || body instanceof Uint8Array))
    return request;
  const bytes = bytesOf(body);
  if (bytes.length < minCompressionSize) return request;
  const earlier = headers["content-encoding"];
  headers["content-encoding"] = earlier === undefined ? "gzip" : `${earlier}, gzip`;
  const zipped: unknown = call(gzip, "gzip", bytes);
  return zipped instanceof Uint8Array
    ? { ...request, body: zipped as Body }
    : badResult("gzip", "a Uint8Array", zipped);
}

/** Calls a function that is an option. */
function call<Argument>(
  option: (argument: Argument) => unknown,
  name: string,
  argument: Argument,
): unknown {
  return typeof option === "function"
    ? option(argument)
    : badOption(name, "a function", typeName(option));
}

function badResult(name: string, expected: string, value: unknown): never {
  return badOption(
    name,
    `a function that returns ${expected}`,
    `a function that returns ${typeName(value)}`,
  );
}

function bytesOf(body: NonNullable<CollectedBody>): Uint8Array {
  return typeof body === "string" ? new TextEncoder().encode(body) : body;
}
