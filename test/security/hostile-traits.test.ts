import { describe, expect, it } from "vitest";
import { emitService } from "../../codegen/src/emit/service/emit-service.js";
import { knownTraits } from "../../codegen/src/load/known-traits.js";
import { formatDiagnostic, ModelError } from "../../codegen/src/diagnostics/diagnostic.js";
import { generateFrom } from "../codegen/support/generated.js";
import {
  member,
  model,
  modelOf,
  operation,
  simple,
  structure,
  type Json,
} from "../codegen/support/models.js";
import { build, errorsOf, load } from "../codegen/support/problems.js";

/*
 * Whatever a trait holds, wherever it stands: the model is taken, or refused with lines that name
 * the shape; never does anything else come of it.
 */

const deep = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);

const values = [
  "null",
  "-1.5",
  "1e400",
  '"*/"',
  "[null]",
  '{"min":{},"code":[],"message":{},"encodings":5,"hostPrefix":"{x}"}',
  deep(10_000),
  `{"min":${deep(10_000)},"uri":${deep(10_000)},"sdkId":${deep(10_000)}}`,
];

const places = ["Weather", "Do", "Thing", "Text", "Kind", "Oops", "One", "Thing$text"];

const base: Json = model({
  Do: operation("/do", { input: "Thing", output: "Thing", errors: ["Oops"] }),
  Thing: structure({ text: "Text", number: "Number", kind: "Kind", list: "List", one: "One" }),
  Text: simple("string"),
  Number: simple("integer"),
  Kind: { type: "enum", members: { A: member("Unit") } },
  List: { type: "list", member: member("Text") },
  One: { type: "union", members: { a: member("Text") } },
  Oops: structure({}, { error: "client" }),
});

/** The text of the model with a trait applied; a deep value cannot be made by `JSON.stringify`. */
function withTrait(place: string, trait: string, value: string): string {
  const text = JSON.stringify(base);
  if (place.includes("$")) {
    const application = `"test#${place}":{"type":"apply","traits":{"${trait}":${value}}}`;
    return `${text.slice(0, -2)},${application}}}`;
  }
  const shapes = JSON.parse(text) as { shapes: Record<string, Json> };
  const shape = shapes.shapes[`test#${place}`] ?? {};
  shape["traits"] = { ...(shape["traits"] as Json), [trait]: "HERE" };
  return JSON.stringify(shapes).replace('"HERE"', () => value);
}

const handled = Object.keys(knownTraits).filter((trait) => knownTraits[trait] === "handled");

describe("a trait of any value", () => {
  it.each(handled)("%s", (trait) => {
    for (const place of places) {
      for (const value of values) {
        const text = withTrait(place, trait, value);
        try {
          emitService(build(text));
        } catch (error) {
          if (!(error instanceof ModelError)) throw error;
          for (const diagnostic of error.diagnostics) {
            expect(formatDiagnostic(diagnostic)).toMatch(/^model\.json: test#\S+: [^\n]{1,400}$/);
          }
        }
      }
    }
  });
});

describe("large models", () => {
  it("of 100,000 shapes are read, and what is wanted of them is generated", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, index) => [
        `S${index}`,
        structure(
          { next: `S${(index + 1) % 100_000}`, text: "Text" },
          { documentation: `The ${index}th.` },
        ),
      ]),
    );
    const given = model({
      Do: operation("/do", { input: "In" }),
      In: structure({ a: "Text" }),
      Text: simple("string"),
      ...many,
    });
    const { files } = await generateFrom(given);
    const shapes = [...files.keys()].filter((path) => path.startsWith("shapes/"));
    expect(shapes).toEqual(["shapes/In.ts"]);
    expect(files.get("shapes/In.ts")).toContain("export interface In {");
  });

  it("with thousands of mistakes tell of each, in time", () => {
    const members = Object.fromEntries(
      Array.from({ length: 3000 }, (_, index) => [`m${index}`, member(`Missing${index}`)]),
    );
    const others = Object.fromEntries(
      Array.from({ length: 3000 }, (_, index) => [`Exists${index}`, simple("string")]),
    );
    expect(errorsOf(() => build(modelOf(members, others)))).toHaveLength(3000);
  });

  it("of shapes that refer to each other, deeper than the call stack, are followed", () => {
    const chain = Object.fromEntries(
      Array.from({ length: 15_000 }, (_, index) => [
        `L${index}`,
        { type: "list", member: member(index === 14_999 ? "String" : `L${index + 1}`) },
      ]),
    );
    expect(build(modelOf({ a: "L0" }, chain)).shapes).toHaveLength(15_001);
  });
});

describe("names that are paths", () => {
  it.each([
    "test#../../../etc/x",
    "test#/etc/x",
    "../x#Y",
    "test#a/b",
    "test#a\\b",
    "test#a\u0000b",
    "test#.",
    "test#..",
    "C:#x",
  ])("%j is no shape id", (id) => {
    const given = model({
      Do: operation("/", { input: "In" }),
      In: structure({}),
      [id]: structure({}),
    });
    expect(errorsOf(() => load(given))).toEqual([
      expect.stringContaining("is not a valid shape id"),
    ]);
  });

  it("cannot come of a rename either", () => {
    const given = model(
      { Do: operation("/", { input: "In" }), In: structure({}) },
      { rename: { "test#In": "../../In" } },
    );
    expect(errorsOf(() => load(given))).toEqual([
      'model.json: test#Weather: renames test#In to "../../In", which is not a valid identifier',
    ]);
  });

  it("cannot come from the name of the model's file, which no file contains", async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(base));
    const want = await generateFrom(base);
    const { files } = await generateFrom(base, { model: { name: "a\n*/ b.json\u2028", bytes } });
    expect([...files]).toEqual([...want.files]);
  });
});
