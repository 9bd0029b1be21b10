import type { Schema } from "apigatewayv2-codec";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildService } from "../../codegen/src/ir/build-service.js";
import type { Structure, Union } from "../../codegen/src/ir/ir.js";
import { shapeSchema } from "../../codegen/src/json-schema/shape-schema.js";
import { loadModel } from "../../codegen/src/load/load-model.js";
import { shapeValidator } from "../../codegen/src/validate/shape-validator.js";
import { bytesOf, type Json } from "../codegen/support/models.js";
import { importModel } from "../codegen/support/generated.js";
import { featuresModel } from "../support/features-model.js";
import { wireJson } from "../support/wire-json.js";

/*
 * Where messages are XML or CBOR, there is no JSON on the wire. What validates JSON then means the JSON
 * form of a type, and all of it means the same: `validate`, JSON Schemas, and the schemas in code.
 */

interface Shape {
  type: string;
  traits?: Json;
  members?: Record<string, { target: string; traits?: Json }>;
}

/** The features model in a protocol, without what XML has no form for, and with names of its own. */
function modelIn(protocol: string): Json {
  const model = JSON.parse(featuresModel) as Json & { shapes: Record<string, Shape> };
  for (const { type, traits = {}, members = {} } of Object.values(model.shapes)) {
    if (type === "service") {
      delete traits["aws.protocols#restJson1"];
      traits[protocol] = {};
    }
    for (const [name, member] of Object.entries(members)) {
      if (/Document/i.test(member.target)) Reflect.deleteProperty(members, name);
      if (name === "Text") member.traits = { ...member.traits, "smithy.api#xmlName": "p:text" };
    }
  }
  return model;
}

function toPointer(path: readonly unknown[]): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

describe.each([
  ["restXml", "aws.protocols#restXml", "2020-01-01T00:00:00Z"],
  ["awsQuery", "aws.protocols#awsQuery", "2020-01-01T00:00:00Z"],
  ["rpcv2Cbor", "smithy.protocols#rpcv2Cbor", 1577836800],
])("JSON of a service that speaks %s", async (name, protocol, when) => {
  const json = modelIn(protocol);
  const { model, diagnostics } = loadModel({ name: "model.json", bytes: bytesOf(json) }, []);
  const { shapes } = buildService(model, {}, [], diagnostics);
  const membered = shapes.filter(
    (shape): shape is Structure | Union => shape.kind === "structure" || shape.kind === "union",
  );
  const generated = (await importModel(`json-form-${name}`, json)) as Record<
    string,
    Schema<unknown>
  >;
  const schemaNamed = (shape: string): Schema<unknown> => {
    const schema = generated[`${shape}Schema`];
    if (schema === undefined) throw new Error(`there is no ${shape}Schema`);
    return schema;
  };
  const schemaOf = (shape: string): Schema<unknown>["~standard"] => schemaNamed(shape)["~standard"];

  it.each(membered.map((shape) => [shape.name, shape] as const))(
    "has the same issues in the schema in code as in validate: %s",
    (shapeName, shape) => {
      const { validate: standard } = schemaOf(shapeName);
      const validate = shapeValidator(shape);
      fc.assert(
        fc.property(wireJson(shape, true), (given) => {
          const text = JSON.stringify(given);
          const result = standard(JSON.parse(text));
          const wanted = (result.issues ?? []).map(
            ({ message, path }) => `${toPointer(path)} ${message}`,
          );
          const found = validate(text).issues.map(({ path, message }) => `${path} ${message}`);
          expect(found.sort()).toEqual(wanted.sort());
          const parsed = schemaNamed(shapeName).safeParse(JSON.parse(text));
          expect(parsed).toMatchObject(
            result.issues === undefined
              ? { success: true, data: result.value }
              : { success: false, issues: result.issues },
          );
        }),
        { numRuns: 200 },
      );
    },
  );

  it("has the JSON Schema of --json-schema in the schema in code", () => {
    for (const shape of membered) {
      const { properties } = schemaNamed(shape.name).toJsonSchema();
      const described = shapeSchema(shape)["properties"];
      expect(Object.keys(properties ?? {})).toEqual(Object.keys(described ?? {}));
    }
  });

  it("has the names of the model, base64, and timestamps as the protocol has them", () => {
    const all = membered.find((shape) => shape.name === "All");
    if (all === undefined) throw new Error("there is no All");
    const [timestamp] = all.members.filter(
      ({ target, timestampFormat }) => target.kind === "timestamp" && timestampFormat === undefined,
    );
    const value = { Text: "ab", color: "red", blob: "AQI=", [timestamp?.name ?? ""]: when };
    expect(shapeValidator(all)(JSON.stringify(value)).issues).toEqual([]);
    expect(schemaOf("All").validate(value)).toMatchObject({
      value: {
        Text: "ab",
        blob: new Uint8Array([1, 2]),
        [timestamp?.property ?? ""]: new Date("2020-01-01"),
      },
    });
  });
});
