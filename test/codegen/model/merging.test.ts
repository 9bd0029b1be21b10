import { describe, expect, it } from "vitest";
import { assembled, eventsOf, idl, modelOf, shapesOf } from "./support.js";

describe("several files", () => {
  it("may define a shape twice in the same way", () => {
    const { model, events } = assembled({
      "a.smithy": idl("structure S { a: String, b: Blob }"),
      "b.json": {
        smithy: "2.0",
        shapes: {
          "test#S": {
            type: "structure",
            members: { b: { target: "smithy.api#Blob" }, a: { target: "smithy.api#String" } },
            traits: { "smithy.api#deprecated": {} },
          },
        },
      },
    });
    expect(events.map(({ severity, id }) => `${severity} ${id}`)).toEqual([
      "NOTE Model.IgnoredDuplicateDefinition",
    ]);
    expect(shapesOf(model)["S"]).toEqual({
      type: "structure",
      members: { a: { target: "String" }, b: { target: "Blob" } },
      traits: { deprecated: {} },
    });
  });

  it.each([
    ["string S", "blob S", "it is a string there, and a blob here"],
    ["structure S { a: String }", "structure S {}", "the members differ"],
    ["structure S { a: String }", "structure S { a: Blob }", "the target of the member a differs"],
    ["service S { version: \"1\" }", "service S { version: \"2\" }", "the version of the service differ"],
    ["operation S {}", "operation S { errors: [E] }\n@error(\"client\") structure E {}", "the errors of the operation differ"],
  ])("must not define a shape in two ways: %s, %s", (one, other, difference) => {
    const events = eventsOf({ "a.smithy": idl(one), "b.smithy": idl(other) });
    expect(events).toEqual([
      `b.smithy:3:1 ERROR test#S Model: the shape is already defined at a.smithy:3:1, but differently: ${difference}`,
    ]);
  });

  it("join lists of metadata, and agree on other values", () => {
    const file = (text: string): string => `$version: "2"\n${text}`;
    const files = { "a.smithy": file("metadata l = [1]\nmetadata v = {a: 1}"), "b.smithy": file("metadata l = [2]\nmetadata v = {a: 1}") };
    expect(assembled(files).model.metadata).toEqual({ l: [1, 2], v: { a: 1 } });
    expect(eventsOf({ ...files, "c.smithy": file("metadata v = 1") })).toEqual([
      'c.smithy:2:1 ERROR - Model: the metadata "v" has another value here than at a.smithy:3:1',
    ]);
  });

  it("are read once if they are given twice", () => {
    const bytes = Buffer.from(idl('@tags(["a"]) string S'));
    const shapes = shapesOf(assembled({ "a.smithy": bytes.toString() }).model);
    expect(shapes["S"]).toEqual({ type: "string", traits: { tags: ["a"] } });
  });

  it("give the same text in any order of the same statements", () => {
    const [one, other] = ["string A\nstring B", "structure C { a: A, b: B }"];
    expect(shapesOf(modelOf(one, other))).toEqual(shapesOf(modelOf(other, one)));
  });
});
