import { describe, expect, it } from "vitest";
import { ModelError } from "../../codegen/src/diagnostics/diagnostic.js";
import type { SourceFile } from "../../codegen/src/diagnostics/diagnostics.js";
import { loadValidator, UnknownShapeError } from "../../codegen/src/validate/load-validator.js";
import {
  bytesOf,
  member,
  model,
  named,
  operation,
  simple,
  structure,
  union,
} from "../codegen/support/models.js";

const file = (json: unknown, name: string = "model.json"): SourceFile => ({
  name,
  bytes: bytesOf(json),
});

const shapes = {
  Do: operation("/do", { input: "In", output: "Out" }),
  In: structure({ a: member("Text", { required: {} }), u: "U" }),
  Out: structure({ b: "Text" }),
  U: union({ x: "String" }),
  Text: simple("string", { length: { max: 3 } }),
  Unused: structure({}),
};
const weather = model(shapes);

const problemOf = async (action: Promise<unknown>): Promise<unknown> =>
  action.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("loadValidator", () => {
  it.each(["In", "test#In"])("finds the shape %s", async (shape) => {
    const { validator, warnings } = await loadValidator({ model: file(weather), shape });
    expect(warnings).toEqual([]);
    expect(validator('{"a":"abc"}').issues).toEqual([]);
    expect(validator('{"a":"abcd"}').issues).toMatchObject([{ path: "/a", offset: 5 }]);
    expect(validator("{}").issues).toMatchObject([{ path: "/a", offset: 0 }]);
  });

  it("finds a union", async () => {
    const { validator } = await loadValidator({ model: file(weather), shape: "U" });
    expect(validator('{"x":"a"}').issues).toEqual([]);
    expect(validator("{}").issues).toHaveLength(1);
  });

  it.each(["in", "Text", "Unused", "Do", "Nothing"])(
    "refuses the name %s: it is not one of a structure or union of the service",
    async (shape) => {
      const error = await problemOf(loadValidator({ model: file(weather), shape }));
      expect(error).toBeInstanceOf(UnknownShapeError);
      expect(error).toMatchObject({
        name: "UnknownShapeError",
        message: expect.stringContaining(JSON.stringify(shape)) as unknown,
      });
    },
  );

  it("proposes a name that is near", async () => {
    const error = await problemOf(loadValidator({ model: file(weather), shape: "Outt" }));
    expect((error as Error).message).toContain("Did you mean Out?");
  });

  it("takes overlays in their order", async () => {
    const overlay = (max: number): SourceFile =>
      file(
        {
          smithy: "2.0",
          shapes: { "test#Text": { type: "apply", traits: named({ length: { max } }) } },
        },
        `max-${max}.json`,
      );
    const { validator } = await loadValidator({
      model: file(weather),
      overlays: [overlay(1), overlay(5)],
      shape: "In",
    });
    expect(validator('{"a":"abcde"}').issues).toEqual([]);
    expect(validator('{"a":"abcdef"}').issues).toHaveLength(1);
  });

  it("takes one of several services by its name or id", async () => {
    const given = model({
      ...shapes,
      Other: {
        type: "service",
        version: "1",
        operations: [{ target: "test#Do" }],
        traits: { "aws.protocols#restJson1": {} },
      },
    });
    expect(await problemOf(loadValidator({ model: file(given), shape: "In" }))).toBeInstanceOf(
      ModelError,
    );
    for (const service of ["Other", "test#Weather"]) {
      const { validator } = await loadValidator({ model: file(given), shape: "In", service });
      expect(validator('{"a":""}').issues).toEqual([]);
    }
  });

  it("refuses a model that is wrong, with its file's name", async () => {
    const error = await problemOf(loadValidator({ model: file("{", "it.json"), shape: "In" }));
    expect(error).toBeInstanceOf(ModelError);
    expect((error as Error).message).toMatch(/^it\.json: /);
  });
});
