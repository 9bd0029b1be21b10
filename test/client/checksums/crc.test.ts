import { crc32 } from "node:zlib";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  algorithms,
  createChecksum,
  type Algorithm,
} from "../../../codegen/runtime/client/checksums/algorithms.js";
import { createCrc } from "../../../codegen/runtime/client/checksums/crc.js";

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** Computes the checksum of bytes in the parts that end at the given places. */
function digest(algorithm: Algorithm, bytes: Uint8Array, ends: readonly number[] = []): string {
  const checksum = createChecksum(algorithm);
  const places = [0, ...[...ends].sort((left, right) => left - right), bytes.length];
  places.slice(1).forEach((end, index) => {
    checksum.update(bytes.subarray(places[index], end));
  });
  return hex(checksum.digest());
}

/** A reflected CRC by its definition, one bit after the other. */
function bitwise(bytes: Uint8Array, polynomial: bigint, width: bigint): string {
  const ones = (1n << width) - 1n;
  let rest = ones;
  for (const byte of bytes) {
    rest ^= BigInt(byte);
    for (let bit = 0; bit < 8; bit++) rest = (rest & 1n ? polynomial : 0n) ^ (rest >> 1n);
  }
  return (rest ^ ones).toString(16).padStart(Number(width) / 4, "0");
}

/** Browsers have no modules of Node.js. */
function withoutNode(): void {
  vi.spyOn(process, "getBuiltinModule").mockReturnValue(undefined);
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe.each([
  ["with the platform's modules", () => undefined],
  ["without the platform's modules", withoutNode],
])("checksums %s", (_, prepare) => {
  it.each([
    // The check values of catalogues of CRCs, and of FIPS 180-4 for nothing and for the same text.
    ["CRC32", "123456789", "cbf43926"],
    ["CRC32C", "123456789", "e3069283"],
    ["CRC64NVME", "123456789", "ae8b14860a799888"],
    ["SHA1", "123456789", "f7c3bc1d808e04732adf679965ccc34ca7ae3441"],
    ["SHA256", "123456789", "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225"],
    ["CRC32", "", "00000000"],
    ["CRC32C", "", "00000000"],
    ["CRC64NVME", "", "0000000000000000"],
    ["SHA1", "", "da39a3ee5e6b4b0d3255bfef95601890afd80709"],
  ] as const)("%s of %j is %s", (algorithm, text, want) => {
    prepare();
    expect(digest(algorithm, ascii(text))).toBe(want);
  });

  it("have the values of RFC 3720, section B.4, and of NVM Express for blocks", () => {
    prepare();
    const counting = Uint8Array.from({ length: 32 }, (_unused, index) => index);
    expect(digest("CRC32C", new Uint8Array(32))).toBe("8a9136aa");
    expect(digest("CRC32C", new Uint8Array(32).fill(0xff))).toBe("62a8ab43");
    expect(digest("CRC32C", counting)).toBe("46dd794e");
    expect(digest("CRC32C", counting.toReversed())).toBe("113fdb5c");
    expect(digest("CRC64NVME", new Uint8Array(4096))).toBe("6482d367eb22b64e");
    expect(digest("CRC64NVME", new Uint8Array(4096).fill(0xff))).toBe("c0ddba7302eca3ac");
  });

  it("do not depend on the parts in which the bytes come", () => {
    prepare();
    const splits = fc.array(fc.nat(200), { maxLength: 5 });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), splits, (bytes, ends) => {
        const places = ends.map((end) => Math.min(end, bytes.length));
        for (const algorithm of algorithms)
          expect(digest(algorithm, bytes, places)).toBe(digest(algorithm, bytes));
      }),
    );
  });

  it("are those of their definitions", () => {
    prepare();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        expect(digest("CRC32", bytes)).toBe(bitwise(bytes, 0xedb88320n, 32n));
        expect(digest("CRC32C", bytes)).toBe(bitwise(bytes, 0x82f63b78n, 32n));
        expect(digest("CRC64NVME", bytes)).toBe(bitwise(bytes, 0x9a6c9329ac4bc9b5n, 64n));
      }),
    );
  });
});

it("computes CRC-32 as zlib does", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
      const checksum = createCrc(0, 0xedb88320, 4);
      checksum.update(bytes);
      expect(Number(`0x${hex(checksum.digest())}`)).toBe(crc32(bytes));
    }),
  );
});

it("takes SHA from the platform or a package alike", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const byNode = ["SHA1", "SHA256"].map((name) => digest(name as Algorithm, bytes));
      withoutNode();
      const byPackage = ["SHA1", "SHA256"].map((name) => digest(name as Algorithm, bytes));
      vi.restoreAllMocks();
      expect(byPackage).toEqual(byNode);
    }),
  );
});
