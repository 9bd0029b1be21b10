import * as codec from "apigatewayv2-codec";
import { beforeAll, describe, expect, it } from "vitest";
import { tableOf } from "../../generated/src/runtime/schema/targets.js";
import type { Target, TargetTable } from "../../generated/src/runtime/types.js";
import { structureTable } from "../properties/arbitraries.js";
import { structures } from "../properties/service.js";
import { functionOf, importModel, operationOf, type Exports } from "./support/generated.js";
import { list, map, member, model, operation, structure, union } from "./support/models.js";

const places = model({
  Do: operation("/do/{label}/{number}", { input: "In", output: "Thing" }),
  Bind: operation("/bind", { input: "Bound", output: "Bound" }),
  In: structure({
    label: member("String", { httpLabel: {}, required: {} }),
    number: member("Integer", { httpLabel: {}, required: {} }),
    thing: "Thing",
  }),
  Thing: structure({
    Inner: member("Thing", { jsonName: "inner" }),
    List: member("Things", { jsonName: "list" }),
    Map: member("ThingMap", { jsonName: "map" }),
    One: member("One", { jsonName: "one" }),
    Texts: member("Texts", { jsonName: "texts" }),
    TextMap: member("TextMap", { jsonName: "textMap" }),
    Lists: member("Lists", { jsonName: "lists" }),
    Sparse: member("SparseMap", { jsonName: "sparse" }),
    Blob: member("Blob", { jsonName: "blob" }),
    Time: member("Timestamp", { jsonName: "time" }),
    Float: member("Double", { jsonName: "float" }),
    Big: member("BigInteger", { jsonName: "big" }),
    Document: "Document",
  }),
  Bound: structure({
    Header: member("Integer", { httpHeader: "x-header" }),
    Times: member("Times", { httpHeader: "x-times" }),
    Prefixed: member("TextMap", { httpPrefixHeaders: "x-p-" }),
    Query: member("Times", { httpQuery: "q" }),
    QueryMap: member("ListMap", { httpQueryParams: {} }),
  }),
  One: union({ Text: "String", Thing: "Thing", Blob: "Blob" }),
  Things: list("Thing"),
  ThingMap: map("Thing"),
  Texts: list("String"),
  TextMap: map("String"),
  ListMap: map("Texts"),
  Lists: list("Blobs"),
  Blobs: list("Blob"),
  SparseMap: map("Blob", { sparse: {} }),
  Times: list("Timestamp"),
});

let exported: Exports;
beforeAll(async () => {
  exported = await importModel("serializer-places", places);
});

function pathOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    expect(error).toMatchObject({ name: "SerializationException" });
    return (error as { path: string }).path;
  }
  return "nothing was thrown";
}

/** A bad value in a place of a Thing, by the names of the model. */
const bad: [thing: Record<string, unknown>, path: string][] = [
  [{ Inner: "x" }, "/Inner"],
  [{ Inner: { Inner: { Inner: 5 } } }, "/Inner/Inner/Inner"],
  [{ List: "x" }, "/List"],
  [{ List: [{}, "x"] }, "/List/1"],
  [{ List: [null, {}, { Blob: "x" }] }, "/List/2/Blob"],
  [{ Map: "x" }, "/Map"],
  [{ Map: { "a/b~c": 5 } }, "/Map/a~1b~0c"],
  [{ Map: { a: { List: [{ Time: 5 }] } } }, "/Map/a/List/0/Time"],
  [{ One: "x" }, "/One"],
  [{ One: {} }, "/One"],
  [{ One: { Text: "a", Blob: new Uint8Array() } }, "/One"],
  [{ One: { Blob: "x" } }, "/One/Blob"],
  [{ One: { Thing: { One: { Thing: 5 } } } }, "/One/Thing/One/Thing"],
  [{ One: { $unknown: "x" } }, "/One/$unknown"],
  [{ Texts: "x" }, "/Texts"],
  [{ TextMap: "x" }, "/TextMap"],
  [{ TextMap: ["x"] }, "/TextMap"],
  [{ Lists: [[], "x"] }, "/Lists/1"],
  [{ Lists: [[], [null, new Uint8Array(), 5]] }, "/Lists/1/2"],
  [{ Sparse: { a: null, b: 5 } }, "/Sparse/b"],
  [{ Blob: "x" }, "/Blob"],
  [{ Time: new Date(NaN) }, "/Time"],
  [{ Float: "x" }, "/Float"],
  [{ Big: 5 }, "/Big"],
];

describe("an error of a serializer has the pointer to the value, by the names of the model", () => {
  it.each(bad)("%o in a structure, a request and a response", (thing, path) => {
    expect(pathOf(() => functionOf(exported, "serializeThing")(thing))).toBe(path);
    const { serializeRequest, serializeResponse } = operationOf(exported, "Do");
    expect(pathOf(() => serializeRequest({ label: "a", number: 1, thing }))).toBe(`/thing${path}`);
    expect(pathOf(() => serializeResponse(thing))).toBe(path);
  });

  it.each<[unknown, string]>([
    [5, ""],
    [{ label: "..", number: 1 }, "/label"],
    [{ label: "a", number: {} }, "/number"],
  ])("%o for an input", (input, path) => {
    expect(pathOf(() => operationOf(exported, "Do").serializeRequest(input))).toBe(path);
  });

  it.each<[unknown, string]>([
    [{ Header: "x" }, "/Header"],
    [{ Times: 5 }, "/Times"],
    [{ Times: [new Date(0), null, 5] }, "/Times/2"],
    [{ Prefixed: "x" }, "/Prefixed"],
    [{ Prefixed: { a: 5 } }, "/Prefixed/a"],
    [{ Query: [null, 5] }, "/Query/1"],
    [{ QueryMap: 5 }, "/QueryMap"],
    [{ QueryMap: { a: 5 } }, "/QueryMap/a"],
    [{ QueryMap: { a: ["x", 5] } }, "/QueryMap/a/1"],
  ])("%o for members outside of the body", (input, path) => {
    expect(pathOf(() => operationOf(exported, "Bind").serializeRequest(input))).toBe(path);
  });

  it("by the names in JSON where JSON has no text for a value that writers pass on", () => {
    const cycle: Record<string, unknown> = {};
    cycle["self"] = [cycle];
    const { serializeRequest } = operationOf(exported, "Do");
    const pathWith = (thing: unknown): string =>
      pathOf(() => serializeRequest({ label: "a", number: 1, thing }));
    expect(pathWith({ Document: { a: [1n] } })).toBe("/thing/Document/a/0");
    expect(pathWith({ Document: cycle })).toBe("/thing/Document/self/0");
    expect(pathWith({ Texts: ["a", {}, cycle] })).toBe("/thing/texts/2/self/0");
  });

  it("of the level at which nesting ends", () => {
    const tree: Record<string, unknown> = {};
    tree["Inner"] = tree;
    expect(pathOf(() => functionOf(exported, "serializeThing")(tree))).toMatch(
      /^(?:\/Inner){513}$/,
    );
  });
});

describe("an error of a serializer of API Gateway has the pointer", () => {
  it.each(structures.map((shape) => [shape.name, shape] as const))("in %s", (name, shape) => {
    const serialize = (codec as unknown as Exports)[`serialize${name}`] as (
      value: unknown,
    ) => unknown;
    for (const [path, value] of wrongAggregates(structureTable(shape), [])) {
      expect(pathOf(() => serialize(value))).toBe(path);
    }
  });
});

type Wrong = readonly [path: string, value: unknown];

/** A number in place of every structure, union, list and map within a shape, one at a time. */
function wrongAggregates(target: Target, passed: readonly TargetTable[]): Wrong[] {
  const table = tableOf(target);
  if (passed.includes(table)) return [];
  const below = (inner: Target, key: string, wrap: (value: unknown) => unknown): Wrong[] =>
    wrongAggregates(inner, [...passed, table]).map(([path, value]) => [
      `/${key}${path}`,
      wrap(value),
    ]);
  switch (table.type) {
    case "structure":
    case "union":
      return [
        ["", 5],
        ...table.members.flatMap(([name, , inner]) =>
          below(inner, name, (wrong) => ({ [name]: wrong })),
        ),
      ];
    case "list":
      return [["", 5], ...below(table.item, "1", (wrong) => [null, wrong])];
    case "map":
      return [["", 5], ...below(table.value, "key", (wrong) => ({ key: wrong }))];
    default:
      return [];
  }
}
