import { encodeBase64 } from "../../values/base64.js";
import type { Checksum } from "./crc.js";
import type { Step } from "./transform-stream.js";

/** Amazon S3 refuses chunks of fewer than 8192 bytes, except the last. */
const minimumSize = 65536;

/**
 * Returns the step that encodes a stream in chunks with their sizes, and with its checksum as a trailer (Amazon
 * S3, "Transferring payload with multiple chunks", `STREAMING-UNSIGNED-PAYLOAD-TRAILER`).
 *
 * @param trailer the name of the trailer
 */
export function encodeChunks(checksum: Checksum, trailer: string): Step {
  let pending: Uint8Array[] = [];
  let size = 0;

  function takeChunk(): Uint8Array[] {
    if (size === 0) return [];
    const chunk = [bytesOf(`${size.toString(16)}\r\n`), ...pending, bytesOf("\r\n")];
    pending = [];
    size = 0;
    return chunk;
  }

  return (bytes) => {
    if (bytes === undefined) {
      const end = `0\r\n${trailer}:${encodeBase64(checksum.digest())}\r\n\r\n`;
      return [...takeChunk(), bytesOf(end)];
    }
    checksum.update(bytes);
    size += bytes.length;
    // A copy, since the source may write the next bytes to the same memory. That of Buffer's slice is none.
    pending.push(new Uint8Array(bytes));
    return size < minimumSize ? [] : takeChunk();
  };
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
