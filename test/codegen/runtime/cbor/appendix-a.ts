import { CborDecimal, CborFloat } from "../../../../codegen/runtime/cbor/cbor-values.js";

/** One example: the bytes in hexadecimal, and their value. */
export type Example = readonly [hex: string, value: unknown];

/** The examples of RFC 8949, appendix A, that `encodeCbor` writes exactly like this. */
export const canonical: readonly Example[] = [
  ["00", 0],
  ["01", 1],
  ["0a", 10],
  ["17", 23],
  ["1818", 24],
  ["1819", 25],
  ["1864", 100],
  ["1903e8", 1000],
  ["1a000f4240", 1000000],
  ["1b000000e8d4a51000", 1000000000000],
  ["1bffffffffffffffff", 18446744073709551615n],
  ["c249010000000000000000", 18446744073709551616n],
  ["3bffffffffffffffff", -18446744073709551616n],
  ["c349010000000000000000", -18446744073709551617n],
  ["20", -1],
  ["29", -10],
  ["3863", -100],
  ["3903e7", -1000],
  ["fb3ff199999999999a", 1.1],
  ["fb7e37e43c8800759c", 1e300],
  ["fbc010666666666666", -4.1],
  ["fb7ff0000000000000", Infinity],
  ["fb7ff8000000000000", NaN],
  ["fbfff0000000000000", -Infinity],
  ["f4", false],
  ["f5", true],
  ["f6", null],
  ["c11a514b67b0", new Date("2013-03-21T20:04:00Z")],
  ["c1fb41d452d9ec200000", new Date("2013-03-21T20:04:00.500Z")],
  ["40", new Uint8Array()],
  ["4401020304", Uint8Array.of(1, 2, 3, 4)],
  ["60", ""],
  ["6161", "a"],
  ["6449455446", "IETF"],
  ["62225c", '"\\'],
  ["62c3bc", "\u00fc"],
  ["63e6b0b4", "\u6c34"],
  ["64f0908591", "\ud800\udd51"],
  ["80", []],
  ["83010203", [1, 2, 3]],
  ["8301820203820405", [1, [2, 3], [4, 5]]],
  [
    "98190102030405060708090a0b0c0d0e0f101112131415161718181819",
    Array.from({ length: 25 }, (_, index) => index + 1),
  ],
  ["a0", {}],
  ["a26161016162820203", { a: 1, b: [2, 3] }],
  ["826161a161626163", ["a", { b: "c" }]],
  ["a56161614161626142616361436164614461656145", { a: "A", b: "B", c: "C", d: "D", e: "E" }],
];

/** The examples that `decodeCbor` reads, and that `encodeCbor` writes in another form. */
export const others: readonly Example[] = [
  ["f90000", 0],
  ["f98000", -0],
  ["f93c00", 1],
  ["f93e00", 1.5],
  ["f97bff", 65504],
  ["fa47c35000", 100000],
  ["fa7f7fffff", 3.4028234663852886e38],
  ["f90001", 5.960464477539063e-8],
  ["f90400", 0.00006103515625],
  ["f9c400", -4],
  ["f97c00", Infinity],
  ["f97e00", NaN],
  ["f9fc00", -Infinity],
  ["fa7f800000", Infinity],
  ["fa7fc00000", NaN],
  ["faff800000", -Infinity],
  // Undefined.
  ["f7", null],
  // Tags 0 (date-time), 23 (base16), 24 (CBOR in bytes) and 32 (URI) are ignored.
  ["c074323031332d30332d32315432303a30343a30305a", "2013-03-21T20:04:00Z"],
  ["d74401020304", Uint8Array.of(1, 2, 3, 4)],
  ["d818456449455446", Uint8Array.of(0x64, 0x49, 0x45, 0x54, 0x46)],
  ["d82076687474703a2f2f7777772e6578616d706c652e636f6d", "http://www.example.com"],
  ["5f42010243030405ff", Uint8Array.of(1, 2, 3, 4, 5)],
  ["7f657374726561646d696e67ff", "streaming"],
  ["9fff", []],
  ["9f018202039f0405ffff", [1, [2, 3], [4, 5]]],
  ["9f01820203820405ff", [1, [2, 3], [4, 5]]],
  ["83018202039f0405ff", [1, [2, 3], [4, 5]]],
  ["83019f0203ff820405", [1, [2, 3], [4, 5]]],
  [
    "9f0102030405060708090a0b0c0d0e0f101112131415161718181819ff",
    Array.from({ length: 25 }, (_, index) => index + 1),
  ],
  ["bf61610161629f0203ffff", { a: 1, b: [2, 3] }],
  ["826161bf61626163ff", ["a", { b: "c" }]],
  ["bf6346756ef563416d7421ff", { Fun: true, Amt: -2 }],
];

/** The examples that `decodeCbor` refuses: integers as keys, and other simple values. */
export const refused: readonly string[] = ["a201020304", "f0", "f8ff"];

/** What only the wrappers of `encodeCbor` write: the example of section 3.4.4, and floats. */
export const wrapped: readonly Example[] = [
  ["c48221196ab3", new CborDecimal("273.15")],
  ["fb0000000000000000", new CborFloat(0)],
  ["fb3ff0000000000000", new CborFloat(1)],
  ["fb40f86a0000000000", new CborFloat(100000)],
  ["fbc010000000000000", new CborFloat(-4)],
];
