import { describe, expect, it } from "vitest";
import { schemaFiles } from "smithy-codec";
import {
  list,
  map,
  member,
  model,
  operation,
  simple,
  structure,
  union,
  type Json,
} from "../codegen/support/models.js";
import { build } from "../codegen/support/problems.js";

function schemaOf(members: Record<string, string | Json>, shapes: Record<string, Json> = {}): Json {
  const text = textOf(members, shapes);
  return JSON.parse(text) as Json;
}

function textOf(members: Record<string, string | Json>, shapes: Record<string, Json>): string {
  const given = model({
    Do: operation("/do", { input: "In" }),
    In: structure(members, { documentation: "<p>The <i>input</i>.</p>" }),
    ...shapes,
  });
  return schemaFiles(build(given)).get("Do.input.schema.json") ?? "";
}

describe("a schema", () => {
  it("has a dialect, an origin, a title and the members", () => {
    const { $comment, ...rest } = schemaOf({ a: member("String", { required: {} }), b: "Boolean" });
    expect($comment).toContain("test#In");
    expect(rest).toEqual({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "In",
      description: "The *input*.",
      type: "object",
      properties: { a: { type: "string" }, b: { type: ["boolean", "null"] } },
      required: ["a"],
    });
  });

  it("defines each shape that is referred to, sorted by name", () => {
    const { $defs } = schemaOf(
      { u: "U", s: "S", e: "E", i: "I" },
      {
        U: union(
          { s: "S", t: member("String", { documentation: "Text." }) },
          { documentation: "A union." },
        ),
        S: structure({ self: "S" }, { documentation: "Itself.", deprecated: {} }),
        E: {
          type: "enum",
          members: {
            A: member("Unit", {
              enumValue: "a",
              documentation: "<p>The <b>first</b>\none.</p><p>Or</p><p>not.</p>",
            }),
            B: member("Unit", { enumValue: "b" }),
            C: member("Unit", { enumValue: "c`", documentation: "Last." }),
          },
          traits: { "smithy.api#documentation": "An enum." },
        },
        I: { type: "intEnum", members: { ONE: member("Unit", { enumValue: 1 }) } },
      },
    );
    expect(Object.keys($defs as Json)).toEqual(["E", "I", "S", "U"]);
    expect($defs).toEqual({
      E: {
        title: "E",
        description: "An enum.\n\n- `a`: The **first** one. Or not.\n- `` c` ``: Last.",
        type: "string",
        enum: ["a", "b", "c`"],
      },
      I: { title: "I", type: "integer", enum: [1] },
      S: {
        title: "S",
        description: expect.stringMatching(/^Itself\.\n\nDeprecated: \S/) as unknown,
        deprecated: true,
        type: "object",
        properties: { self: { anyOf: [{ $ref: "#/$defs/S" }, { type: "null" }] } },
      },
      U: {
        title: "U",
        description: "A union.",
        type: "object",
        oneOf: [
          {
            properties: { s: { $ref: "#/$defs/S" } },
            required: ["s"],
            additionalProperties: { type: "null" },
          },
          {
            properties: { t: { type: "string", description: "Text." } },
            required: ["t"],
            additionalProperties: { type: "null" },
          },
        ],
      },
    });
  });

  it("has collections where they are used, with the member's documentation before their own", () => {
    const { properties, $defs } = schemaOf(
      {
        own: "L",
        other: member("L", { documentation: "Of the member." }),
        map: member("M", { length: { min: 0, max: 2 } }),
        nested: "Ls",
        bare: "B",
      },
      {
        L: list("String", { documentation: "A list.", length: { min: 1 } }),
        Ls: list("L", { uniqueItems: {} }),
        M: map("Integer", { documentation: "A map." }, member("Key")),
        B: list("Document"),
        Key: simple("string", { length: { max: 3 } }),
      },
    );
    const items = { type: "array", items: { type: "string" }, minItems: 1 };
    expect($defs).toBeUndefined();
    expect(properties).toEqual({
      own: { ...items, type: ["array", "null"], description: "A list." },
      other: { ...items, type: ["array", "null"], description: "Of the member." },
      map: {
        type: ["object", "null"],
        propertyNames: { type: "string", maxLength: 3 },
        additionalProperties: { type: "integer", minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
        maxProperties: 2,
        description: "A map.",
      },
      nested: {
        type: ["array", "null"],
        items: { ...items, description: "A list." },
        uniqueItems: true,
      },
      bare: { type: ["array", "null"], items: {} },
    });
  });

  it("says nothing of keys that may be any string, nor of texts where a number has both bounds", () => {
    const { properties } = schemaOf(
      {
        map: "M",
        n: member("Double", { range: { min: 1, max: 2 } }),
      },
      { M: map("Boolean") },
    );
    expect(properties).toEqual({
      map: { type: ["object", "null"], additionalProperties: { type: "boolean" } },
      n: { type: ["number", "null"], minimum: 1, maximum: 2 },
    });
  });

  it("says where HTTP carries a member, after what the model says of it", () => {
    const { properties } = schemaOf({
      h: member("String", {
        httpHeader: "X-A",
        documentation: "A header.",
        deprecated: { message: "Old." },
      }),
      q: member("Integer", { httpQuery: "q", range: { min: 1, max: 3 } }),
    });
    expect(properties).toEqual({
      h: {
        type: ["string", "null"],
        description: "A header.\n\nHeader: `x-a`.\n\nDeprecated: Old.",
        deprecated: true,
      },
      q: {
        type: ["integer", "null"],
        minimum: 1,
        maximum: 3,
        description: expect.stringContaining("`q`") as unknown,
      },
    });
  });

  it("escapes what changes how other characters are shown", () => {
    const name = "a\u007f\u009f\u2028\u202e\u2066\u2069\ufeffz";
    const text = textOf({ a: member("String", { documentation: name, jsonName: name }) }, {});
    expect(text).toContain('"a\\u007f\\u009f\\u2028\\u202e\\u2066\\u2069\\ufeffz"');
    expect((JSON.parse(text) as { properties: Json }).properties).toHaveProperty(name);
    expect(text).toMatch(/^\{\n {2}"\$schema".*\n\}\n$/s);
  });

  it("is made of each error once, and of outputs", () => {
    const given = model({
      Do: operation("/do", { output: "Out", errors: ["Oops"] }),
      Again: operation("/again", { errors: ["Oops"] }),
      Out: structure({}),
      Oops: structure({ message: "String" }, { error: "server" }),
    });
    const files = schemaFiles(build(given));
    expect([...files.keys()]).toEqual([
      "Do.output.schema.json",
      "Oops.error.schema.json",
      "manifest.json",
    ]);
    expect(files.get("manifest.json")).toContain("Oops.error.schema.json");
    expect(files.get("manifest.json")).not.toContain('"manifest.json"');
  });
});
