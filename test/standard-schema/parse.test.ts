import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Schema } from "../../generated/src/index.js";
import * as codec from "../../generated/src/index.js";
import * as arbitraries from "../../generated/src/arbitraries.js";
import type { Structure, Union } from "../../codegen/src/ir/ir.js";
import { buildService } from "../../codegen/src/ir/build-service.js";
import { loadModel } from "../../codegen/src/load/load-model.js";
import { importModel, type Exports } from "../codegen/support/generated.js";
import { list, map, member, model, operation, structure } from "../codegen/support/models.js";
import { compile } from "../support/ajv.js";
import { featuresSource, importFeatures } from "../support/features.js";
import { wireJson } from "../support/wire-json.js";

const { CreateRouteRequestSchema: schema, ValidationException } = codec;
const good = { ApiId: "a1", routeKey: "GET /pets", target: "integrations/i1" };
const bad = { ApiId: "a1", operationName: "", target: 5 };
const value = { ApiId: "a1", RouteKey: "GET /pets", Target: "integrations/i1" };

function caught(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

describe("parse and safeParse", () => {
  it("return the value", () => {
    expect(schema.parse(good)).toEqual(value);
    expect(schema.safeParse(good)).toEqual({ success: true, data: value });
  });

  it("tell everything that is wrong, with types and constraints together", () => {
    const result = schema.safeParse(bad);
    if (result.success) throw new Error("valid");
    expect(result.issues).toEqual([
      {
        message: "Expected a string at /target, received a number.",
        path: ["target"],
        pointer: "/target",
        constraint: "type",
        expected: "a string",
        received: "a number",
      },
      expect.objectContaining({ path: ["operationName"], constraint: "length", received: 0 }),
      expect.objectContaining({ path: ["routeKey"], constraint: "required" }),
    ]);
    expect(result.error).toBeInstanceOf(ValidationException);
    expect(result.error.issues).toEqual(result.issues);
    expect(result.error.fieldList).toEqual(
      result.issues.map(({ pointer, message }) => ({ path: pointer, message })),
    );
    expect(result.error.message).toBe(
      `3 validation errors detected. ${result.issues.map(({ message }) => message).join("; ")}`,
    );
    expect(caught(() => schema.parse(bad))).toEqual(result.error);
  });

  it("say how much they do not describe", () => {
    const many = { ...good, authorizationScopes: Array<string>(150).fill("") };
    const result = schema.safeParse(many);
    expect(result).toMatchObject({ success: false });
    if (result.success) return;
    expect(result.issues).toHaveLength(100);
    expect(result.error.message).toMatch(/^150 validation errors .*; and 50 more$/);
  });

  it("take anything for JSON", () => {
    for (const json of [undefined, null, 5, "", [], () => 1, new Date()]) {
      expect(schema.safeParse(json)).toMatchObject({ success: false });
    }
  });
});

describe("the functions of a schema", () => {
  it("work without it, whatever else they are given", () => {
    const { parse, safeParse, is, toJsonSchema } = schema;
    expect([good, good].map(parse)).toEqual([value, value]);
    expect([good, bad].map(safeParse)).toMatchObject([{ success: true }, { success: false }]);
    expect([value, good, undefined].filter(is)).toEqual([value]);
    expect(toJsonSchema()).toEqual(schema.toJsonSchema());
  });

  it("give the JSON Schema of either side in either draft", () => {
    const { input, output } = schema["~standard"].jsonSchema;
    for (const target of ["draft-2020-12", "draft-07"] as const) {
      expect(schema.toJsonSchema({ target })).toEqual(input({ target }));
      expect(schema.toJsonSchema({ target, io: "output" })).toEqual(output({ target }));
    }
    expect(schema.toJsonSchema()).toEqual(input({ target: "draft-2020-12" }));
    expect(schema.toJsonSchema()).not.toEqual(schema.toJsonSchema({ io: "output" }));
  });
});

describe("random JSON", () => {
  const { model: features, diagnostics } = loadModel(featuresSource, []);
  const shapes = buildService(features, {}, [], diagnostics).shapes.filter(
    (shape): shape is Structure | Union => shape.kind === "structure" || shape.kind === "union",
  );
  let exports: Exports;

  beforeAll(async () => {
    exports = await importFeatures("parse");
  });

  it.each(shapes.map((shape) => [shape.name, shape] as const))(
    "is judged as by Standard Schema and by the validator: %s",
    (name, shape) => {
      const own = exports[`${name}Schema`] as Schema<unknown>;
      const validate = exports[`validate${name}`] as (value: unknown) => { ok: boolean };
      fc.assert(
        fc.property(fc.oneof(wireJson(shape, true), wireJson(shape, false)), (json) => {
          const result = own.safeParse(json);
          const standard = own["~standard"].validate(json);
          if (result.success) {
            expect(standard).toEqual({ value: result.data });
            expect(own.parse(json)).toEqual(result.data);
            expect(own.is(result.data)).toBe(true);
          } else {
            const issues = result.issues.map(({ message, path }) => ({ message, path }));
            expect(standard.issues?.slice(0, 100)).toEqual(issues);
            expect(caught(() => own.parse(json))).toEqual(result.error);
          }
          expect(own.is(json)).toBe(validate(json).ok);
        }),
        { numRuns: 100 },
      );
    },
  );
});

describe("ajv, by the JSON Schema in either draft", () => {
  const members = Object.entries(codec as Record<string, unknown>);
  const named = members.filter(([name]) => /^serialize(?!Error$)/.test(name));

  it("takes what the arbitraries call valid, and refuses what breaks a rule", () => {
    const seen = { valid: 0, invalid: 0 };
    for (const [name, serialize] of named) {
      const shape = name.slice("serialize".length);
      const own = (codec as Record<string, unknown>)[`${shape}Schema`] as Schema<unknown>;
      const drafts = [
        compile(own.toJsonSchema()),
        compile(own.toJsonSchema({ target: "draft-07" }), "07"),
      ];
      const made = arbitraries as unknown as Record<string, () => fc.Arbitrary<never>>;
      const toJson = (from: unknown): unknown =>
        JSON.parse(JSON.stringify((serialize as (value: unknown) => unknown)(from)));
      const ask = (from: unknown): boolean => {
        const json = toJson(from);
        const isValid = own.safeParse(json).success;
        for (const { check, errors } of drafts) expect(check(json), errors()).toBe(isValid);
        seen[isValid ? "valid" : "invalid"]++;
        return isValid;
      };
      const valid = made[`arbitrary${shape}`]?.() ?? fc.constant(undefined);
      fc.assert(
        fc.property(valid, (from) => {
          expect(ask(from)).toBe(true);
        }),
        { numRuns: 3 },
      );
      const almost = made[`almostValid${shape}`]?.();
      if (almost === undefined) continue;
      fc.assert(
        fc.property(
          almost as fc.Arbitrary<arbitraries.AlmostValid>,
          ({ value: from, constraint }) => {
            // A value of another type cannot be written, and a null that is not allowed is left out.
            if (constraint !== "type" && constraint !== "union") ask(from);
          },
        ),
        { numRuns: 5 },
      );
    }
    expect(seen.valid).toBeGreaterThan(500);
    expect(seen.invalid).toBeGreaterThan(200);
  });
});

describe("the exception", () => {
  const given = model({
    Do: operation("/do", { input: "In" }),
    In: structure({ Items: member("Items", { jsonName: "items" }), Names: "Names" }),
    Items: list("Text"),
    Names: map("Text"),
    Text: { type: "string", traits: { "smithy.api#length": { max: 1 } } },
  });
  const wrong = { Items: ["a", "bb"], Names: { "0": "cc", "a/b": "dd" } };
  const paths = [
    ["Items", 1],
    ["Names", "0"],
    ["Names", "a/b"],
  ];

  it("has paths in which list indices are numbers: of a server", async () => {
    const exports = await importModel("parse-paths", given);
    const { deserializeRequest } = exports["Do"] as {
      deserializeRequest: (request: object) => unknown;
    };
    const body = JSON.stringify({ items: wrong.Items, Names: wrong.Names });
    const headers = { "content-type": "application/json" };
    const error = caught(() =>
      deserializeRequest({ method: "POST", path: "/do", headers, body }),
    ) as InstanceType<typeof ValidationException>;
    expect(error.issues.map(({ path }) => path)).toEqual(paths);
    expect(error.issues.map(({ pointer }) => pointer)).toEqual([
      "/Items/1",
      "/Names/0",
      "/Names/a~1b",
    ]);
  });
});
