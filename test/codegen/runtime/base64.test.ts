import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeBase64, encodeBase64 } from "../../../codegen/runtime/values/base64.js";

/** The oracle is Node's own implementation, which reads more than the canonical form. */
const isCanonical = (text: string): boolean =>
  Buffer.from(text, "base64").toString("base64") === text;

describe("base64", () => {
  it.each([0, 1, 2, 3, 8191, 8192, 8193, 16384, 24577])("encodes %i bytes as Node does", (size) => {
    const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 7) % 256);
    const text = Buffer.from(bytes).toString("base64");
    expect(encodeBase64(bytes)).toBe(text);
    expect(decodeBase64(text)).toEqual(bytes);
  });

  it("decodes canonical text, and nothing else", () => {
    const canonical = fc.uint8Array({ maxLength: 8 }).map((bytes) => encodeBase64(bytes));
    const alphabet = fc.constantFrom(...Array.from("AQgwEIMUYckos048BZaz9+/=-_ \n*é"));
    const changed = fc
      .tuple(canonical, fc.nat(), fc.nat({ max: 1 }), alphabet)
      .map(([text, place, length, character]) => {
        const start = place % (text.length + 1);
        return text.slice(0, start) + character + text.slice(start + length);
      });
    const other = fc.array(alphabet, { maxLength: 8 }).map((characters) => characters.join(""));
    fc.assert(
      fc.property(fc.oneof(canonical, changed, other), (text) => {
        const bytes = decodeBase64(text);
        expect(bytes !== undefined, text).toBe(isCanonical(text));
        if (bytes !== undefined) expect(Buffer.from(bytes).toString("base64")).toBe(text);
      }),
      { numRuns: 3000 },
    );
  });

  // RFC 4648, section 3.5: the bits of the last character that no byte takes must be zero.
  it.each([
    ["one byte", "==", (character: string) => `A${character}`],
    ["two bytes", "=", (character: string) => `AA${character}`],
  ] as const)("takes just the canonical last characters of %s", (_, padding, text) => {
    for (const character of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/") {
      const given = text(character) + padding;
      expect(decodeBase64(given) !== undefined, given).toBe(isCanonical(given));
      expect(decodeBase64(`AAAA${given}`) !== undefined, given).toBe(isCanonical(given));
    }
  });

  it.each(["====", "A===", "=AAA", "AA=A", "A=AA", "AA==AAAA", "AAA=AAAA", "AAA", "AAAAA", "AA A"])(
    "refuses %j",
    (text) => {
      expect(decodeBase64(text)).toBeUndefined();
    },
  );
});
