import fc from "fast-check";
import { list, map, structure, type Json } from "../../codegen/support/models.js";

/** The shapes of the documents; each member has the same name in JMESPath, in JSON and in TypeScript. */
export const shapes: Readonly<Record<string, Json>> = {
  Out: structure({
    status: "Status",
    count: "Integer",
    flag: "Boolean",
    one: "Item",
    items: "Items",
    named: "ByName",
    texts: "Texts",
    sparse: "Sparse",
    any: "Document",
  }),
  Item: structure({ name: "String", size: "Double", tags: "Texts", parts: "Items", grid: "Grid" }),
  Items: list("Item"),
  ByName: map("Item"),
  Texts: list("String"),
  Sparse: list("String", { sparse: {} }),
  Grid: list("Row"),
  Row: list("Integer"),
  Status: {
    type: "enum",
    members: Object.fromEntries(
      ["active", "gone"].map((value) => [
        value.toUpperCase(),
        { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": value } },
      ]),
    ),
  },
};

const text = fc.constantFrom("", "active", "gone", "a", "b");
const number = fc.constantFrom(0, 1, 2, -1, 1.5);
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });

/** Removes absent members, as documents from JSON have none; sorts the others, as the generator does. */
const compact = (value: object): Json =>
  Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  );

const { item } = fc.letrec<{ item: Json }>((tie) => ({
  item: fc
    .record({
      name: optional(text),
      size: optional(number),
      tags: optional(fc.array(text, { maxLength: 3 })),
      parts: optional(fc.array(tie("item"), { maxLength: 2 })),
      grid: optional(
        fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }), { maxLength: 3 }),
      ),
    })
    .map(compact),
}));

/** Random documents of the shape `Out`. */
export const documents: fc.Arbitrary<Json> = fc
  .record({
    status: optional(fc.constantFrom("active", "gone")),
    count: optional(fc.integer({ min: 0, max: 3 })),
    flag: optional(fc.boolean()),
    one: optional(item),
    items: optional(fc.array(item, { maxLength: 3 })),
    named: optional(fc.dictionary(fc.constantFrom("x", "y", "z"), item, { maxKeys: 3 })),
    texts: optional(fc.array(text, { maxLength: 3 })),
    sparse: optional(fc.array(fc.option(text), { maxLength: 3 })),
    any: optional(fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>),
  })
  .map((value) => JSON.parse(JSON.stringify(compact(value))) as Json);

const name = fc.constantFrom(
  ...["status", "count", "flag", "one", "items", "named", "texts", "sparse", "any"],
  ...["name", "size", "tags", "parts", "grid", "x", "nope"],
);
const index = fc.integer({ min: -3, max: 3 });
const scalar = fc.constantFrom("'active'", "'a'", "`1`", "`0`", "`true`", "`false`", "`null`");
const literal = fc.oneof(
  scalar,
  fc.constantFrom("`[]`", '`{"name": "a"}`', "`[1, 2]`", "`2.5`", "''"),
);
const slice = fc
  .tuple(optional(index), optional(index), optional(fc.constantFrom(1, 2, -1, -2)))
  .map(([start, stop, step]) => `[${[start ?? "", stop ?? "", step ?? ""].join(":")}]`);

interface Parts {
  expression: string;
  path: string;
  step: string;
  condition: string;
  call: string;
}

/**
 * Random expressions over the members of `Out`; some make no sense. They leave out what the other
 * implementation gets wrong: `avg`, `max_by` and `min_by` of empty lists, `merge` with what is no object, and
 * arguments that begin with `@`, what is no text in a text, and `to_number('')`.
 */
export const expressions: fc.Arbitrary<string> = fc.letrec<Parts>((tie) => {
  const part = (
    weight: number,
    arbitrary: fc.Arbitrary<string>,
  ): { weight: number; arbitrary: fc.Arbitrary<string> } => ({ weight, arbitrary });
  const joined = (...parts: (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
    fc
      .tuple(...parts.map((one) => (typeof one === "string" ? fc.constant(one) : one)))
      .map((texts) => texts.join(""));
  const tied = (name: keyof Parts): fc.Arbitrary<string> => tie(name) as fc.Arbitrary<string>;
  const expression = tied("expression");
  const path = tied("path");
  const step = tied("step");
  const condition = tied("condition");
  const call = tied("call");
  return {
    expression: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      part(6, path),
      part(1, joined(path, " | @")),
      part(1, literal),
      part(2, condition),
      part(2, call),
      part(1, joined(expression, " || ", expression)),
      part(1, joined(expression, " && ", expression)),
      part(1, joined(path, " | ", expression)),
      part(1, joined("(", expression, ")")),
      part(1, joined("[", expression, ", ", expression, "]")),
      part(1, joined("{k: ", expression, ", name: ", expression, "}")),
    ),
    path: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      part(1, name),
      part(3, joined(name, step)),
      part(3, joined(name, step, step)),
      part(1, joined(name, step, step, step)),
    ),
    step: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      part(4, joined(".", name)),
      part(2, fc.constant("[]")),
      part(2, fc.constant("[*]")),
      part(1, fc.constant(".*")),
      part(
        1,
        index.map((at) => `[${at}]`),
      ),
      part(1, slice),
      part(2, joined("[?", condition, "]")),
      part(1, joined(".[", expression, ", ", name, "]")),
      part(1, joined(".{k: ", expression, "}")),
    ),
    condition: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      part(2, joined(path, fc.constantFrom(" == ", " != "), fc.oneof(literal, path))),
      part(1, joined("!", path)),
      part(1, path),
      part(1, joined(condition, fc.constantFrom(" && ", " || "), condition)),
      // Others compare what are no numbers, too.
      part(1, joined("length(", path, ")", fc.constantFrom(" < ", " <= ", " > ", " >= "), "`1`")),
    ),
    call: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      part(
        3,
        joined(
          fc.constantFrom("length", "keys", "values", "type", "to_array", "reverse"),
          "(",
          expression,
          ")",
        ),
      ),
      part(1, joined(fc.constantFrom("sum", "max", "min", "sort"), "(", expression, ")")),
      part(1, joined(fc.constantFrom("abs", "ceil", "floor"), "(", expression, ")")),
      part(2, joined("contains(", expression, ", ", fc.constantFrom("'a'", "'active'"), ")")),
      part(1, joined(fc.constantFrom("starts_with", "ends_with"), "(", path, ", 'a')")),
      part(1, joined("join('-', ", path, ")")),
      part(1, joined("map(&", expression, ", ", path, ")")),
      part(1, joined("sort_by(", path, ", &", fc.constantFrom("name", "size"), ")")),
      part(1, joined("not_null(", expression, ", ", expression, ")")),
    ),
  };
}).expression;
