import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { texts } from "../../../codegen/runtime/arbitrary-text.js";

describe("texts under a pattern and a length", () => {
  it.each<[RegExp, number, number]>([
    [/^[a-z]+$/u, 3, 5],
    [/^s3:\/\/.*\.(?:bmp|png)$/u, 14, 40],
    [/^id-[0-9]+-[a-z]*$/u, 20, 24],
    [/^(?:a|bc)$/u, 2, 9],
    [/^😀+-$/u, 5, 6],
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
});
