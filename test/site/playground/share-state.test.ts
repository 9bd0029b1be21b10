import { deflateSync, strToU8 } from "fflate";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  fromHash,
  maxHashLength,
  toHash,
} from "../../../scripts/site/playground/state/share-state.js";
import {
  startState,
  views,
  type PlaygroundState,
} from "../../../scripts/site/playground/state/state.js";

const states: fc.Arbitrary<PlaygroundState> = fc.record({
  source: fc.constantFrom("api-gateway", "model"),
  language: fc.constantFrom("smithy", "json"),
  model: fc.string({ unit: "grapheme" }),
  operation: fc.string(),
  input: fc.string({ unit: "grapheme" }),
  output: fc.string(),
  view: fc.constantFrom(...views),
});

const encode = (value: unknown): string =>
  `#play1=${Buffer.from(deflateSync(strToU8(JSON.stringify(value)))).toString("base64url")}`;

test("a hash restores its state", () => {
  fc.assert(
    fc.property(states, (state) => {
      const hash = toHash(state) ?? "";
      expect(hash).toMatch(/^#play1=[\w-]+$/);
      expect(fromHash(hash)).toEqual(state);
    }),
  );
});

test("a damaged hash is broken, or a state, and never throws", () => {
  const hash = toHash({ ...startState, input: '{"ApiId": "a1"}' }) ?? "";
  fc.assert(
    fc.property(fc.nat(hash.length), fc.string({ maxLength: 3 }), (at, text) => {
      const damaged = `#play1=${hash.slice("#play1=".length, at)}${text}`;
      const state = fromHash(damaged);
      if (state !== "broken") expect(toHash(state ?? startState)).toBeTypeOf("string");
    }),
  );
});

test.each([
  ["with other members", { ...startState, more: 1 }],
  ["without a member", { ...startState, input: undefined }],
  ["with an unknown view", { ...startState, view: "none" }],
  ["with a number for a text", { ...startState, input: 5 }],
  ["that is no object", null],
])("a state %s is broken", (_, state) => {
  expect(fromHash(encode(state))).toBe("broken");
});

test("hashes of other things are left alone", () => {
  expect(fromHash("")).toBeUndefined();
  expect(fromHash("#a-heading")).toBeUndefined();
});

test("a state that is too long has no hash, and a long hash is not read", () => {
  const input = Array.from({ length: 20_000 }, (_, index) => (index * 7919).toString(36)).join("");
  expect(toHash({ ...startState, input })).toBeUndefined();
  expect(fromHash(encode({ ...startState, input }))).toBe("broken");
  expect(fromHash(`#play1=${"A".repeat(maxHashLength)}`)).toBe("broken");
});

test("a small hash of a huge state is broken", () => {
  const hash = encode({ ...startState, input: " ".repeat(2_000_000) });
  expect(hash.length).toBeLessThan(maxHashLength);
  expect(fromHash(hash)).toBe("broken");
});
