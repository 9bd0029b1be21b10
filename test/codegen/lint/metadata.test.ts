import { describe, expect, it } from "vitest";
import { assemble } from "../../../codegen/src/model/assemble/assemble.js";
import { validateModel } from "../../../codegen/src/lint/validate-model.js";

/* Rules about metadata, which comes before the namespace. */

const lint = (...files: readonly string[]): readonly string[] => {
  const sources = files.map((text, index) => ({
    name: `${index}.smithy`,
    bytes: new TextEncoder().encode(`$version: "2"\n${text}`),
  }));
  const { model, events } = assemble(sources);
  return validateModel(model, { events })
    .map(({ severity, shape = "-", id }) => `${severity} ${shape} ${id}`)
    .sort();
};

const closures = (...given: readonly string[]): string =>
  `metadata shapeClosures = [${given.join(" ")}]\nnamespace a\nstructure S { m: String t: T }\nstring T`;

describe("metadata with a type", () => {
  const type = `namespace a
    @metadata(key: "level") enum Level { LOW HIGH }`;

  it("fits the type", () => {
    expect(lint(`metadata level = "LOW"\n${type}`)).toEqual([]);
    expect(lint(`metadata level = "OTHER"\n${type}`)).toEqual(["ERROR - TypedMetadata.level"]);
    expect(lint(`metadata other = "OTHER"\n${type}`)).toEqual([]);
  });

  it("is not checked if there are two types", () => {
    const events = lint(`metadata level = 1\n${type}\n@metadata(key: "level") string Other`);
    expect(events).toEqual(["ERROR a#Level MetadataTrait", "ERROR a#Other MetadataTrait"]);
  });
});

describe("closures of shapes", () => {
  it.each([
    ["of a namespace", `{ id: "a#C", includeNamespaces: ["a"] }`, []],
    ["of a selector", `{ id: "a#C", includeBySelector: "[id = a#S]" }`, []],
    ["of nothing", `{ id: "a#C" }`, ["ERROR - ShapeClosure"]],
    ["with the id of a shape", `{ id: "a#S", includeNamespaces: ["a"] }`, ["ERROR - ShapeClosure"]],
    [
      "defined twice",
      `{ id: "a#C", includeNamespaces: ["a"] } { id: "a#C", includeNamespaces: ["a"] }`,
      ["ERROR - ShapeClosure"],
    ],
    [
      "of a namespace without shapes",
      `{ id: "a#C", includeNamespaces: ["a", "b"] }`,
      ["DANGER - ShapeClosure.EmptyNamespace.a#C"],
    ],
    [
      "of a selector that adds nothing",
      `{ id: "a#C", includeNamespaces: ["a"], includeBySelector: "[id = a#S]" }`,
      ["DANGER - ShapeClosure.EmptySelector.a#C"],
    ],
    ["of an invalid selector", `{ id: "a#C", includeBySelector: "[" }`, ["ERROR - ShapeClosure"]],
    [
      "without the form",
      `{ id: 1, includeNamespaces: "a" }`,
      ["ERROR - TypedMetadata.shapeClosures", "ERROR - TypedMetadata.shapeClosures"],
    ],
    ["with a new name", `{ id: "a#C", includeNamespaces: ["a"], rename: { "a#T": "Text" } }`, []],
    [
      "with the name of another shape",
      `{ id: "a#C", includeNamespaces: ["a"], rename: { "a#T": "s" } }`,
      ["ERROR - ShapeClosure"],
    ],
    [
      "with the same name",
      `{ id: "a#C", includeNamespaces: ["a"], rename: { "a#T": "T" } }`,
      ["ERROR - ShapeClosure"],
    ],
    [
      "with one name for two shapes",
      `{ id: "a#C", includeNamespaces: ["a"], rename: { "a#T": "X", "a#S": "x" } }`,
      ["ERROR - ShapeClosure"],
    ],
    [
      "with a name for a shape that it does not have",
      `{ id: "a#C", includeBySelector: "[id = a#T]", rename: { "a#S": "X" } }`,
      ["ERROR - ShapeClosure"],
    ],
    [
      "with a name for a member",
      `{ id: "a#C", includeNamespaces: ["a"], rename: { "a#S$m": "X" } }`,
      ["ERROR - TypedMetadata.shapeClosures"],
    ],
  ])("%s", (_, given, want) => {
    expect(lint(closures(given))).toEqual(want);
  });

  it("have no two shapes with one name", () => {
    const other = "namespace b\nstring s";
    const given = `{ id: "a#C", includeNamespaces: ["a", "b"] }`;
    expect(lint(closures(given), other)).toEqual(["WARNING - ShapeClosure.NameConflicts.a#C"]);
  });
});

describe("validators in metadata", () => {
  const model = `namespace a
    service S { operations: [O] }
    operation O { input := { a: A } }
    @t(B) string A
    string B
    string C
    @idRef @trait string t`;

  it("find shapes that nothing uses", () => {
    const validator = `metadata validators = [{ name: "UnreferencedShape" }]`;
    expect(lint(`${validator}\n${model}`)).toEqual(["NOTE a#C UnreferencedShape"]);
  });

  it("find shapes that the shapes of a selector do not use", () => {
    const validator = `metadata validators = [{ name: "UnreferencedShape", id: "Alone", severity: "DANGER",
      configuration: { rootShapeSelector: "[id = a#C]" } }]`;
    const unused = ["A", "B", "O", "OInput", "S"].map((name) => `DANGER a#${name} Alone`);
    expect(lint(`${validator}\n${model}`)).toEqual(unused);
  });

  it("have valid selectors", () => {
    const validator = `metadata validators = [{ name: "UnreferencedShape", configuration: { rootShapeSelector: "!" } }]`;
    expect(lint(`${validator}\n${model}`)).toEqual(["ERROR - Model"]);
  });
});

describe("events", () => {
  it("about the prelude are only errors", () => {
    const model = `namespace a
      service S { operations: [O] }
      operation O { input := { a: smithy.api#String b: String } }
      string String`;
    expect(lint(model)).toEqual(["NOTE a#String Service"]);
  });

  it("that follow from mistakes while loading are left out", () => {
    const broken = `namespace a
      list L { member: None }
      list M {}`;
    expect(lint(broken)).toEqual(["ERROR a#M Model"]);
  });

  it("about overrides name the first property that is missing", () => {
    expect(lint(`metadata severityOverrides = [{ namespace: "*" }]`)).toEqual(["ERROR - Model"]);
  });
});
