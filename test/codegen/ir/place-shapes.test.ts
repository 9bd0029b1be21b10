import { describe, expect, it } from "vitest";
import { list, model, operation, structure, type Json } from "../support/models.js";
import { build } from "../support/problems.js";

const member = structure({ name: "String", text: "String", when: "Timestamp", size: "Integer" });

/** The files of the shapes of a service, by their names. */
function filesOf(shapes: Record<string, Json>): Record<string, string> {
  const service = build(model(shapes));
  return Object.fromEntries(service.shapes.map(({ name, file }) => [name, file]));
}

describe("a shape", () => {
  it("is in the file of the only operation whose input or output it is", () => {
    expect(
      filesOf({
        Do: operation("/do", { input: "In", output: "Out" }),
        In: structure({ a: "String" }),
        Out: structure({ b: "String" }),
      }),
    ).toEqual({ In: "operations/Do", Out: "operations/Do" });
  });

  it.each<[string, Record<string, Json>, string]>([
    [
      "two operations have it",
      { Do: operation("/do", { input: "It" }), Other: operation("/other", { input: "It" }) },
      "shapes/It",
    ],
    [
      "it is the input and the output",
      { Do: operation("/do", { input: "It", output: "It" }) },
      "shapes/It",
    ],
    [
      "a member refers to it",
      { Do: operation("/do", { input: "It", output: "Out" }), Out: structure({ it: "It" }) },
      "shapes/It",
    ],
    [
      "another structure has its members, and so its code",
      { Do: operation("/do", { input: "It", output: "Longer" }), Longer: member },
      "shapes/It",
    ],
    ["nothing else needs it", { Do: operation("/do", { input: "It" }) }, "operations/Do"],
  ])("has a file by whether %s", (_, shapes, want) => {
    expect(filesOf({ ...shapes, It: member })["It"]).toBe(want);
  });

  it("has a file of its own if its functions would have the names of those of the operation", () => {
    expect(
      filesOf({
        Do: operation("/do", { input: "Request", output: "Response" }),
        Request: structure({ a: "String" }),
        Response: structure({ b: "String" }),
      }),
    ).toEqual({ Request: "shapes/Request", Response: "shapes/Response" });
  });

  it("that is a collection is in the only file that refers to it", () => {
    expect(
      filesOf({
        Do: operation("/do", { input: "In", output: "Out" }),
        In: structure({ mine: "Mine", ours: "Ours", nested: "Nested" }),
        Out: structure({ part: "Part" }),
        Part: structure({ ours: "Ours" }),
        Mine: list("String"),
        Ours: list("String"),
        Nested: list("Inner"),
        Inner: list("String"),
      }),
    ).toMatchObject({
      Mine: "operations/Do",
      Ours: "shapes/Ours",
      Nested: "operations/Do",
      Inner: "operations/Do",
      Part: "shapes/Part",
    });
  });
});
