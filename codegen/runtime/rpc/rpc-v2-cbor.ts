import { readCbor, writeCbor } from "../cbor/body.js";
import { readFailure } from "../errors/read-error.js";
import { openResponse, type ErrorClass, type ErrorReaders } from "../http/responses.js";
import { asError } from "./as-error.js";
import { rpcV2Headers } from "./rpc-v2.js";
import type { ReadPlace } from "../values/reader.js";
import type { HttpRequest, HttpResponse, IncomingResponse } from "../types.js";

/**
 * Writes a request (Smithy RPC v2 CBOR protocol, "Requests").
 * @param path of the service and the operation
 * @param body absent if the operation has no input
 * @param headers further headers
 */
export function rpcV2CborRequest<Body>(
  path: string,
  body: Body,
  headers?: Readonly<Record<string, string>>,
): HttpRequest<Body> {
  const own = { ...rpcV2Headers("cbor", body), accept: "application/cbor", ...headers };
  return { method: "POST", path, query: {}, headers: own, body };
}

/**
 * Writes a response.
 * @param body absent if the operation has no output
 */
export function rpcV2CborResponse<Body>(body: Body): HttpResponse<Body> {
  return { statusCode: 200, headers: rpcV2Headers("cbor", body), body };
}

/**
 * Writes an error.
 * @param type the shape id of the error
 * @param queryError its code and fault in the protocol awsQuery, for services that are compatible with it
 */
export function rpcV2CborError(
  statusCode: number,
  type: string,
  members: object,
  queryError?: string,
): HttpResponse {
  const response = rpcV2CborResponse(writeCbor({ __type: type, ...members }));
  return asError(response, statusCode, queryError);
}

/**
 * Returns the place of the root of a response's output.
 * @throws the error of a response whose status is 300 or above
 */
export function openCborResponse(
  response: IncomingResponse,
  readers: ErrorReaders,
  Unmodelled: ErrorClass,
): ReadPlace {
  return openResponse(response, readers, Unmodelled, readCborFailure);
}

function readCborFailure(response: IncomingResponse): ReturnType<typeof readFailure> {
  return readFailure(response, readCbor);
}
