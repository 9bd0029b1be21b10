import type { HttpRequest } from "@smithy/types";

/** Sends a request as it is, where authentication is optional (Smithy 2.0, `optionalAuth`). */
export function noAuth(request: HttpRequest): Promise<HttpRequest> {
  return Promise.resolve(request);
}
