import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AlmostValid } from "../../generated/src/runtime/arbitraries/almost-valid.js";
import {
  functionOf,
  generateFrom,
  importFiles,
  operationOf,
  type Exports,
} from "../codegen/support/generated.js";
import { model, operationNames, rules } from "./every-binding-model.js";

interface Generated {
  readonly codec: Exports;
  /** An arbitrary that the generated code has. */
  readonly draw: (name: string) => fc.Arbitrary<unknown>;
}

async function load(long: "number" | "bigint"): Promise<Generated> {
  const { files } = await generateFrom(model, { arbitraries: true, long });
  const folder = `every-binding-${long}`;
  const codec = await importFiles(folder, files);
  const arbitraries = (await import(
    new URL(`../.generated/${folder}/arbitraries.ts`, import.meta.url).href
  )) as Readonly<Record<string, () => fc.Arbitrary<unknown>>>;
  const draw = (name: string): fc.Arbitrary<unknown> => {
    const make = arbitraries[name];
    if (make === undefined) throw new Error(`There is no arbitrary ${name}.`);
    return make();
  };
  return { codec, draw };
}

const both = [
  ["number", await load("number")],
  ["bigint", await load("bigint")],
] as const;

describe.each(both)(
  "values drawn for every place that a message has (long: %s)",
  (_, { codec, draw }) => {
    it.each(operationNames)("%s: inputs go through a request unchanged", (name) => {
      const { serializeRequest, deserializeRequest } = operationOf(codec, name);
      fc.assert(
        fc.property(draw(`inputOf${name}`), (input) => {
          expect(deserializeRequest(serializeRequest(input))).toEqual(input);
        }),
      );
    });

    it.each(operationNames)("%s: outputs go through a response unchanged", (name) => {
      const { serializeResponse, deserializeResponse } = operationOf(codec, name);
      fc.assert(
        fc.property(draw(`outputOf${name}`), (output) => {
          expect(deserializeResponse(serializeResponse(output))).toEqual(output);
        }),
      );
    });
  },
);

describe.each(both)("values that break one rule (long: %s)", (_, { codec, draw }) => {
  it.each(Object.keys(rules))("%s: the rule is found broken where it is said to be", (name) => {
    const validate = functionOf(codec, `validate${name}`);
    fc.assert(
      fc.property(draw(`almostValid${name}`), (almost) => {
        const { value, path, constraint } = almost as AlmostValid;
        expect(validate(value)).toMatchObject({
          ok: false,
          issues: [{ path, constraint }],
          omitted: 0,
        });
      }),
      { numRuns: 500 },
    );
  });

  it.each(Object.entries(rules))("%s: rules of every kind are broken", (name, kinds) => {
    const drawn = fc.sample(draw(`almostValid${name}`), 3000) as AlmostValid[];
    expect([...new Set(drawn.map(({ constraint }) => constraint))].sort()).toEqual(kinds);
  });
});
