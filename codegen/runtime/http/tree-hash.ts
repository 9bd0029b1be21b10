import { sha256 } from "./sha256.js";
import type { HttpRequest } from "../types.js";

const chunkSize = 1048576;

/**
 * Adds the hashes that Amazon S3 Glacier requires, unless the caller set them or the body is a
 * stream.
 */
export function addTreeHash<Body>(request: HttpRequest<Body>, header: string): HttpRequest<Body> {
  const { body, headers } = request;
  if (typeof body !== "string" && !(body instanceof Uint8Array)) return request;
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  headers["x-amz-content-sha256"] ??= toHex(sha256(bytes));
  headers[header] ??= toHex(treeHash(bytes));
  return request;
}

/** Returns the tree hash: hashes each mebibyte, then pairs of hashes until one is left. */
function treeHash(bytes: Uint8Array): Uint8Array {
  let hashes: Uint8Array[] = [];
  for (let start = 0; start < Math.max(bytes.length, 1); start += chunkSize) {
    hashes.push(sha256(bytes.subarray(start, start + chunkSize)));
  }
  while (hashes.length > 1) {
    const pairs: Uint8Array[] = [];
    for (let index = 0; index < hashes.length; index += 2) {
      const [left, right] = hashes.slice(index, index + 2);
      if (left !== undefined)
        pairs.push(right === undefined ? left : sha256(Uint8Array.of(...left, ...right)));
    }
    hashes = pairs;
  }
  return hashes[0] ?? new Uint8Array();
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
