import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CborError } from "../../../../codegen/runtime/cbor/cbor-error.js";
import { decodeCbor } from "../../../../codegen/runtime/cbor/decode-cbor.js";
import { encodeCbor } from "../../../../codegen/runtime/cbor/encode-cbor.js";
import { maxDepth } from "../../../../codegen/runtime/values/path.js";
import { canonical, others, refused } from "./appendix-a.js";
import { bytesOf } from "./bytes.js";
import { values } from "./values.js";

/** `__proto__` as text. */
const proto = "695f5f70726f746f5f5f";

function decode(hex: string): unknown {
  return decodeCbor(bytesOf(hex));
}

function errorOf(bytes: Uint8Array): CborError {
  try {
    decodeCbor(bytes);
  } catch (error) {
    if (error instanceof CborError) return error;
    throw error;
  }
  throw new Error("The bytes were decoded.");
}

describe("decodeCbor", () => {
  it.each([...canonical, ...others])("reads the example %s of RFC 8949", (hex, value) => {
    expect(decode(hex)).toStrictEqual(value);
  });

  it.each(refused)("refuses the example %s of RFC 8949", (hex) => {
    expect(() => decode(hex)).toThrow(CborError);
  });

  it.each([
    ["1b001fffffffffffff", Number.MAX_SAFE_INTEGER],
    ["1b0020000000000000", 9007199254740992n],
    ["3b001ffffffffffffe", Number.MIN_SAFE_INTEGER],
    ["3b001fffffffffffff", -9007199254740992n],
    // Longer than necessary.
    ["1800", 0],
    ["1b0000000000000001", 1],
    ["390000", -1],
    ["7a0000000161", "a"],
  ])("reads the integer or length in %s exactly", (hex, value) => {
    expect(decode(hex)).toBe(value);
  });

  it.each([
    ["c2 40", 0n],
    ["c3 40", -1n],
    ["c2 44 00000001", 1n],
    ["c2 5f 41 01 42 0000 ff", 65536n],
    ["c4 82 00 05", "5"],
    ["c4 82 21 196ab3", "273.15"],
    ["c4 82 21 396ab2", "-273.15"],
    ["c4 82 24 05", "0.00005"],
    ["c4 82 21 00", "0.00"],
    ["c4 82 26 05", "0.0000005"],
    ["c4 82 27 05", "5e-8"],
    ["c4 82 03 05", "5e3"],
    ["c4 9f 20 c249010000000000000000 ff", "1844674407370955161.6"],
    ["c4 82 3a7fffffff 05", "5e-2147483648"],
    ["c4 82 1bffffffffffffffff 20", "-1e18446744073709551615"],
    ["d9d9f7 05", 5],
    ["db ffffffffffffffff 05", 5],
  ])("reads the tagged value %s", (hex, value) => {
    expect(decode(hex)).toBe(value);
  });

  it.each([
    ["c1 00", 0],
    ["c1 20", -1000],
    ["c1 f93e00", 1500],
    ["c1 fa3fc00000", 1500],
    // The double 1398796238.123, which is not 1398796238123 / 1000.
    ["c1 fb41d4d7fbf387df3b", 1398796238123],
    ["c1 1b000007dba8218000", 8.64e15],
    ["c1 3b000007dba8217fff", -8.64e15],
  ])("reads the epoch time %s with a precision of milliseconds", (hex, time) => {
    expect(decode(hex)).toStrictEqual(new Date(time));
  });

  it.each([
    ["no bytes", "", "an item that is cut off at byte 0"],
    ["bytes after the value", "01 02", "bytes after the value at byte 1"],
    ["an integer without its bytes", "1a 0000", "an item that is cut off at byte 1"],
    ["a float without its bytes", "fb 00", "an item that is cut off at byte 1"],
    ["text that is cut off", "63 6161", "an item that is cut off at byte 1"],
    ["a text of 2^60 bytes", "7b 1000000000000000 61", "an item that is cut off at byte 9"],
    ["bytes of 2^60 bytes", "5b 1000000000000000 61", "an item that is cut off at byte 9"],
    ["an array of 2^60 items", "9b 1000000000000000 00", "an item that is cut off at byte 9"],
    ["a map of 2^60 entries", "bb 1000000000000000 6000", "an item that is cut off at byte 9"],
    ["a map of 2^64 - 1 entries", "bb ffffffffffffffff 6000", "an item that is cut off at byte 9"],
    ["an array without an end", "9f 01", "an item that is cut off at byte 2"],
    ["a map without an end", "bf 6161 01", "an item that is cut off at byte 4"],
    ["text without an end", "7f 6161", "an item that is cut off at byte 3"],
    ["bytes without an end", "5f 4161", "an item that is cut off at byte 3"],
    ["a tag without a value", "c1", "an item that is cut off at byte 1"],
    ["a break", "ff", "a break in the wrong place at byte 1"],
    ["a break in an array with a length", "82 01 ff", "a break in the wrong place at byte 3"],
    ["a break instead of a value", "bf 6161 ff", "a break in the wrong place at byte 4"],
    ["a break instead of a tagged value", "9f c1 ff ff", "a break in the wrong place at byte 3"],
    ["bytes as chunks of text", "7f 4161 ff", "a chunk of another kind than its string at byte 2"],
    ["text as chunks of bytes", "5f 6161 ff", "a chunk of another kind than its string at byte 2"],
    ["chunks in chunks", "7f 7f 6161 ff ff", "a chunk of another kind than its string at byte 2"],
    ["half a character in a chunk", "7f 61c3 61bc ff", "text that is not UTF-8 at byte 3"],
    ["a byte that starts nothing", "61 80", "text that is not UTF-8 at byte 2"],
    ["a surrogate in UTF-8", "63 eda080", "text that is not UTF-8 at byte 4"],
    ["an overlong form", "62 c0af", "text that is not UTF-8 at byte 3"],
    [
      "long text that is not UTF-8",
      `78 1e ${"61".repeat(29)} ff`,
      "text that is not UTF-8 at byte 32",
    ],
    ["a duplicate key", "a2 6161 01 6161 02", "a duplicate key at byte 7"],
    ["a duplicate key of null", "a2 6161 f6 6161 f6", "a duplicate key at byte 7"],
    ["a duplicate key in chunks", "bf 6161 01 7f 6161 ff 02 ff", "a duplicate key at byte 9"],
    ["`__proto__` twice", `a2 ${proto} 01 ${proto} 02`, "a duplicate key at byte 23"],
    ["bytes as a key", "a1 4161 01", "a key that is not text at byte 2"],
    ["a tagged key", "a1 c0 6161 01", "a key that is not text at byte 2"],
    ["a reserved length", "1c", "an initial byte that is not defined at byte 1"],
    ["an integer without a length", "1f", "an initial byte that is not defined at byte 1"],
    ["a tag without a length", "df 01", "an initial byte that is not defined at byte 1"],
    ["a reserved length of text", "7e 6161", "an initial byte that is not defined at byte 1"],
    ["a reserved simple value", "fc", "an unknown simple value at byte 1"],
    ["false in two bytes", "f814", "an unknown simple value at byte 1"],
    ["text as an epoch time", "c1 6130", "an epoch time that is not a Date at byte 3"],
    ["NaN as an epoch time", "c1 f97e00", "an epoch time that is not a Date at byte 4"],
    ["a big integer as an epoch time", "c1 c24101", "an epoch time that is not a Date at byte 4"],
    ["a Date in a Date", "c1 c1 00", "an epoch time that is not a Date at byte 3"],
    ["8.64e12 + 1 seconds", "c1 1b000007dba8218001", "an epoch time that is not a Date at byte 10"],
    ["text as a big integer", "c2 6131", "a big integer without bytes at byte 3"],
    ["a big integer in another", "c2 c2 4101", "a big integer without bytes at byte 4"],
    ["one number", "c4 81 01", "a decimal fraction that is not a pair of integers at byte 3"],
    [
      "three numbers",
      "c4 83 010203",
      "a decimal fraction that is not a pair of integers at byte 5",
    ],
    [
      "a fraction",
      "c4 82 f93e00 01",
      "a decimal fraction that is not a pair of integers at byte 6",
    ],
    ["a decimal of text", "c4 6131", "a decimal fraction that is not a pair of integers at byte 3"],
  ])("refuses %s", (_, hex, received) => {
    expect(errorOf(bytesOf(hex))).toMatchObject({
      name: "CborError",
      received,
      message: `The data is not valid CBOR: ${received}.`,
    });
  });

  it.each([
    ["arrays", "81", "00"],
    ["arrays of indefinite length", "9f", "00"],
    ["maps", "a161 61", "00"],
    ["tags", "c6", "00"],
    ["arrays that claim all bytes that are left", "9a00080000", "00"],
  ])("bounds the depth of %s", (_, level, leaf) => {
    const bytes = bytesOf(level.repeat(200_000) + leaf);
    expect(errorOf(bytes).received).toContain(`more than ${maxDepth} levels of nesting at byte`);
  });

  it("accepts as many levels as readers do", () => {
    const bytes = (levels: number): Uint8Array => bytesOf(`${"81".repeat(levels)}00`);
    expect(() => decodeCbor(bytes(maxDepth + 1))).not.toThrow();
    expect(() => decodeCbor(bytes(maxDepth + 2))).toThrow(CborError);
  });

  it("does not expand exponents, and bounds the size of integers", () => {
    expect(decode("c4 82 1a7fffffff 01")).toBe("1e2147483647");
    const long = (size: number): Uint8Array =>
      bytesOf(`c25a${size.toString(16).padStart(8, "0")}${"ff".repeat(size)}`);
    expect(decodeCbor(long(41_525))).toBe(2n ** (41_525n * 8n) - 1n);
    expect(errorOf(long(41_526)).received).toContain("an integer of more than 41525 bytes");
  });

  it("reads names of `Object.prototype` as own properties", () => {
    const names = Object.getOwnPropertyNames(Object.prototype);
    const map = Object.fromEntries(names.map((name) => [name, name]));
    const decoded = decodeCbor(encodeCbor(map)) as Record<string, unknown>;
    expect(Object.entries(decoded)).toStrictEqual(Object.entries(map));
    expect(Object.getPrototypeOf(decoded)).toBe(Object.prototype);
    expect(Object.hasOwn({}, "polluted")).toBe(false);
  });

  it("keeps a byte order mark", () => {
    expect(decode("63 efbbbf")).toBe("\ufeff");
    expect(decodeCbor(encodeCbor(`\ufeff${"a".repeat(50)}`))).toBe(`\ufeff${"a".repeat(50)}`);
  });

  it("tells keys apart whose UTF-8 looks like other keys in Latin-1", () => {
    const wrong: string[] = [];
    for (let index = 0; index < 20_000; index++) {
      // Four characters whose codes are the bytes of two others in UTF-8.
      const codes = [
        0xc2 + (index % 30),
        0x80 + (index % 64),
        0xc2 + (index % 29),
        0x80 + (index % 63),
      ];
      const four = String.fromCharCode(...codes);
      const two = Buffer.from(codes).toString("utf8");
      for (const key of [`${index}${four}`, `${index}${two}`]) {
        if (!Object.hasOwn(decodeCbor(encodeCbor({ [key]: 0 })) as object, key)) wrong.push(key);
      }
    }
    expect(wrong).toStrictEqual([]);
  });

  it("tells keys apart that share a hash", () => {
    const keys = Array.from({ length: 5000 }, (_, index) => `key${index}`);
    const map = Object.fromEntries(keys.map((key, index) => [key, index]));
    for (let times = 0; times < 2; times++) {
      expect(Object.keys(decodeCbor(encodeCbor(map)) as object)).toStrictEqual(keys);
    }
  });

  it("returns bytes that do not share memory with the data, even with that of a Buffer", () => {
    const data = Buffer.from("824401020304 5f4105ff".replace(" ", ""), "hex");
    const decoded = decodeCbor(data);
    data.fill(0);
    expect(decoded).toStrictEqual([Uint8Array.of(1, 2, 3, 4), Uint8Array.of(5)]);
  });

  it("reads the part of a buffer that a view shows", () => {
    const data = bytesOf("ff 83 01 fb3ff199999999999a 6161 ff").subarray(1, -1);
    expect(decodeCbor(data)).toStrictEqual([1, 1.1, "a"]);
  });

  it("throws nothing but CborErrors for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        isDecodedOrRefused(bytes);
      }),
      { numRuns: 5000 },
    );
  });

  it("throws nothing but CborErrors for bytes that were changed or cut off", () => {
    fc.assert(
      fc.property(values, fc.nat(), fc.integer({ min: 0, max: 255 }), (value, place, byte) => {
        const bytes = encodeCbor(value);
        const at = place % bytes.length;
        expect(() => decodeCbor(bytes.subarray(0, at))).toThrow(CborError);
        bytes[at] = byte;
        isDecodedOrRefused(bytes);
      }),
      { numRuns: 2000 },
    );
  });
});

function isDecodedOrRefused(bytes: Uint8Array): void {
  try {
    decodeCbor(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(CborError);
  }
}
