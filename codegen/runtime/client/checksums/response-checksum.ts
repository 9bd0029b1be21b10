import { readHeader } from "../../http/headers.js";
import type { IncomingResponse } from "../../types.js";
import { encodeBase64 } from "../../values/base64.js";
import { requestIdOf } from "../address-request.js";
import { ChecksumMismatchError } from "../errors.js";
import { algorithms, createChecksum, headerOf, type Algorithm } from "./algorithms.js";
import { isNodeStream, transformStream } from "./transform-stream.js";

/** A response whose checksum is compared with its body. */
export interface Verified {
  readonly response: IncomingResponse;
  /** Absent if the response has no checksum that can be compared. */
  readonly algorithm?: Algorithm;
}

/**
 * Compares the checksum in a header of a response with its body: at once, or while a stream is read, which fails
 * at its end if they differ (AWS, `httpChecksum` trait, "HTTP response checksums").
 *
 * @param wanted the algorithms in the model
 * @throws ChecksumMismatchError if the body is complete, and has another checksum
 */
export function verifyResponse(response: IncomingResponse, wanted: readonly string[]): Verified {
  const { body } = response as { readonly body?: unknown };
  const found = findChecksum(response, wanted);
  if (found === undefined || body == null || isDecoded(response, body)) return { response };
  const [algorithm, expected] = found;
  const checksum = createChecksum(algorithm);

  function compare(): void {
    const received = encodeBase64(checksum.digest());
    if (received === expected) return;
    const requestId = requestIdOf(response);
    throw new ChecksumMismatchError(
      { algorithm, expected, received },
      {
        httpStatusCode: response.statusCode,
        ...(requestId === undefined ? {} : { requestId }),
      },
    );
  }

  if (typeof body === "object" && !(body instanceof Uint8Array)) {
    const verified = transformStream(body, (chunk) => {
      if (chunk === undefined) {
        compare();
        return [];
      }
      checksum.update(chunk);
      return [chunk];
    });
    return { response: { ...response, body: verified }, algorithm };
  }
  checksum.update(typeof body === "string" ? new TextEncoder().encode(body) : (body as Uint8Array));
  compare();
  return { response, algorithm };
}

function findChecksum(
  response: IncomingResponse,
  wanted: readonly string[],
): [Algorithm, string] | undefined {
  for (const algorithm of algorithms) {
    const value = wanted.includes(algorithm)
      ? readHeader(response, headerOf(algorithm))
      : undefined;
    // An object that was uploaded in parts has a checksum of their checksums, with the number of parts.
    if (value !== undefined && !/-\d+$/.test(value)) return [algorithm, value];
  }
  return undefined;
}

/** Returns whether the body may not be what was sent: `fetch` decompresses it, and does not say so. */
function isDecoded(response: IncomingResponse, body: unknown): boolean {
  const encoding = readHeader(response, "content-encoding") ?? "";
  return /gzip|deflate|br|zstd|compress/.test(encoding) && !isNodeStream(body);
}
