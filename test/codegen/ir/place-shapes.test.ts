import { describe, expect, it } from "vitest";
import { list, member, model, operation, structure, type Json } from "../support/models.js";
import { build } from "../support/problems.js";

const payload = member("It", { httpPayload: {} });

/** The files of the shapes of a service, by their names. */
function filesOf(shapes: Record<string, Json>): Record<string, string> {
  const service = build(model(shapes));
  return Object.fromEntries(service.shapes.map(({ name, file }) => [name, file]));
}

describe("a shape", () => {
  it("has a file of its own, also if only one operation needs it", () => {
    expect(
      filesOf({
        Do: operation("/do", { input: "In", output: "Out", errors: ["Wrong"] }),
        In: structure({ a: "String" }),
        Out: structure({ b: "String" }),
        Wrong: structure({ c: "String" }, { error: "client" }),
      }),
    ).toEqual({ In: "shapes/In", Out: "shapes/Out", Wrong: "shapes/Wrong" });
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
      Mine: "shapes/In",
      Ours: "shapes/Ours",
      Nested: "shapes/In",
      Inner: "shapes/In",
      Part: "shapes/Part",
    });
  });

  it.each<[string, Record<string, Json>]>([
    [
      "operation",
      { Do: operation("/do", { input: "Holder" }), Holder: structure({ it: payload }) },
    ],
    [
      "operation's response",
      { Do: operation("/do", { output: "Holder" }), Holder: structure({ it: payload }) },
    ],
    [
      "file of the errors",
      {
        Do: operation("/do", { errors: ["Holder"] }),
        Holder: structure({ it: payload }, { error: "client" }),
      },
    ],
  ])("that is a collection has a file if it is the payload of the %s", (_, shapes) => {
    const files = filesOf({ ...shapes, It: list("Timestamp") });
    expect(files).toEqual({ Holder: "shapes/Holder", It: "shapes/It" });
  });
});
