import type { HttpRequest } from "../../types.js";
import type { CallOptions } from "../client-types.js";
import { ConnectionError } from "../errors.js";
import { algorithms, createChecksum } from "./algorithms.js";
import { hasChecksum } from "./request-checksum.js";

/** Returns whether a member of an input is a `Blob`. */
export function hasBlob(input: object): boolean {
  return Object.values(input).some(isBlob);
}

/**
 * Returns the checksum of a request whose body is a `Blob`. It is read once more for that, since not every
 * browser can send a stream, in which the checksum would come last.
 *
 * @param serialize returns the request
 * @returns `undefined` if the body is no `Blob`, or the call is going to fail or needs no checksum
 * @throws ConnectionError if the `Blob` cannot be read
 */
export async function checksumOfBlob(
  serialize: () => HttpRequest<unknown>,
  algorithm: unknown,
  options: CallOptions | null | undefined,
): Promise<Uint8Array | undefined> {
  const found = algorithms.find((name) => name === algorithm);
  const body = found === undefined ? undefined : bodyOf(serialize);
  if (found === undefined || !isBlob(body)) return undefined;
  const checksum = createChecksum(found);
  try {
    const reader = body.stream().getReader() as ReadableStreamDefaultReader<Uint8Array>;
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      checksum.update(next.value);
      if (options?.signal?.aborted === true) return undefined;
    }
  } catch (cause) {
    throw new ConnectionError("The Blob in the input cannot be read. Pass it again.", cause);
  }
  return checksum.digest();
}

/** Returns the body of a request without a checksum. If it cannot be serialized, the call says so. */
function bodyOf(serialize: () => HttpRequest<unknown>): unknown {
  try {
    const request = serialize();
    return hasChecksum(request) ? undefined : request.body;
  } catch {
    return undefined;
  }
}

function isBlob(value: unknown): value is Blob {
  return typeof Blob === "function" && value instanceof Blob;
}
