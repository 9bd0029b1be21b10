import { sha1 } from "@noble/hashes/legacy.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { builtinModule } from "../builtin-module.js";
import { createCrc, type Checksum } from "./crc.js";

/** The algorithms, the one to verify first if a response has several checksums: the AWS SDK for JavaScript has this order. */
export const algorithms = ["SHA256", "SHA1", "CRC32", "CRC32C", "CRC64NVME"] as const;

/** An algorithm of checksums. */
export type Algorithm = (typeof algorithms)[number];

/** Returns the name of the header or trailer with a checksum (AWS, `httpChecksum` trait, "Resolving checksum name"). */
export function headerOf(algorithm: string): string {
  return `x-amz-checksum-${algorithm.toLowerCase()}`;
}

/** Creates a checksum. Node.js, Bun and Deno have some built in, which are several times faster. */
export function createChecksum(algorithm: Algorithm): Checksum {
  switch (algorithm) {
    case "SHA256":
      return createHash("sha256") ?? sha256.create();
    case "SHA1":
      return createHash("sha1") ?? sha1.create();
    case "CRC32":
      return createBuiltinCrc32() ?? createCrc(0, 0xedb88320, 4);
    case "CRC32C":
      return createCrc(0, 0x82f63b78, 4);
    case "CRC64NVME":
      return createCrc(0x9a6c9329, 0xac4bc9b5, 8);
  }
}

function createHash(name: "sha1" | "sha256"): Checksum | undefined {
  const crypto = builtinModule("node:crypto") as
    { createHash(name: "sha1" | "sha256"): Checksum } | undefined;
  return crypto?.createHash(name);
}

function createBuiltinCrc32(): Checksum | undefined {
  const { crc32 } = (builtinModule("node:zlib") ?? {}) as {
    crc32?: (bytes: Uint8Array, before: number) => number;
  };
  if (crc32 === undefined) return undefined;
  let value = 0;
  return {
    update(bytes) {
      value = crc32(bytes, value);
    },
    digest() {
      const bytes = new Uint8Array(4);
      new DataView(bytes.buffer).setUint32(0, value);
      return bytes;
    },
  };
}
