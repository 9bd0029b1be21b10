import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { schemaFiles } from "smithy-codec";
import { buildService } from "../../codegen/src/ir/build-service.js";
import type { Service } from "../../codegen/src/ir/ir.js";
import { loadModel, type SourceFile } from "../../codegen/src/load/load-model.js";
import { compile } from "../support/ajv.js";
import { featuresSource } from "../support/features.js";
import type { JsonObject } from "../../codegen/runtime/types.js";

function load(source: SourceFile): Service {
  const { model, diagnostics } = loadModel(source, []);
  return buildService(model, {}, [], diagnostics);
}

function parse(files: ReadonlyMap<string, string>, path: string): JsonObject {
  return JSON.parse(files.get(path) ?? "null") as JsonObject;
}

describe("the schema files of API Gateway V2", () => {
  const bytes = readFileSync(new URL("../../model/apigatewayv2.json", import.meta.url));
  const service = load({ name: "model/apigatewayv2.json", bytes });
  const files = schemaFiles(service, "model/apigatewayv2.json");

  it("are one for each input, output and error", () => {
    const { operations, errors } = service;
    const expected = [
      ...operations.flatMap(({ name, input, output }) => [
        ...(input === undefined ? [] : [`${name}.input.schema.json`]),
        ...(output === undefined ? [] : [`${name}.output.schema.json`]),
      ]),
      ...errors.map(({ name }) => `${name}.error.schema.json`),
      "manifest.json",
    ];
    expect([...files.keys()]).toEqual(expected.sort());
    expect(operations).toHaveLength(103);
  });

  it("are valid against the meta-schema, and ajv compiles them in strict mode", () => {
    for (const path of files.keys()) {
      if (path !== "manifest.json") expect(() => compile(parse(files, path)), path).not.toThrow();
    }
  });

  it("say what the model says, in Markdown", () => {
    const schema = parse(files, "GetIntegrationResponse.output.schema.json");
    expect(schema["$comment"]).toContain("model/apigatewayv2.json");
    expect(JSON.stringify([...files.values()])).not.toMatch(/<p>|<code>/);
  });
});

describe("the schema files of the features model", () => {
  let files: ReadonlyMap<string, string>;
  let schema: JsonObject;
  let properties: JsonObject;

  beforeAll(() => {
    files = schemaFiles(load(featuresSource), "features.json");
    schema = parse(files, "Try.input.schema.json");
    properties = schema["properties"] as JsonObject;
  });

  it("have a name that says what they are of", () => {
    expect([...files.keys()]).toEqual([
      "Oops.error.schema.json",
      "Try.input.schema.json",
      "Try.output.schema.json",
      "manifest.json",
    ]);
  });

  it("require what has no other value", () => {
    expect(schema["required"]).toEqual(["color", "neededDocument"]);
  });

  const int = 2 ** 31;
  it.each<[member: string, schema: unknown]>([
    [
      "text",
      { type: ["string", "null"], minLength: 2, maxLength: 4, description: "Some **text**." },
    ],
    ["patterned", { type: ["string", "null"], pattern: "^[a-c]+-x\\/$" }],
    ["color", { $ref: "#/$defs/Color", description: "Deprecated: Use `level`.", deprecated: true }],
    ["level", { anyOf: [{ $ref: "#/$defs/Level" }, { type: "null" }] }],
    ["byte", { type: ["integer", "null"], minimum: -128, maximum: 127 }],
    ["short", { type: ["integer", "null"], minimum: -3, maximum: 3 }],
    ["integer", { type: ["integer", "null"], minimum: -int, maximum: int - 1 }],
    ["long", { type: ["integer", "null"], maximum: 100 }],
    [
      "float",
      { anyOf: [{ type: "number" }, { enum: ["NaN", "Infinity", "-Infinity"] }, { type: "null" }] },
    ],
    [
      "double",
      { anyOf: [{ type: "number", minimum: 0.5 }, { enum: ["Infinity"] }, { type: "null" }] },
    ],
    ["bigInteger", { type: ["integer", "null"], minimum: -5 }],
    ["bigDecimal", { type: ["number", "null"], maximum: 2.5 }],
    [
      "blob",
      {
        type: ["string", "null"],
        contentEncoding: "base64",
        pattern: expect.any(String) as string,
        minLength: 4,
        maxLength: 12,
      },
    ],
    ["epoch", { type: ["number", "null"], minimum: -62135596800, maximum: 253402300799.999 }],
    ["dateTime", expect.objectContaining({ type: ["string", "null"], format: "date-time" })],
    ["document", {}],
    ["neededDocument", { type: ["array", "boolean", "number", "object", "string"] }],
    [
      "names",
      {
        type: ["array", "null"],
        items: { type: "string", minLength: 1, maxLength: 3 },
        minItems: 1,
        maxItems: 2,
        description: "Names.",
      },
    ],
    ["levels", { type: ["array", "null"], items: { $ref: "#/$defs/Level" }, uniqueItems: true }],
    [
      "sparse",
      {
        type: ["array", "null"],
        items: { type: ["integer", "null"], minimum: -int, maximum: int - 1 },
      },
    ],
    [
      "scores",
      {
        type: ["object", "null"],
        propertyNames: {
          type: "string",
          minLength: 1,
          maxLength: 5,
          pattern: "^[a-z_/]+$",
        },
        additionalProperties: { type: "integer", minimum: 0, maximum: 10 },
        minProperties: 1,
        maxProperties: 3,
      },
    ],
    [
      "byColor",
      {
        type: ["object", "null"],
        propertyNames: { $ref: "#/$defs/Color" },
        additionalProperties: { type: ["string", "null"] },
      },
    ],
    ["choice", { anyOf: [{ $ref: "#/$defs/Choice" }, { type: "null" }] }],
    ["defaulted", { type: ["integer", "null"], minimum: 3, maximum: 7 }],
    ["token", { type: ["string", "null"] }],
    ["header", { type: ["string", "null"], description: "Header: `x-header`." }],
  ])("describe %s", (member, wanted) => {
    expect(properties[member]).toEqual(wanted);
  });

  it("describe a union by the one member that is set", () => {
    const { Choice } = schema["$defs"] as { Choice: { oneOf: unknown[] } };
    expect(Choice.oneOf).toContainEqual({
      properties: { Text: { type: "string", minLength: 1, maxLength: 3 } },
      required: ["Text"],
      additionalProperties: { type: "null" },
    });
    expect(Choice.oneOf).toHaveLength(4);
  });

  it("name an enum's values, and say what is said of them", () => {
    expect(schema["$defs"]).toHaveProperty("Color", {
      title: "Color",
      description: "- `red`: As *blood*.",
      type: "string",
      enum: ["ultra", "red"],
    });
  });

  it("have each shape once, sorted", () => {
    const names = Object.keys(schema["$defs"] as object);
    expect(names).toEqual(["Choice", "Color", "Empty", "Leaf", "Level", "Node"]);
  });

  it("keep a property __proto__ and pollute nothing", () => {
    expect(Object.hasOwn(properties, "__proto__")).toBe(true);
    expect(Object.hasOwn(properties, "constructor")).toBe(true);
    expect(Object.prototype).not.toHaveProperty("type");
  });
});
