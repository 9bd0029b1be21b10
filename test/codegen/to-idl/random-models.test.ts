import fc from "fast-check";
import { expect, it } from "vitest";
import { assemble } from "../../../codegen/src/model/assemble/assemble.js";
import { toJsonAst } from "../../../codegen/src/model/to-json-ast.js";
import { toIdl } from "../../../codegen/src/to-idl/to-idl.js";

/* Random models are the same after they are written as Smithy IDL and read again. */

const namespaces = ["a", "b.c"] as const;
const names = ["A", "B", "C", "String", "list", "_x1", "True", "Metadata"] as const;
const memberNames = ["a", "b", "c", "input", "string", "apply", "null", "_1"] as const;

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom(
    '"',
    "\\",
    '"""',
    "// x",
    "/// y",
    "\n",
    "\r\n",
    "\t x",
    "${a}",
    "a\n  b\n",
    "\u2028",
  ),
);
const node = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.boolean(),
    fc.constant(null),
    fc.integer(),
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((value) => (Object.is(value, -0) ? 0 : value)),
    fc.array(tie("node"), { maxLength: 3 }),
    fc.dictionary(text, tie("node"), { maxKeys: 3, noNullPrototype: true }),
  ),
})).node;

/** Traits that fit every shape, with values of every kind. */
const traits = fc.record(
  {
    "smithy.api#documentation": text,
    "smithy.api#tags": fc.array(text, { maxLength: 3 }),
    "smithy.api#externalDocumentation": fc.dictionary(
      fc.constantFrom("Home", "Two Words", "q\"'"),
      fc.constant("https://example.com"),
      { minKeys: 1, maxKeys: 2, noNullPrototype: true },
    ),
    "smithy.api#deprecated": fc.record(
      { message: text },
      { requiredKeys: [], noNullPrototype: true },
    ),
    "smithy.api#internal": fc.constant({}),
    "z#unknown": node,
  },
  { requiredKeys: [], noNullPrototype: true },
);

const id = (suffix = ""): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...namespaces), fc.constantFrom(...names))
    .map(([space, name]) => `${space}#${name}${suffix}`);

type Json = Record<string, unknown>;

function members(targets: readonly string[]): fc.Arbitrary<Json> {
  const member = fc.record({
    target: fc.constantFrom("smithy.api#String", "smithy.api#Document", ...targets),
    traits,
  });
  return fc.dictionary(fc.constantFrom(...memberNames), member, {
    minKeys: 1,
    maxKeys: 4,
    noNullPrototype: true,
  });
}

function shape(targets: readonly string[]): fc.Arbitrary<Json> {
  const member = fc.record({ target: fc.constantFrom("smithy.api#Integer", ...targets), traits });
  const of = (type: string, rest: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Json> =>
    fc.record({ type: fc.constant(type), traits, ...rest });
  return fc.oneof(
    of("string", {}),
    of("bigDecimal", {}),
    of("list", { member }),
    of("map", { key: fc.constant({ target: "smithy.api#String" }), value: member }),
    of("structure", { members: members(targets) }),
    of("union", { members: members(targets) }),
    of("enum", {
      members: fc.dictionary(
        fc.constantFrom("A", "B_1", "enum"),
        text.map((value) => ({
          target: "smithy.api#Unit",
          traits: { "smithy.api#enumValue": `v${value}` },
        })),
        { minKeys: 1, maxKeys: 3, noNullPrototype: true },
      ),
    }),
  );
}

const model = fc
  .uniqueArray(id(), { minLength: 1, maxLength: 8, selector: (each) => each.toLowerCase() })
  .chain((ids) =>
    fc.record({
      smithy: fc.constant("2.0"),
      metadata: fc.dictionary(text, node, { maxKeys: 3, noNullPrototype: true }),
      shapes: fc
        .tuple(...ids.map(() => shape(ids)))
        .map((shapes) => Object.fromEntries(shapes.map((each, index) => [ids[index] ?? "", each]))),
    }),
  );

const options = { allowUnknownTraits: true };

function read(files: Iterable<readonly [string, string]>): string {
  const sources = [...files].map(([name, content]) => ({ name, bytes: Buffer.from(content) }));
  const { model: assembled, events } = assemble(sources, options);
  expect(events.filter(({ severity }) => severity === "ERROR")).toEqual([]);
  return toJsonAst(assembled, { mixins: "keep" });
}

it("reads random models back as they were", () => {
  fc.assert(
    fc.property(model, (json) => {
      const given = JSON.stringify(json);
      const { model: assembled, events } = assemble(
        [{ name: "m.json", bytes: Buffer.from(given) }],
        options,
      );
      fc.pre(events.every(({ severity }) => severity !== "ERROR"));
      const files = [...toIdl(assembled)].map(
        ([name, content]) => [`${name}.smithy`, content] as const,
      );
      expect(read(files)).toBe(read([["m.json", given]]));
    }),
    { numRuns: 300 },
  );
});
