import { describe, expect, it } from "vitest";
import { inputSchema, type Annotate } from "../../../codegen/runtime/schema/json-schema.js";
import { documentTypes, orNull } from "../../../codegen/runtime/schema/json-schema-leaves.js";
import type {
  JsonObject,
  MemberTable,
  StructureTable,
  Target,
  UnionTable,
} from "../../../codegen/runtime/types.js";
import { inMemory, memberOf, onWire, structureOf, wire } from "../support/schemas.js";

describe("a null", () => {
  it.each<[JsonObject, JsonObject]>([
    [
      { type: "string", maxLength: 1 },
      { type: ["string", "null"], maxLength: 1 },
    ],
    [{ $ref: "#/$defs/A" }, { anyOf: [{ $ref: "#/$defs/A" }, { type: "null" }] }],
    [
      { anyOf: [{ type: "number" }, { enum: ["NaN"] }] },
      { anyOf: [{ type: "number" }, { enum: ["NaN"] }, { type: "null" }] },
    ],
  ])("fits %j", (schema, want) => {
    expect(orNull(schema)).toEqual(want);
  });

  it("is all that a document lacks", () => {
    expect(wire({ type: "list", item: "document" })).toEqual({ type: "array", items: {} });
    expect(onWire(structureOf(["m", "m", "document"]))["properties"]).toEqual({ m: {} });
    expect(documentTypes).toEqual(["array", "boolean", "number", "object", "string"]);
    expect(wire("document")).toEqual({ type: ["array", "boolean", "number", "object", "string"] });
  });
});

describe("structures and unions", () => {
  const text = { type: "string" };
  const members: readonly MemberTable[] = [
    ["a", "wireA", "string", { required: true }],
    ["b", "wireB", "string", { default: "" }],
    ["c", "wireC", "string", { location: "header" }],
    ["d", "wireD", "blob", { required: true, location: "bytes" }],
    ["e", "wireE", "string", { required: true, location: "events" }],
  ];

  it("name members as the side does, and require what it has", () => {
    const orNull = { type: ["string", "null"] };
    expect(onWire(structureOf(...members))).toEqual({
      type: "object",
      properties: { wireA: text, wireB: orNull, wireC: orNull },
      required: ["wireA"],
    });
    expect(inMemory(structureOf(...members))).toEqual({
      type: "object",
      properties: { a: text, b: text, c: text },
      required: ["a", "b"],
    });
    expect(onWire(structureOf())).toEqual({ type: "object", properties: {} });
  });

  it("of which a union has exactly one; on the wire the others may be null", () => {
    const union: UnionTable = { type: "union", name: "U", members: members.slice(0, 1) };
    expect(onWire(union)).toEqual({
      type: "object",
      oneOf: [
        {
          properties: { wireA: text },
          required: ["wireA"],
          additionalProperties: { type: "null" },
        },
      ],
    });
    expect(inMemory(union)).toEqual({
      type: "object",
      oneOf: [{ properties: { a: text }, required: ["a"], additionalProperties: false }],
    });
  });
});

describe("definitions", () => {
  it("are of each shape once, those that shapes refer to among them", () => {
    const color: Target = { type: "enum", name: "Color", values: { RED: "red" } };
    const node: StructureTable = {
      type: "structure",
      name: "Node",
      members: [
        ["next", "next", () => node],
        ["color", "color", color, { required: true }],
      ],
    };
    for (const [target, keyword, uri] of [
      ["draft-2020-12", "$defs", "https://json-schema.org/draft/2020-12/schema"],
      ["draft-07", "definitions", "http://json-schema.org/draft-07/schema#"],
    ] as const) {
      const orNode = { anyOf: [{ $ref: `#/${keyword}/Node` }, { type: "null" }] };
      const properties = { next: orNode, color: { $ref: `#/${keyword}/Color` } };
      const schema = { type: "object", properties, required: ["color"] };
      expect(inputSchema(node, { target })).toEqual({
        $schema: uri,
        ...schema,
        [keyword]: { Node: schema, Color: { type: "string", enum: ["red"] } },
      });
    }
  });

  it("are left out where there is none", () => {
    expect(inputSchema(structureOf(), { target: "draft-07" })).toEqual({
      $schema: "http://json-schema.org/draft-07/schema#",
      type: "object",
      properties: {},
    });
  });
});

describe("collections", () => {
  it("have the notes of their members before their own", () => {
    const annotate: Annotate = (part) =>
      "type" in part ? { title: "Own", description: "Own." } : { description: "Of the member." };
    const member: MemberTable = ["m", "m", { type: "list", item: "string" }, { required: true }];
    expect(memberOf(onWire(structureOf(member), annotate))).toEqual({
      ...wire({ type: "list", item: "string" }),
      title: "Own",
      description: "Of the member.",
    });
  });

  it("have the bounds that say something", () => {
    const text = { type: "string" };
    expect(wire({ type: "list", item: "string" })).toEqual({ type: "array", items: text });
    const list = { type: "list", item: "string", length: [1, 2], uniqueItems: true } as const;
    expect(wire(list)).toEqual({
      type: "array",
      items: text,
      minItems: 1,
      maxItems: 2,
      uniqueItems: true,
    });
    const map = { type: "map", key: "string", value: "string" } as const;
    expect(wire({ ...map, length: [0, 0] })).toEqual({
      type: "object",
      additionalProperties: text,
      maxProperties: 0,
    });
    const key: Target = { type: "string", length: [0, 1] };
    expect(wire({ ...map, key, length: [1, Infinity] })).toEqual({
      type: "object",
      propertyNames: { type: "string", maxLength: 1 },
      additionalProperties: text,
      minProperties: 1,
    });
  });
});
