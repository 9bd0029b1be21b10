import { SerializationException } from "../errors/errors.js";
import { readHeader } from "../http/headers.js";
import { pathOf } from "../http/messages.js";
import { writeJson } from "../json/body.js";
import { own } from "../json/json.js";
import { asError } from "./as-error.js";
import type { HttpRequest, HttpResponse, IncomingRequest, JsonObject } from "../types.js";

/**
 * Writes a request (Smithy RPC v2 JSON protocol, "Requests").
 * @param path of the service and the operation
 * @param body absent if the operation has no input
 * @param headers further headers
 */
export function rpcV2JsonRequest<Body>(
  path: string,
  body: Body,
  headers?: Readonly<Record<string, string>>,
): HttpRequest<Body> {
  const own = { ...rpcV2Headers("json", body), accept: "application/json", ...headers };
  return { method: "POST", path, query: {}, headers: own, body };
}

/** Returns the headers of every message: a content type only with a body. */
export function rpcV2Headers(format: "cbor" | "json", body: unknown): Record<string, string> {
  return {
    "smithy-protocol": `rpc-v2-${format}`,
    ...(body === undefined ? {} : { "content-type": `application/${format}` }),
  };
}

/**
 * Writes a response.
 * @param body absent if the operation has no output
 */
export function rpcV2JsonResponse<Body>(body: Body): HttpResponse<Body> {
  return { statusCode: 200, headers: rpcV2Headers("json", body), body };
}

/**
 * Writes an error.
 * @param type the shape id of the error
 * @param queryError its code and fault in the protocol awsQuery, for services that are compatible with it
 */
export function rpcV2JsonError(
  statusCode: number,
  type: string,
  json: JsonObject,
  queryError?: string,
): HttpResponse {
  const response = rpcV2JsonResponse(writeJson({ __type: type, ...json }));
  return asError(response, statusCode, queryError);
}

/** The end of the path of a request. A prefix before it is allowed. */
const pathPattern = /\/service\/([^/]+)\/operation\/([^/]+)$/;

/** The headers by which other protocols name an operation. A request with one of them is malformed. */
const foreignNames = ["x-amz-target", "x-amzn-target"];

/**
 * Finds the operation of a request by its path and the header smithy-protocol.
 * @param service the name of the service
 * @param protocol the value of the header
 */
export function matchRpcV2<Name extends string>(
  operations: Readonly<Record<string, Name>>,
  service: string,
  protocol: string,
  request: IncomingRequest,
): Name | undefined {
  const [, name, operation = ""] = pathPattern.exec(pathOf(request)) ?? [];
  const { method } = request;
  if ((method !== "POST" && method != null) || name !== service) return undefined;
  if (readHeader(request, "smithy-protocol") !== protocol) return undefined;
  if (foreignNames.some((header) => readHeader(request, header) !== undefined)) return undefined;
  return own(operations, operation) as Name | undefined;
}

/**
 * Checks that a request is one of an operation.
 * @throws SerializationException if it is not
 */
export function expectRpcV2(
  request: IncomingRequest,
  service: string,
  protocol: string,
  operation: string,
): void {
  if (matchRpcV2({ [operation]: operation }, service, protocol, request) !== undefined) return;
  const expected = `/service/${service}/operation/${operation} with the header smithy-protocol: ${protocol} and without x-amz-target`;
  throw new SerializationException(
    { path: "/path", expected, received: "a request of another operation" },
    { httpStatusCode: 400 },
  );
}
