import { describe, expect, it } from "vitest";
import { CborError } from "../../../../codegen/runtime/cbor/cbor-error.js";
import { CborDecimal, CborFloat } from "../../../../codegen/runtime/cbor/cbor-values.js";
import { decodeCbor } from "../../../../codegen/runtime/cbor/decode-cbor.js";
import { encodeCbor } from "../../../../codegen/runtime/cbor/encode-cbor.js";
import { maxDepth } from "../../../../codegen/runtime/values/path.js";
import { canonical, wrapped } from "./appendix-a.js";
import { hexOf } from "./bytes.js";

function hex(value: unknown): string {
  return hexOf(encodeCbor(value));
}

describe("encodeCbor", () => {
  it.each([...canonical, ...wrapped])("writes the example %s of RFC 8949", (want, value) => {
    expect(hex(value)).toBe(want);
  });

  it.each([
    [0, "00"],
    [23, "17"],
    [255, "18ff"],
    [256, "190100"],
    [65535, "19ffff"],
    [65536, "1a00010000"],
    [4294967295, "1affffffff"],
    [4294967296, "1b0000000100000000"],
    [Number.MAX_SAFE_INTEGER, "1b001fffffffffffff"],
    [Number.MIN_SAFE_INTEGER, "3b001ffffffffffffe"],
    [-24, "37"],
    [-25, "3818"],
    [-257, "390100"],
    [-4294967296, "3affffffff"],
    [-4294967297, "3b0000000100000000"],
    [-0, "fb8000000000000000"],
    // An integer that is not safe may have been rounded.
    [9007199254740992, "fb4340000000000000"],
    [9007199254740992n, "1b0020000000000000"],
    [5n, "05"],
    [-5n, "24"],
    [-9007199254740993n, "3b0020000000000000"],
  ])("writes %s in the smallest form that is exact", (value, want) => {
    expect(hex(value)).toBe(want);
  });

  it.each([
    ["0", "c4820000"],
    ["-0", "c4820000"],
    ["1.50", "c482211896"],
    ["-1.5", "c482202e"],
    ["1.5e3", "c482020f"],
    ["1E+2", "c4820201"],
    ["12e-3", "c482220c"],
    ["1844674407370955161.6", "c48220c249010000000000000000"],
    ["1e9223372036854775807", "c4821b7fffffffffffffff01"],
  ])("writes the decimal %s", (text, want) => {
    expect(hex(new CborDecimal(text))).toBe(want);
  });

  it("omits undefined properties, and keeps undefined items as null", () => {
    expect(hex({ a: undefined, b: 1, c: undefined })).toBe("a1616201");
    const some = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`k${index}`, index % 20 === 0 ? 1 : undefined]),
    );
    expect(Object.keys(decodeCbor(encodeCbor(some)) as object)).toHaveLength(15);
    // eslint-disable-next-line no-sparse-arrays
    expect(hex([undefined, , 1])).toBe("83f6f601");
  });

  it.each([0, 1, 8, 23, 24, 55, 56, 57, 85, 86, 255, 256, 1024, 21_846, 65_535, 65_536, 200_000])(
    "writes text of %i characters like a TextEncoder",
    (length) => {
      for (const character of ["a", "\u00fc", "\u6c34", "\ud83d\ude00"]) {
        for (const text of [character.repeat(length), `${"a".repeat(length)}${character}`]) {
          const utf8 = Buffer.from(text);
          const bytes = encodeCbor([text, 1]);
          const start = bytes.length - 1 - utf8.length;
          expect(Buffer.compare(bytes.subarray(start, -1), utf8)).toBe(0);
          expect(decodeCbor(bytes)).toStrictEqual([text, 1]);
          expect(start - 1).toBe(
            [24, 0x100, 0x10000].filter((limit) => utf8.length >= limit).length +
              1 +
              (utf8.length >= 0x10000 ? 1 : 0),
          );
        }
      }
    },
  );

  it("writes values that are larger than any space before", () => {
    const bytes = new Uint8Array(300_000).fill(7);
    const [decoded, end] = decodeCbor(encodeCbor([bytes, "end"])) as [Uint8Array, string];
    expect([Buffer.compare(decoded, bytes), end]).toStrictEqual([0, "end"]);
    const items = Array.from({ length: 100_000 }, (_, index) => index / 3);
    expect(String(decodeCbor(encodeCbor(items)))).toBe(String(items));
  });

  it("returns bytes that later calls do not change", () => {
    const first = encodeCbor("first");
    encodeCbor("other");
    expect(decodeCbor(first)).toBe("first");
    expect(first.buffer.byteLength).toBe(first.length);
  });

  it("reads each property once, and allows a getter to encode another value", () => {
    // Leaves its space for the next call.
    encodeCbor("earlier");
    let reads = 0;
    const value = {
      before: "before",
      nested: {
        get inner(): Uint8Array {
          reads++;
          return encodeCbor({ another: "x".repeat(100) });
        },
        get after(): string | undefined {
          return reads++ === 1 ? "after" : undefined;
        },
      },
    };
    expect(decodeCbor(encodeCbor(value))).toStrictEqual({
      before: "before",
      nested: { inner: encodeCbor({ another: "x".repeat(100) }), after: "after" },
    });
  });

  it("goes on after a value that it refused", () => {
    expect(() => encodeCbor(["a", Symbol("b")])).toThrow(CborError);
    expect(hex(["a"])).toBe("816161");
  });

  it("writes own properties of any object, but not inherited ones", () => {
    class Point {
      readonly x: number = 1;
      readonly y: number = 2;
    }
    const bare = Object.assign(Object.create({ inherited: 1 }) as object, { own: 2 });
    expect(decodeCbor(encodeCbor(new Point()))).toStrictEqual({ x: 1, y: 2 });
    expect(decodeCbor(encodeCbor(bare))).toStrictEqual({ own: 2 });
    expect(hex(Object.assign(Object.create(null) as object, { a: 1 }))).toBe("a1616101");
    expect(hex(Object.freeze({ constructor: 1 }))).toBe("a16b636f6e7374727563746f7201");
  });

  const cyclic: unknown[] = [];
  cyclic.push({ cyclic });

  it.each([
    ["undefined", undefined, "nothing"],
    ["a function", { call: () => 1 }, "a function"],
    ["a symbol", [Symbol("secret")], "a symbol"],
    ["an invalid Date", new Date(NaN), "an invalid Date"],
    ["a lone surrogate", "a\ud800", "text with a lone surrogate"],
    ["surrogates in the wrong order", "\udc00\ud800", "text with a lone surrogate"],
    ["a lone surrogate in long text", `${"a".repeat(300)}\udfff`, "text with a lone surrogate"],
    ["a lone surrogate in a key", { "\ud83d": 1 }, "text with a lone surrogate"],
    ["a cycle", cyclic, `more than ${maxDepth} levels of nesting`],
    ["text as a decimal", new CborDecimal("1,5"), "text that is not a decimal number"],
    ["no text as a decimal", new CborDecimal(""), "text that is not a decimal number"],
    ["a sign as a decimal", new CborDecimal("+1"), "text that is not a decimal number"],
    [
      "a decimal of megabytes",
      new CborDecimal("1".repeat(9e6)),
      "text that is not a decimal number",
    ],
    [
      "a huge exponent",
      new CborDecimal("1e9223372036854775808"),
      "a decimal number with a huge exponent",
    ],
    ["a huge integer", 1n << 332_200n, "an integer of more than 41525 bytes"],
  ])("refuses %s", (_, value, received) => {
    const problem = {
      name: "CborError",
      received,
      message: `CBOR cannot represent the value: ${received}.`,
    };
    expect(() => encodeCbor(value)).toThrow(expect.objectContaining(problem));
  });

  it("accepts as many levels as decodeCbor", () => {
    const nested = (levels: number): unknown => {
      let value: unknown = new CborFloat(1);
      for (let level = 0; level < levels; level++) value = [value];
      return value;
    };
    expect(decodeCbor(encodeCbor(nested(maxDepth)))).toBeDefined();
    expect(() => encodeCbor(nested(maxDepth + 2))).toThrow(CborError);
  });
});
