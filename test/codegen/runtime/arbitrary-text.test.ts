import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { texts } from "../../../codegen/runtime/arbitraries/arbitrary-text.js";

describe("texts under a pattern and a length", () => {
  it.each<[RegExp, number, number]>([
    [/^[a-z]+$/u, 3, 5],
    [/^s3:\/\/.*\.(?:bmp|png)$/u, 14, 40],
    [/^id-[0-9]+-[a-z]*$/u, 20, 24],
    [/^(?:a|bc)$/u, 2, 9],
    [/^😀+-$/u, 5, 6],
    [/^(?!-)(?:[a-z-]*[a-z])(?=[.a-z]*$)(?:\.(?!-[)])[a-z]{1,3})+$/u, 3, 40],
    [/^[^\u0000-\u00FF]$/u, 0, 9], // eslint-disable-line no-control-regex
    [/^[a-f]{4}\b-\b[a-f]{4}$/u, 9, 9],
  ])("are within both: %s, %i to %i", (pattern, min, max) => {
    fc.assert(
      fc.property(texts({ pattern, length: { min, max } }), (text) => {
        expect(text).toMatch(pattern);
        const { length } = Array.from(text);
        expect(length).toBeGreaterThanOrEqual(min);
        expect(length).toBeLessThanOrEqual(max);
      }),
    );
  });

  it("are given up where there are none", () => {
    const impossible = texts({ pattern: /a^[0-9]{3}$b/u });
    expect(() => fc.sample(impossible, 1)).toThrow(
      "No text of a valid length was found for the pattern",
    );
  });
});
