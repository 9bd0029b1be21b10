import type { ClientConfig } from "./client-types.js";
import { ConfigurationError } from "./errors.js";

/* The paths of requests to Amazon S3, whose keys are no paths to resolve. */

/** Returns a path without its first segment, the bucket, which the endpoint has. */
export function withoutBucket(path: string, config: ClientConfig): string {
  const end = path.indexOf("/", 1);
  return end === -1 ? "" : keyPath(path.slice(end), config);
}

/**
 * Returns a path with a key as it is.
 * @throws ConfigurationError if the client calls by `fetch`, which would resolve the path
 */
export function keyPath(path: string, { requestHandler }: ClientConfig): string {
  if (requestHandler !== undefined || !/\/\.{1,2}(?:\/|$)/.test(path)) return path;
  throw new ConfigurationError(
    "requestHandler",
    "fetch does not send the segments . and .. of a key as they are, so that the request would be one for another object. Set requestHandler in the client's configuration to a handler that does, such as that of @smithy/node-http-handler.",
  );
}
