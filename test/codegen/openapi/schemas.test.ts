import { describe, expect, it } from "vitest";
import {
  enumeration,
  list,
  map,
  member,
  modelOf,
  simple,
  structure,
  union,
  type Json,
} from "../support/models.js";
import { at } from "./at.js";
import { documentOf } from "./support.js";

/* What the schema of a member or shape is in a document. */

const text = { type: "string" };

/** The schema of a member of a body. */
async function property(
  target: string | Json,
  shapes: Record<string, Json> = {},
  version: "3.0" | "3.1" = "3.1",
): Promise<unknown> {
  const document = await documentOf(modelOf({ it: target }, shapes), { version });
  return at(document, "components schemas DoRequestContent properties it");
}

describe("schemas", () => {
  it.each([
    ["String", text],
    ["Boolean", { type: "boolean" }],
    ["Byte", { type: "integer", minimum: -128, maximum: 127 }],
    ["Short", { type: "integer", minimum: -32768, maximum: 32767 }],
    ["Integer", { type: "integer", format: "int32" }],
    ["Long", { type: "integer", format: "int64" }],
    ["BigInteger", { type: "integer" }],
    ["BigDecimal", { type: "number" }],
    [
      "Timestamp",
      {
        type: "number",
        format: "double",
        examples: [1714521600],
        description: "In seconds since 1970-01-01T00:00:00Z.",
      },
    ],
    ["Blob", { type: "string", contentEncoding: "base64" }],
    ["Document", {}],
    [
      "Float",
      {
        oneOf: [
          { type: "number", format: "float" },
          { type: "string", enum: ["NaN", "Infinity", "-Infinity"] },
        ],
      },
    ],
  ])("of %s", async (target, want) => {
    expect(await property(target)).toEqual(want);
  });

  it("have constraints, with patterns as the model has them", async () => {
    expect(
      await property(member("String", { length: { min: 1, max: 5 }, pattern: "^[a-z/]+$" })),
    ).toEqual({ ...text, minLength: 1, maxLength: 5, pattern: "^[a-z/]+$" });
    expect(await property(member("Double", { range: { min: 0, max: 1 } }))).toEqual({
      type: "number",
      minimum: 0,
      maximum: 1,
      format: "double",
    });
    expect(await property(member("String", { pattern: "^[[:alpha:]]$" }))).toEqual({
      ...text,
      pattern: "^[A-Za-z]$",
    });
  });

  it("hide sensitive text, and say what is deprecated and what is the default", async () => {
    expect(
      await property(
        member("Secret", { deprecated: { message: "Use <b>more</b>." }, default: "x" }),
        { Secret: simple("string", { sensitive: {} }) },
      ),
    ).toEqual({
      ...text,
      format: "password",
      description: "Deprecated: Use **more**.",
      deprecated: true,
      default: "x",
    });
  });

  it("of collections can hold null if these are sparse", async () => {
    const shapes = { Names: list("String", { sparse: {} }), Things: list("Thing", { sparse: {} }) };
    expect(await property("Names", shapes)).toEqual({
      type: "array",
      items: { type: ["string", "null"] },
    });
    expect(await property("Names", shapes, "3.0")).toEqual({
      type: "array",
      items: { ...text, nullable: true },
    });
    const reference = { $ref: "#/components/schemas/Thing" };
    expect(await property("Things", shapes)).toEqual({
      type: "array",
      items: { anyOf: [reference, { type: "null" }] },
    });
    expect(await property("Things", shapes, "3.0")).toEqual({
      type: "array",
      items: { anyOf: [reference, { type: "object", nullable: true, enum: [null] }] },
    });
  });

  it("of timestamps have an example, which is one in 3.0", async () => {
    expect(await property("Timestamp", {}, "3.0")).toMatchObject({ example: 1714521600 });
    expect(await property("Timestamp", {}, "3.0")).not.toHaveProperty("examples");
  });

  it("of unions are one object for each member", async () => {
    const document = await documentOf(
      modelOf({ it: "Choice" }, { Choice: union({ a: "String", b: "Integer" }) }),
    );
    expect(at(document, "components schemas Choice")).toEqual({
      oneOf: [
        { type: "object", title: "a", properties: { a: text }, required: ["a"] },
        {
          type: "object",
          title: "b",
          properties: { b: { type: "integer", format: "int32" } },
          required: ["b"],
        },
      ],
    });
  });

  it("of maps name the schema of their keys in 3.1 only, and 3.0 has no schema that is not used", async () => {
    const given = modelOf(
      { it: "Counts" },
      {
        Counts: map("Integer", { length: { max: 3 } }, member("Color")),
        Color: enumeration({ RED: "red" }),
      },
    );
    const values = { type: "integer", format: "int32" };
    const schemas = async (version: "3.0" | "3.1"): Promise<Json> =>
      at(await documentOf(given, { version }), "components schemas") as Json;
    expect(await schemas("3.1")).toMatchObject({
      Color: { type: "string", enum: ["red"] },
      Counts: {
        type: "object",
        propertyNames: { $ref: "#/components/schemas/Color" },
        additionalProperties: values,
        maxProperties: 3,
      },
    });
    const { Counts, Color } = await schemas("3.0");
    expect(Counts).toEqual({ type: "object", additionalProperties: values, maxProperties: 3 });
    expect(Color).toBeUndefined();
  });

  it("with a description beside a reference have the reference in allOf in 3.0", async () => {
    const given = member("Other", { documentation: "Says more." });
    const shapes = { Other: structure({}) };
    const $ref = "#/components/schemas/Other";
    expect(await property(given, shapes)).toEqual({ $ref, description: "Says more." });
    expect(await property(given, shapes, "3.0")).toEqual({
      allOf: [{ $ref }],
      description: "Says more.",
    });
  });

  it("of contents do not take the name of a shape", async () => {
    const document = await documentOf(
      modelOf({ it: "DoRequestContent" }, { DoRequestContent: structure({ a: "String" }) }),
    );
    expect(at(document, "components schemas DoRequestContent2 properties it")).toEqual({
      $ref: "#/components/schemas/DoRequestContent",
    });
  });
});
