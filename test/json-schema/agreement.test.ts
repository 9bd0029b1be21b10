import type { LocatedIssue } from "../../codegen/src/validate/locate.js";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildService } from "../../codegen/src/ir/build-service.js";
import type { Structure, Union } from "../../codegen/src/ir/ir.js";
import { shapeSchema } from "../../codegen/src/json-schema/shape-schema.js";
import { loadModel } from "../../codegen/src/load/load-model.js";
import { shapeValidator } from "../../codegen/src/validate/shape-validator.js";
import { compile } from "../support/ajv.js";
import { featuresSource } from "../support/features.js";
import { wireJson } from "../support/wire-json.js";

/**
 * Where JSON Schema cannot say what the validator checks; it then lets more through, never less.
 * Each is told by the issue that the validator has.
 */
const reasons: Readonly<Record<string, (issue: LocatedIssue) => boolean>> = {
  "base64 has a length for every three bytes": ({ message }) =>
    /^Value with length \d+ at '\/blob'/.test(message),
  "the days of a month depend on it": ({ message }) =>
    /^Expected an HTTP date .* received a string in another format/.test(message),
  "a bigint's digits are rounded by JSON.parse, and written with an exponent from 1e21 on": ({
    message,
  }) => /^Expected an integer at \/bigInteger, received (?:a|another) number/.test(message),
  "a long is exact up to 2^53 only": ({ message }) =>
    message.includes("an integer between -9007199254740991 and 9007199254740991"),
  "items are equal by value: a null member is absent, unknown members are passed over": ({
    message,
  }) => message.endsWith("Member must have unique values"),
  "ajv passes over a property __proto__": ({ path }) => path.startsWith("/__proto__"),
};

function isNamed(issue: LocatedIssue): boolean {
  return Object.values(reasons).some((applies) => applies(issue));
}

describe("ajv and the validator", () => {
  const features = buildService(
    loadModel(featuresSource, []).model,
    {},
    [],
    loadModel(featuresSource, []).diagnostics,
  );
  const source = {
    name: "model",
    bytes: readFileSync(new URL("../../model/apigatewayv2.json", import.meta.url)),
  };
  const overlay = {
    name: "overlay",
    bytes: readFileSync(new URL("../../model/constraints.json", import.meta.url)),
  };
  const { model, diagnostics } = loadModel(source, [overlay]);
  const gateway = buildService(model, {}, [], diagnostics);
  const isMembered = (shape: { kind: string }): shape is Structure | Union =>
    shape.kind === "structure" || shape.kind === "union";

  function agree(shape: Structure | Union, numRuns: number): { valid: number; invalid: number } {
    const ajv = compile(shapeSchema(shape));
    const validate = shapeValidator(shape);
    const seen = { valid: 0, invalid: 0 };
    fc.assert(
      fc.property(wireJson(shape, false), (json) => {
        expect(validate(JSON.stringify(json)).issues).toEqual([]);
        expect(ajv.check(json), ajv.errors()).toBe(true);
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    );
    fc.assert(
      fc.property(wireJson(shape, true), (json) => {
        const text = JSON.stringify(json);
        const { issues } = validate(text, { maxIssues: Infinity });
        const isValid = ajv.check(JSON.parse(text));
        if (issues.length === 0) expect(isValid, ajv.errors()).toBe(true);
        else if (isValid) expect(issues.filter((issue) => !isNamed(issue))).toEqual([]);
        if (isValid) seen.valid++;
        else seen.invalid++;
      }),
      { numRuns },
    );
    return seen;
  }

  it.each(features.shapes.filter(isMembered).map((shape) => [shape.name, shape] as const))(
    "agree about valid and random JSON of the features model: %s",
    (_, shape) => {
      const { valid, invalid } = agree(shape, 1000);
      expect(Math.min(valid, invalid)).toBeGreaterThan(0);
    },
  );

  it("agree about valid and random JSON of every structure of API Gateway V2", () => {
    for (const shape of gateway.shapes.filter(isMembered)) agree(shape, 10);
  });
});
