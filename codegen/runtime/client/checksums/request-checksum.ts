import { unwritable, clientRoot } from "../../json/write.js";
import type { HttpRequest } from "../../types.js";
import { encodeBase64 } from "../../values/base64.js";
import { at } from "../../values/path.js";
import { algorithms, createChecksum, headerOf } from "./algorithms.js";
import { encodeChunks } from "./aws-chunked.js";
import { passErrors, transformStream } from "./transform-stream.js";

/** Which checksum a request gets. */
export interface RequestChecksum {
  /** The algorithm that the input chooses. */
  readonly chosen: unknown;
  /** The member of the input that chooses it. */
  readonly member?: string | undefined;
  /** The header of that member. */
  readonly header?: string | undefined;
  /** Whether to use CRC32 if the input chooses none. */
  readonly isDefault: boolean;
  /** The checksum, if it is known already. */
  readonly known?: Uint8Array | undefined;
}

/**
 * Adds a checksum of its body to a request, unless the caller has set one: as a header, or as a trailer if the
 * body is a stream (AWS, `httpChecksum` trait).
 *
 * @throws SerializationException if the algorithm is not supported
 */
export function addRequestChecksum(
  request: HttpRequest<unknown>,
  { chosen, member = "", header, isDefault, known }: RequestChecksum,
): HttpRequest<unknown> {
  const { headers, body } = request;
  if (hasChecksum(request) || (chosen === undefined && !isDefault)) return request;
  if (chosen === undefined && header !== undefined) headers[header] = "CRC32";
  const algorithm = algorithms.find((name) => name === (chosen ?? "CRC32"));
  if (algorithm === undefined) {
    const expected = `${algorithms.join(", ")}, or the checksum itself as another member`;
    return unwritable(at(clientRoot, member), expected, "another algorithm");
  }
  const name = headerOf(algorithm);
  if (known !== undefined) {
    headers[name] = encodeBase64(known);
    return request;
  }
  const checksum = createChecksum(algorithm);
  if (typeof body === "object" && body !== null && !ArrayBuffer.isView(body)) {
    toTrailer(headers, name);
    const chunks = transformStream(body, encodeChunks(checksum, name));
    return { ...request, body: passErrors(chunks) };
  }
  if (body != null)
    checksum.update(
      typeof body === "string" ? new TextEncoder().encode(body) : (body as Uint8Array),
    );
  headers[name] = encodeBase64(checksum.digest());
  return request;
}

/** Returns whether the input has a checksum. The header with the mode is about the response. */
export function hasChecksum({ headers }: HttpRequest<unknown>): boolean {
  return Object.keys(headers).some((name) => /^x-amz-checksum-(?!mode$)/i.test(name));
}

/** Sets the headers of a body in chunks. Transports set `transfer-encoding`, which HTTP/2 does not have. */
function toTrailer(headers: Record<string, string>, name: string): void {
  const { "content-length": length, "content-encoding": encoding } = headers;
  delete headers["content-length"];
  if (length !== undefined) headers["x-amz-decoded-content-length"] = length;
  headers["content-encoding"] = encoding === undefined ? "aws-chunked" : `${encoding},aws-chunked`;
  headers["x-amz-content-sha256"] = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
  headers["x-amz-trailer"] = name;
}
