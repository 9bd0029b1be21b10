import type { HttpRequest } from "@smithy/types";
import type { OperationTraits } from "../service-types.js";

/** Returns what an operation signs in place of its body, or `undefined` for the hash of the body. */
export function payloadOf(traits: OperationTraits | undefined): string | undefined {
  if (traits?.signEvents !== undefined) return "STREAMING-AWS4-HMAC-SHA256-EVENTS";
  return traits?.unsignedPayload === true ? "UNSIGNED-PAYLOAD" : undefined;
}

/**
 * Returns a copy of a request to sign: names of headers in lower case, without the headers of an
 * earlier signature, and with `host`, which signatures cover.
 * @param payload the value of `x-amz-content-sha256`, if it is not the hash of the body
 */
export function prepareRequest(request: HttpRequest, payload: string | undefined): HttpRequest {
  const headers: Record<string, string> = {};
  for (const name of Object.keys(request.headers)) {
    const key = name.toLowerCase();
    if (!/^(authorization|date)$/.test(key)) headers[key] = request.headers[name] ?? "";
  }
  const { hostname, port, query } = request;
  headers["host"] ??= port === undefined ? hostname : `${hostname}:${port}`;
  if (payload !== undefined) headers["x-amz-content-sha256"] ??= payload;
  return { ...request, headers, ...(query === undefined ? {} : { query: { ...query } }) };
}
