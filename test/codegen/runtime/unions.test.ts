import { describe, expect, it } from "vitest";
import { expectOneMember, writeUnknownMember } from "../../../codegen/runtime/json/unions.js";
import { clientRoot } from "../../../codegen/runtime/json/write.js";

describe("the JSON of a union", () => {
  it("has one member", () => {
    const json = { a: 1 };
    expect(expectOneMember(json, clientRoot)).toBe(json);
  });

  it.each([
    [{}, "none"],
    [{ a: 1, b: 2 }, "a, b"],
  ])("is refused with any other number of them: %j", (json, received) => {
    expect(() => expectOneMember(json, clientRoot)).toThrow(
      expect.objectContaining({
        name: "SerializationException",
        path: "",
        expected: expect.stringMatching(/exactly one/) as unknown,
        received,
      }),
    );
  });

  it.each(["later", "__proto__", "constructor"])("keeps the unknown member %s", (name) => {
    const json = {};
    writeUnknownMember(json, [name, { b: [1] }], clientRoot);
    expect(Object.entries(json)).toEqual([[name, { b: [1] }]]);
  });
});
