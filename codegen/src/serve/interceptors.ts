import type { Interceptor } from "../../runtime/server/server-types.js";

/** A call that was answered. */
export interface Call {
  /** `undefined` if no operation has the path and method. */
  readonly operation: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly statusCode: number;
  readonly milliseconds: number;
}

/** Passes every call on to an observer. */
export function observeCalls(onCall: (call: Call) => void): Interceptor<object> {
  return async ({ operation, request }, next) => {
    const start = performance.now();
    const response = await next();
    onCall({
      operation,
      method: request.method ?? "",
      path: request.path,
      statusCode: response.statusCode,
      milliseconds: performance.now() - start,
    });
    return response;
  };
}

/** Allows web pages of every origin to call the server (Fetch Standard, "CORS protocol"). */
export const allowAllOrigins: Interceptor<object> = async ({ request }, next) => {
  const isPreflight =
    request.method === "OPTIONS" && "access-control-request-method" in (request.headers ?? {});
  const response = isPreflight ? { statusCode: 204, headers: {}, body: undefined } : await next();
  return {
    ...response,
    headers: {
      ...response.headers,
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "*",
      "access-control-allow-headers": "*",
      "access-control-expose-headers": "*",
    },
  };
};
