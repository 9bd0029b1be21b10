import fc, { type Arbitrary } from "fast-check";
import { describe, expect, it } from "vitest";
import * as codec from "../../generated/src/index.js";
import * as arbitraries from "../../generated/src/arbitraries.js";
import type { AlmostValid } from "../../generated/src/runtime/arbitraries/almost-valid.js";
import type { ValidationResult } from "../../generated/src/runtime/types.js";

/** What the files export under a prefix, by the rest of the name. */
function exportsOf<T>(module: object, prefix: string): Map<string, T> {
  return new Map(
    Object.entries(module)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value as T]),
  );
}

const validators = exportsOf<(value: unknown) => ValidationResult<unknown>>(codec, "validate");
const valid = exportsOf<() => Arbitrary<unknown>>(arbitraries, "arbitrary");
const almostValid = exportsOf<() => Arbitrary<AlmostValid>>(arbitraries, "almostValid");

describe("arbitraries", () => {
  it("are there for every structure and union", () => {
    expect([...valid.keys()].sort()).toEqual([...validators.keys()].sort());
  });

  it.each([...valid])("are valid: %s", (name, make) => {
    fc.assert(
      fc.property(make(), (value) => {
        expect(validators.get(name)?.(value)).toEqual({ ok: true, value });
      }),
      { numRuns: 10 },
    );
  });

  it.each([...almostValid])("break one rule, and say which: %s", (name, make) => {
    fc.assert(
      fc.property(make(), ({ value, path, constraint }) => {
        expect(validators.get(name)?.(value)).toMatchObject({
          ok: false,
          issues: [{ path, constraint }],
          omitted: 0,
        });
      }),
      { numRuns: 10 },
    );
  });
});
