import type { HttpResponse } from "../types.js";

/**
 * Turns a response into that of an error.
 * @param queryError the code and fault of the error in the protocol awsQuery, for services that are
 * compatible with it (AWS, "awsQueryCompatible trait")
 */
export function asError(
  response: HttpResponse,
  statusCode: number,
  queryError: string | undefined,
): HttpResponse {
  if (queryError !== undefined) response.headers["x-amzn-query-error"] = queryError;
  return { ...response, statusCode };
}
