import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadModel } from "../../codegen/src/load/load-model.js";
import { buildService } from "../../codegen/src/ir/build-service.js";
import type { Structure, Union } from "../../codegen/src/ir/ir.js";
import { shapeSchema } from "../../codegen/src/json-schema/shape-schema.js";
import { compile } from "../support/ajv.js";
import { featuresSource, importFeatures, type AnySchema } from "../support/features.js";
import { wireJson } from "../support/wire-json.js";
import type { JsonObject, JsonSchemaOptions } from "../../codegen/runtime/types.js";

describe("XSchema's JSON Schema", () => {
  const { model, diagnostics } = loadModel(featuresSource, []);
  const { shapes } = buildService(model, {}, [], diagnostics);
  const membered = shapes.filter(
    (shape): shape is Structure | Union => shape.kind === "structure" || shape.kind === "union",
  );
  const find = (name: string): Structure | Union => {
    const shape = membered.find((other) => other.name === name);
    if (shape === undefined) throw new Error(name);
    return shape;
  };
  let generated: Record<string, AnySchema>;

  beforeAll(async () => {
    generated = await importFeatures("standard-schema");
  });

  function schemaOf(name: string): AnySchema["~standard"] {
    const schema = generated[`${name}Schema`];
    if (schema === undefined) throw new Error(name);
    return schema["~standard"];
  }

  const input = (name: string, options: JsonSchemaOptions): JsonObject =>
    schemaOf(name).jsonSchema.input(options) as JsonObject;

  const names = membered.map(({ name }) => name);

  it.each(names)("is that of the schema files, without documentation: %s", (name) => {
    const options = { target: "draft-2020-12" };
    expect(input(name, options)).toEqual(withoutNotes(shapeSchema(find(name))));
  });

  it.each(names)("says the same in either draft: %s", (name) => {
    const latest = compile(input(name, { target: "draft-2020-12" }));
    const earlier = compile(input(name, { target: "draft-07" }), "07");
    fc.assert(
      fc.property(fc.oneof(wireJson(find(name), true), wireJson(find(name), false)), (json) => {
        expect(earlier.check(json)).toBe(latest.check(json));
      }),
      { numRuns: 300 },
    );
  });

  it.each(["Plain", "Choice", "Node", "Leaf", "Oops"])(
    "describes what JSON.stringify makes of values in memory: %s",
    (name) => {
      const schemas = [
        compile(schemaOf(name).jsonSchema.output({ target: "draft-2020-12" }) as JsonObject),
        compile(schemaOf(name).jsonSchema.output({ target: "draft-07" }) as JsonObject, "07"),
      ];
      fc.assert(
        fc.property(wireJson(find(name), false), (json) => {
          const result = schemaOf(name).validate(json);
          if (result instanceof Promise || result.issues !== undefined) throw new Error("invalid");
          const text = JSON.stringify(result.value, refuseSpecials);
          fc.pre(!text.includes(special));
          for (const { check, errors } of schemas) {
            expect(check(JSON.parse(text)), errors()).toBe(true);
          }
        }),
        { numRuns: 300 },
      );
    },
  );

  it("names members in memory as the model does", () => {
    const schema = schemaOf("Plain").jsonSchema.output({ target: "draft-07" });
    expect(schema["properties"]).toHaveProperty("Text", {
      type: "string",
      minLength: 2,
      maxLength: 4,
    });
    expect(schema["properties"]).toHaveProperty("epoch", { type: "string", format: "date-time" });
    expect(schema["required"]).toEqual(["color", "defaulted", "neededDocument"]);
  });

  it("refuses to describe values that JSON.stringify has no form for", () => {
    const { output } = schemaOf("All").jsonSchema;
    expect(() => output({ target: "draft-2020-12" })).toThrow(
      /^Values contain (a bigint|a Uint8Array), which JSON Schema cannot describe/,
    );
  });

  it.each(["openapi-3.0", "draft-04", "", "constructor"])("refuses the target %j", (target) => {
    const { input: ofInput, output: ofOutput } = schemaOf("Node").jsonSchema;
    for (const convert of [ofInput, ofOutput]) {
      expect(() => convert({ target })).toThrow(
        `JSON Schema target ${JSON.stringify(target)} is not supported; expected draft-2020-12 or draft-07.`,
      );
    }
  });
});

/** NaN and the infinities become null, which a schema for numbers does not allow. */
const special = "no JSON number";

function refuseSpecials(_key: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? special : value;
}

/** A schema without what is there to be read by people. */
function withoutNotes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNotes);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .filter(([name, item]) => !isNote(name, item))
    .map(([name, item]) => [name, withoutNotes(item)] as const);
  return Object.fromEntries(entries);
}

function isNote(name: string, value: unknown): boolean {
  return (
    (["title", "description"].includes(name) && typeof value === "string") ||
    (name === "deprecated" && value === true)
  );
}
