import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { allFeatures } from "../../features/support/all-features.js";
import { assemble } from "../../../codegen/src/model/assemble/assemble.js";
import { toAst } from "../../../codegen/src/model/to-ast.js";
import { toJsonAst } from "../../../codegen/src/model/to-json-ast.js";
import { isSameNode } from "../../../codegen/src/model/nodes.js";
import type { NodeValue } from "../../../codegen/src/model/node.js";
import { assembled, eventsOf } from "./support.js";

/** Without those of version 2 with sets, which version 2 does not have. */
const features = (await allFeatures())
  .filter(([name]) => name !== "sets")
  .map(([name, { given }]) => [name, given] as const);

describe("JSON ASTs", () => {
  const published = new URL("../../../model/apigatewayv2.json", import.meta.url);
  const models = [
    ["the published model", JSON.parse(readFileSync(published, "utf8")) as object],
    ...features,
  ] as const;

  test.each(models)("are the same model after they are printed: %s", (_, given) => {
    const file = (text: string): Parameters<typeof assemble>[0] => [
      { name: "a.json", bytes: Buffer.from(text) },
    ];
    const options = { allowUnknownTraits: true };
    const { model, events } = assemble(file(JSON.stringify(given)), options);
    expect(events.filter(({ severity }) => severity === "ERROR")).toEqual([]);
    const text = toJsonAst(model);
    const again = assemble(file(text), options).model;
    expect(isSameNode(toAst(model), toAst(again))).toBe(true);
    expect(toJsonAst(again)).toBe(text);
  });

  it("keep the shapes, members, targets and traits of the published model", () => {
    const json = JSON.parse(readFileSync(published, "utf8")) as NodeValue;
    const { model } = assembled({ "a.json": json as object });
    expect(isSameNode(toAst(model), json)).toBe(true);
  });

  it("are printed with all digits, keys in order, and any keys", () => {
    const text =
      '{"smithy":"2","metadata":{"b":1e400,"__proto__":{"constructor":12345678901234567890}},"shapes":{"a#B":{"type":"string"},"a#A":{"type":"string"}}}';
    const { model } = assembled({ "a.json": text });
    const printed = toJsonAst(model).replace(/\s+/g, "");
    expect(printed).toBe(
      '{"smithy":"2.0","metadata":{"__proto__":{"constructor":12345678901234567890},"b":1e400},"shapes":{"a#A":{"type":"string"},"a#B":{"type":"string"}}}',
    );
  });

  const shape = (json: unknown): object => ({ smithy: "2.0", shapes: { "a#S": json } });

  test.each([
    [[], "- Model: expected a JSON AST (an object), found array"],
    [{}, '- Model: expected "smithy" to be a version, "1.0" or "2.0"; it is missing'],
    [{ smithy: "3" }, '- Model: expected "smithy" to be a version, "1.0" or "2.0"; found "3"'],
    [{ smithy: "2", metadata: 1 }, '- Model: expected "metadata" to be an object, found number'],
    [{ smithy: "2", shapes: [] }, '- Model: expected "shapes" to be an object, found array'],
    [shape(1), "a#S Model: expected an object, found number"],
    [shape({ type: "strin" }), 'a#S Model: expected "type" to be a shape type, found "strin". Did you mean string?'],
    [shape({ type: "set", member: { target: "a#S" } }), "a#S Model: there are no shapes of type set in Smithy 2.0"],
    [shape({ type: "list", member: "a#S" }), 'a#S Model: in the member "member": expected an object, found string'],
    [shape({ type: "list", member: { target: "S" } }), 'a#S Model: in the member "member": expected "target" to be a shape id, found "S"'],
    [shape({ type: "operation", errors: ["E"] }), 'a#S Model: in "errors": expected an object, found string'],
    [shape({ type: "string", traits: { documentation: "" } }), 'a#S Model: "documentation" in "traits" is not the absolute id of a trait'],
    [shape({ type: "service", version: 1 }), 'a#S Model: in "version": expected a string, found number'],
  ])("are refused: %j", (json, want) => {
    const events = eventsOf({ "a.json": json });
    expect(events.map((event) => event.replace(/^\S+ ERROR /, ""))).toEqual([want]);
  });

  it("have warnings for properties that are not known, with their places", () => {
    const text = '{\n"smithy": "2.0",\n"shapes": {\n"a#S": {\n"type": "string",\n"foo": 1\n}}}';
    const [event] = assembled({ "a.json": text }).events;
    expect(event).toMatchObject({ id: "Model", severity: "WARNING", shape: "a#S" });
    expect(JSON.parse(JSON.stringify(event?.location))).toEqual({
      file: "a.json",
      line: 6,
      column: 1,
      pointer: "/shapes/a#S/foo",
    });
  });

  it("are refused if they nest too deep, are no JSON, or no text", () => {
    const deep = `{"smithy":"2.0","metadata":{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}}`;
    for (const bytes of [Buffer.from(deep), Buffer.from("{"), Buffer.from([0xff, 0xfe, 0]), Buffer.of()])
      for (const name of ["a.json", "a.smithy"]) {
        const { events } = assemble([{ name, bytes }]);
        const isEmptyIdl = name === "a.smithy" && bytes.length === 0;
        expect(events.some(({ severity }) => severity === "ERROR")).toBe(!isEmptyIdl);
      }
  });
});
