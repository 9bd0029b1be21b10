import { SerializationException } from "../errors/errors.js";
import { readHeader } from "../http/headers.js";
import { pathOf } from "../http/messages.js";
import { writeJson } from "../json/body.js";
import { own } from "../json/json.js";
import { asError } from "./as-error.js";
import type { HttpRequest, HttpResponse, IncomingRequest, JsonObject } from "../types.js";

/** The two versions of the protocol awsJson differ in their content type and in the type of errors. */
type Version = "1.0" | "1.1";

/**
 * Writes a request (AWS JSON 1.0 and 1.1 protocols, "Protocol behaviors").
 * @param target the names of the service and the operation
 * @param headers further headers
 */
export function awsJsonRequest<Body>(
  version: Version,
  target: string,
  body: Body,
  headers?: Readonly<Record<string, string>>,
): HttpRequest<Body> {
  const type = { "content-type": `application/x-amz-json-${version}` };
  const all = { ...type, "x-amz-target": target, ...headers };
  return { method: "POST", path: "/", query: {}, headers: all, body };
}

/** Writes a response. */
export function awsJsonResponse<Body>(version: Version, body: Body): HttpResponse<Body> {
  const headers = { "content-type": `application/x-amz-json-${version}` };
  return { statusCode: 200, headers, body };
}

/**
 * Writes an error.
 * @param type the shape id of the error
 * @param queryError its code and fault in the protocol awsQuery, for services that are compatible with it
 */
export function awsJson10Error(
  statusCode: number,
  type: string,
  json: JsonObject,
  queryError?: string,
): HttpResponse {
  return errorOf("1.0", statusCode, type, json, queryError);
}

/** The same for version 1.1, which has only the name of the error. */
export function awsJson11Error(
  statusCode: number,
  type: string,
  json: JsonObject,
  queryError?: string,
): HttpResponse {
  return errorOf("1.1", statusCode, type.slice(type.indexOf("#") + 1), json, queryError);
}

function errorOf(
  version: Version,
  statusCode: number,
  type: string,
  json: JsonObject,
  queryError: string | undefined,
): HttpResponse {
  const response = awsJsonResponse(version, writeJson({ __type: type, ...json }));
  return asError(response, statusCode, queryError);
}

/** Finds the operation of a request by its header x-amz-target. */
export function matchTarget<Name extends string>(
  targets: Readonly<Record<string, Name>>,
  request: IncomingRequest,
): Name | undefined {
  if (!isCall(request)) return undefined;
  return own(targets, readHeader(request, "x-amz-target") ?? "") as Name | undefined;
}

function isCall(request: IncomingRequest): boolean {
  const { method } = request;
  const path = pathOf(request);
  return (method === "POST" || method == null) && (path === "/" || path === "");
}

/**
 * Checks that a request is one of an operation. The header x-amz-target can be absent, if the caller
 * knows the operation by other means.
 * @throws SerializationException if it is not
 */
export function expectTarget(request: IncomingRequest, target: string): void {
  const found = readHeader(request, "x-amz-target") ?? target;
  if (isCall(request) && found === target) return;
  throw new SerializationException(
    { path: "/headers/x-amz-target", expected: target, received: "a request of another operation" },
    { httpStatusCode: 400 },
  );
}
