import { describe, expect, it } from "vitest";
import type { Structure } from "../../codegen/src/ir/ir.js";
import { defaultOf } from "../../codegen/src/validate/default-value.js";
import { enumeration, list, map, member, modelOf, simple } from "../codegen/support/models.js";
import { build } from "../codegen/support/problems.js";

/** The default of a member `a` of a shape `X`. */
function read(shape: object, value: unknown): unknown {
  const { shapes } = build(modelOf({ a: member("X", { default: value }) }, { X: { ...shape } }));
  const [found] = (shapes.find(({ name }) => name === "Thing") as Structure).members;
  if (found === undefined) throw new Error("the structure has no member");
  return defaultOf(found);
}

describe("defaults as values", () => {
  it.each<[type: string, shape: object, value: unknown, wanted: unknown]>([
    ["string", simple("string"), "a", "a"],
    ["boolean", simple("boolean"), false, false],
    ["integer", simple("integer"), 0, 0],
    ["enum", enumeration({ A: "a" }), "a", "a"],
    ["list", list("String"), [], []],
    ["map", map("String"), {}, {}],
    ["document", simple("document"), true, true],
    ["blob", simple("blob"), "YWI=", Uint8Array.of(97, 98)],
    ["empty blob", simple("blob"), "", new Uint8Array()],
    ["bigInteger", simple("bigInteger"), 7, 7n],
    ["bigDecimal", simple("bigDecimal"), 1.5, "1.5"],
    // Smithy, "default trait": a number of epoch seconds, or an RFC 3339 date-time.
    ["timestamp by seconds", simple("timestamp"), 1.5, new Date(1500)],
    [
      "timestamp by text",
      simple("timestamp"),
      "1985-04-12T23:20:50.520Z",
      new Date(Date.UTC(1985, 3, 12, 23, 20, 50, 520)),
    ],
    ["none", simple("integer"), null, undefined],
  ])("%s", (_, shape, value, wanted) => {
    expect(read(shape, value)).toStrictEqual(wanted);
  });
});
