import { describe, expect, it } from "vitest";
import type { SourceFile } from "../../../codegen/src/diagnostics/diagnostics.js";
import { loadModel, type LoadedModel } from "../../../codegen/src/load/load-model.js";
import { runCli } from "../../support/run-cli.js";
import { bytesOf, member, structure, type Json } from "../support/models.js";
import { errorsOf } from "../support/problems.js";

const file = (name: string, shapes: Json, more: Json = {}): SourceFile => ({
  name,
  bytes: bytesOf({ smithy: "2.0", ...more, shapes }),
});

const merge = (...files: readonly SourceFile[]): LoadedModel => loadModel(files, []);

const text = { type: "string" };

describe("several files of one model", () => {
  it("are one model, in any order", () => {
    const one = file("one.json", { "a#S": structure({ b: { target: "b#T" } }) });
    const two = file("two.json", { "b#T": text });
    for (const files of [
      [one, two],
      [two, one],
    ]) {
      const { shapes } = merge(...files).model;
      expect([...shapes.keys()].filter((id) => !id.startsWith("smithy.api#")).sort()).toEqual([
        "a#S",
        "b#T",
      ]);
    }
  });

  it("may define a shape twice with one meaning, but not with two", () => {
    const same = file("two.json", { "a#T": { type: "string", traits: {} } });
    expect(merge(file("one.json", { "a#T": text }), same).model.shapes.get("a#T")?.type).toBe(
      "string",
    );
    const other = file("two.json", { "a#T": { type: "integer" }, "a#U": text });
    expect(errorsOf(() => merge(file("one.json", { "a#T": text, "a#U": text }), other))).toEqual([
      "two.json: a#T: is already defined in one.json, but differently",
    ]);
  });

  it("apply traits to the shapes of one another", () => {
    const statement = file("two.json", {
      "a#T": { type: "apply", traits: { "smithy.api#length": { max: 3 } } },
    });
    const { shapes } = merge(statement, file("one.json", { "a#T": text })).model;
    expect(shapes.get("a#T")?.traits).toEqual({ "smithy.api#length": { max: 3 } });
  });

  it("join lists of metadata, and agree on other values", () => {
    const one = file("one.json", {}, { metadata: { list: [1], same: { a: 1 }, mine: 1 } });
    const two = file("two.json", {}, { metadata: { list: [2], same: { a: 1 } } });
    expect(merge(one, two).model.metadata).toEqual({ list: [1, 2], same: { a: 1 }, mine: 1 });
    const three = file("three.json", {}, { metadata: { same: { a: 2 } } });
    expect(errorsOf(() => merge(one, three))).toEqual([
      'three.json: the metadata "same" is already defined differently in another file',
    ]);
  });

  it("report an error in the file that has the shape", () => {
    const one = file("one.json", { "a#S": structure({}) });
    const two = file("two.json", { "b#T": { ...structure({}), mixins: [{ target: "b#None" }] } });
    expect(errorsOf(() => merge(one, two))).toEqual([
      "two.json: b#T: uses the mixin b#None, which is not in the model",
    ]);
    expect(errorsOf(() => merge(one, { name: "two.json", bytes: Buffer.from("{") }))).toHaveLength(
      1,
    );
  });

  it("are given by several options, of which one can be standard input", async () => {
    const options = ["validate", "--model", "-", "--model", "-", "--shape", "X", "x.json"];
    const { status, stderr } = await runCli(options);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: "error: only one file can be standard input\n",
    });
  });
});

describe("resources and metadata", () => {
  it.each<[string, Json, string]>([
    [
      "identifiers",
      { "a#R": { type: "resource", identifiers: [] } },
      'a#R: expected "identifiers" to be an object',
    ],
    [
      "an identifier",
      { "a#R": { type: "resource", identifiers: { id: "x" } } },
      'a#R: expected "id" to be an object with a "target"',
    ],
  ])("have errors of their own: %s", (_, shapes, message) => {
    expect(errorsOf(() => merge(file("one.json", shapes)))).toEqual([`one.json: ${message}`]);
  });

  it("keep the order of members, and inherit identifiers", () => {
    const mixin = { "smithy.api#mixin": {} };
    const { shapes } = merge(
      file("one.json", {
        "a#M": { ...structure({ z: member("String"), y: member("String") }), traits: mixin },
        "a#S": {
          ...structure({ x: member("String"), a: member("String") }),
          mixins: [{ target: "a#M" }],
        },
        "a#B": {
          type: "resource",
          identifiers: { id: { target: "smithy.api#String" } },
          traits: mixin,
        },
        "a#R": { type: "resource", mixins: [{ target: "a#B" }] },
      }),
    ).model;
    expect(shapes.get("a#S")).toMatchObject({ order: ["z", "y", "x", "a"] });
    expect(shapes.get("a#R")).toMatchObject({ identifiers: { id: "smithy.api#String" } });
  });
});
