import { readHeader } from "../http/headers.js";
import type { IncomingRequest } from "../types.js";

/**
 * Returns a request with the bucket at the beginning of its path if it is in the host: `/key` of
 * `bucket.s3.localhost` becomes `/bucket/key` (Amazon S3, "Virtual hosting of general purpose
 * buckets").
 * @param domains the hosts whose subdomains are buckets, in lower case and without ports
 */
export function bucketToPath(
  request: IncomingRequest,
  domains: readonly string[],
): IncomingRequest {
  const host = (readHeader(request, "host") ?? "").replace(/:\d+$/, "").toLowerCase();
  const suffixes = domains.map((domain) => `.${domain}`).filter((suffix) => host.endsWith(suffix));
  if (suffixes.length === 0 || domains.includes(host)) return request;
  const bucket = host.slice(0, -Math.max(...suffixes.map(({ length }) => length)));
  if (!/^[a-z\d.-]+$/.test(bucket)) return request;
  const { method, path, query, headers, body } = request;
  return { method, path: `/${bucket}${path === "/" ? "" : path}`, query, headers, body };
}
