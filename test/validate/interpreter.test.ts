import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadModel } from "../../codegen/src/load/load-model.js";
import { buildService } from "../../codegen/src/ir/build-service.js";
import type { Structure, Union } from "../../codegen/src/ir/ir.js";
import { shapeValidator } from "../../codegen/src/validate/shape-validator.js";
import { featuresSource, importFeatures, type AnySchema } from "../support/features.js";
import { wireJson } from "../support/wire-json.js";

describe("the interpreter and the generated code", () => {
  const { model, diagnostics } = loadModel(featuresSource, []);
  const { shapes } = buildService(model, {}, [], diagnostics);
  const membered = shapes.filter(
    (shape): shape is Structure | Union => shape.kind === "structure" || shape.kind === "union",
  );
  let generated: Record<string, AnySchema>;

  beforeAll(async () => {
    generated = await importFeatures("interpreter");
  });

  it.each(membered.map((shape) => [shape.name, shape] as const))(
    "find the same issues, in the same words: %s",
    (name, shape) => {
      const schema = generated[`${name}Schema`];
      const validate = shapeValidator(shape);
      fc.assert(
        fc.property(wireJson(shape, true), (json) => {
          const text = JSON.stringify(json);
          const result = schema?.["~standard"].validate(JSON.parse(text));
          if (result === undefined || result instanceof Promise) throw new Error("no result");
          const wanted = (result.issues ?? []).map(
            ({ message, path = [] }) => `${toPointer(path)} ${message}`,
          );
          const given = validate(text).issues.map(({ path, message }) => `${path} ${message}`);
          expect(given.sort()).toEqual(wanted.sort());
        }),
        { numRuns: 1000 },
      );
    },
  );

  function toPointer(path: readonly unknown[]): string {
    return path
      .map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`)
      .join("");
  }
});

describe("a validator", () => {
  const { model, diagnostics } = loadModel(featuresSource, []);
  const { shapes } = buildService(model, {}, [], diagnostics);
  const all = shapes.find(({ name }) => name === "All") as Structure;
  const validate = shapeValidator(all);
  const rest = '"color": "red", "neededDocument": 1';

  it("counts what it does not list", () => {
    const names = JSON.stringify(Array.from({ length: 50 }, () => "long!"));
    const { issues, omitted } = validate(`{${rest}, "names": ${names}}`, { maxIssues: 10 });
    expect([issues.length, omitted]).toEqual([10, 41]);
  });

  it("counts what could not be read among what it does not list", () => {
    const { issues, omitted } = validate(`{${rest}, "levels": ["a", "b", "c"], "text": "x"}`, {
      maxIssues: 2,
    });
    expect([issues.length, omitted]).toEqual([2, 2]);
  });

  it("does not take items that it cannot read for equal ones", () => {
    const { issues } = validate(`{${rest}, "levels": ["a", "b"]}`);
    expect(issues.map(({ path }) => path)).toEqual(["/levels/0", "/levels/1"]);
  });

  it("reads numbers that JavaScript would round by their digits", () => {
    const digits = "123456789012345678901234567890";
    expect(validate(`{${rest}, "bigInteger": ${digits}}`).issues).toEqual([]);
    const { issues } = validate(`{${rest}, "bigDecimal": 2.5000000000000000000000001}`);
    expect(issues.map(({ path }) => path)).toEqual(["/bigDecimal"]);
  });

  it("reads other numbers as ever, however they are written", () => {
    const numbers = '"integer": 1.0, "double": 5.0e-1, "float": 0.10, "epoch": 1.50, "short": 1e0';
    expect(validate(`{${rest}, ${numbers}, "document": [1.0]}`).issues).toEqual([]);
  });

  it("takes a number for nothing else, however it is written", () => {
    const { issues } = validate(`{${rest}, "node": 1.0, "text": 1.0, "names": 1.0}`);
    expect(issues.map(({ message }) => message)).toEqual([
      "Expected an object at /node, received a number.",
      "Expected a string at /text, received a number.",
      "Expected an array at /names, received a number.",
    ]);
  });

  it("never shows a sensitive value", () => {
    const { issues } = validate(`{${rest}, "secret": "swordfish"}`);
    expect(issues).toHaveLength(1);
    expect(JSON.stringify(issues)).not.toContain("sword");
  });

  it("takes no null for the whole", () => {
    expect(validate("null").issues).toHaveLength(1);
    expect(validate("").issues).toHaveLength(1);
  });

  it("survives JSON that nests without an end", () => {
    const deep = '{"id":"x","next":'.repeat(5000) + "null" + "}".repeat(5000);
    const { issues } = validate(`{${rest}, "node": ${deep}}`);
    expect(issues.map(({ message }) => message).join()).toContain("512 levels");
    expect(validate("[".repeat(200_000)).issues[0]).toMatchObject({
      offset: 200_000,
    });
  });
});
