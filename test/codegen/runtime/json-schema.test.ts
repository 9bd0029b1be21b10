import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeBase64 } from "../../../codegen/runtime/base64.js";
import { enumSchema, inputSchema, SchemaWriter } from "../../../codegen/runtime/json-schema.js";
import type { JsonObject } from "../../../codegen/runtime/types.js";

const wire = new SchemaWriter("input", "$defs");
const memory = new SchemaWriter("output", "$defs");

describe("scalars on the wire and in memory", () => {
  const bounds = { minimum: 1, maximum: 2 };

  it.each<
    [name: string, of: (to: SchemaWriter) => JsonObject, wire: object, memory: object | RegExp]
  >([
    ["boolean", (to) => to.boolean(), { type: "boolean" }, { type: "boolean" }],
    ["string", (to) => to.string(), { type: "string" }, { type: "string" }],
    [
      "bounded string",
      (to) => to.string(1, 2, /a/u),
      { type: "string", minLength: 1, maxLength: 2, pattern: "a" },
      { type: "string", minLength: 1, maxLength: 2, pattern: "a" },
    ],
    [
      "byte",
      (to) => to.integer("byte", 0),
      { type: "integer", minimum: 0, maximum: 127 },
      { type: "integer", minimum: 0, maximum: 127 },
    ],
    [
      "short that its range does not narrow",
      (to) => to.integer("short", -1e6, 1e6),
      { type: "integer", minimum: -32768, maximum: 32767 },
      { type: "integer", minimum: -32768, maximum: 32767 },
    ],
    ["long", (to) => to.integer("long"), { type: "integer" }, { type: "integer" }],
    [
      "bounded long",
      (to) => to.integer("long", 1, 2),
      { type: "integer", ...bounds },
      { type: "integer", ...bounds },
    ],
    [
      "float",
      (to) => to.float(),
      { anyOf: [{ type: "number" }, { enum: ["NaN", "Infinity", "-Infinity"] }] },
      { type: "number" },
    ],
    [
      "float with a least value",
      (to) => to.float(1),
      { anyOf: [{ type: "number", minimum: 1 }, { enum: ["Infinity"] }] },
      { type: "number", minimum: 1 },
    ],
    [
      "float with a greatest value",
      (to) => to.float(undefined, 2),
      { anyOf: [{ type: "number", maximum: 2 }, { enum: ["-Infinity"] }] },
      { type: "number", maximum: 2 },
    ],
    [
      "bounded float",
      (to) => to.float(1, 2),
      { type: "number", ...bounds },
      { type: "number", ...bounds },
    ],
    ["unbounded bigInteger", (to) => to.bigInteger(), { type: "integer" }, /a bigint/],
    ["unbounded bigDecimal", (to) => to.bigDecimal(), { type: "number" }, { type: "string" }],
    [
      "unbounded blob",
      (to) => to.blob(),
      expect.not.objectContaining({ minLength: 0 }) as object,
      /./,
    ],
    ["bigInteger", (to) => to.bigInteger(1, 2), { type: "integer", ...bounds }, /a bigint/],
    ["bigDecimal", (to) => to.bigDecimal(1, 2), { type: "number", ...bounds }, { type: "string" }],
    [
      "blob",
      (to) => to.blob(3, 4),
      expect.objectContaining({ contentEncoding: "base64", minLength: 4, maxLength: 8 }) as object,
      /a Uint8Array/,
    ],
  ])("%s", (_, of, ofWire, ofMemory) => {
    expect(of(wire)).toEqual(ofWire);
    if (ofMemory instanceof RegExp) expect(() => of(memory)).toThrow(ofMemory);
    else expect(of(memory)).toEqual(ofMemory);
  });

  it.each(["date-time", "http-date", "epoch-seconds"] as const)(
    "a timestamp of %s is what JSON.stringify makes of a Date in memory",
    (format) => {
      expect(memory.timestamp(format)).toEqual({ type: "string", format: "date-time" });
    },
  );

  it("a blob's base64 is what the codec decodes", () => {
    const { pattern } = wire.blob();
    const canonical = new RegExp(pattern as string);
    const alphabet = fc.constantFrom(...Array.from("AQgwEIM0+/=-a9 \n"));
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 9 }), (characters) => {
        const text = characters.join("");
        expect(canonical.test(text)).toBe(decodeBase64(text) !== undefined);
      }),
      { numRuns: 5000 },
    );
    for (let size = 0; size < 9; size++) {
      expect(Buffer.alloc(size, 0xa5).toString("base64")).toMatch(canonical);
    }
  });

  it("epoch seconds reach from the year 1 to the year 9999", () => {
    const { minimum, maximum } = wire.timestamp("epoch-seconds");
    expect(new Date(Number(minimum) * 1000).toISOString()).toBe("0001-01-01T00:00:00.000Z");
    expect(new Date(Number(maximum) * 1000).toISOString()).toBe("9999-12-31T23:59:59.999Z");
  });

  // The form of RFC 3339 in UTC, and RFC 9110's preferred form.
  it("dates are in their forms", () => {
    const dateTime = new RegExp(wire.timestamp("date-time")["pattern"] as string);
    const httpDate = new RegExp(wire.timestamp("http-date")["pattern"] as string);
    const date = fc.date({
      min: new Date("0001-01-01T00:00:00Z"),
      max: new Date("9999-12-31T23:59:59Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(date, (value) => {
        expect(value.toISOString()).toMatch(dateTime);
        expect(value.toUTCString()).toMatch(httpDate);
      }),
    );
    const text = "2024-02-29T23:59:59Z";
    for (const other of [
      ...["0000-01-01T00:00:00Z", "2024-13-01T00:00:00Z", "2024-00-01T00:00:00Z"],
      ...["2024-01-32T00:00:00Z", "2024-01-00T00:00:00Z", "2024-01-01T24:00:00Z"],
      ...["2024-01-01T00:60:00Z", "2024-01-01T00:00:60Z", "2024-01-01T00:00:00.Z"],
      ...[`${text} `, ` ${text}`, "2024-02-29 23:59:59Z", "2024-02-29T23:59:59+00:00"],
    ]) {
      expect(other).not.toMatch(dateTime);
    }
    for (const other of [
      ...["Abc, 16 Dec 2019 23:48:18 GMT", "Mon, 32 Dec 2019 23:48:18 GMT"],
      ...["Mon, 16 Abc 2019 23:48:18 GMT", "Mon, 16 Dec 0000 23:48:18 GMT"],
      ...["Mon, 16 Dec 2019 24:48:18 GMT", "Mon, 16 Dec 2019 23:60:18 GMT"],
      ...["Mon, 16 Dec 2019 23:48:60 GMT", "Mon, 16 Dec 2019 23:48:18 UTC"],
      ...["aMon, 16 Dec 2019 23:48:18 GMT", "Mon, 16 Dec 2019 23:48:18 GMTa"],
    ]) {
      expect(other).not.toMatch(httpDate);
    }
  });

  it("an enum has values of one type", () => {
    expect(enumSchema(["a", "b"])).toEqual({ type: "string", enum: ["a", "b"] });
    expect(enumSchema([1])).toEqual({ type: "integer", enum: [1] });
  });
});

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
    expect(wire.orNull(schema)).toEqual(want);
  });

  it("is all that a document lacks", () => {
    expect(wire.orNull(wire.document())).toEqual({});
    expect(wire.document()).toEqual({ type: ["array", "boolean", "number", "object", "string"] });
  });
});

describe("structures and unions", () => {
  const text = { type: "string" };
  const members = [
    ["wireA", "a", text, "required"],
    ["wireB", "b", text, "default"],
    ["wireC", "c", text, undefined, "header"],
    ["wireD", "d", text, "required", "bytes"],
    ["wireE", "e", text, "required", "events"],
  ] as const;

  it("name members as the side does, and require what it has", () => {
    const orNull = { type: ["string", "null"] };
    expect(wire.structure(members)).toEqual({
      type: "object",
      properties: { wireA: text, wireB: orNull, wireC: orNull },
      required: ["wireA"],
    });
    expect(memory.structure(members)).toEqual({
      type: "object",
      properties: { a: text, b: text, c: text },
      required: ["a", "b"],
    });
    expect(wire.structure([])).toEqual({ type: "object", properties: {} });
  });

  it("of which a union has exactly one; on the wire the others may be null", () => {
    const [first] = members;
    expect(wire.union([first])).toEqual({
      type: "object",
      oneOf: [
        {
          properties: { wireA: text },
          required: ["wireA"],
          additionalProperties: { type: "null" },
        },
      ],
    });
    expect(memory.union([first])).toEqual({
      type: "object",
      oneOf: [{ properties: { a: text }, required: ["a"], additionalProperties: false }],
    });
  });
});

describe("definitions", () => {
  it("are of each shape once, those that shapes refer to among them", () => {
    const node = (to: SchemaWriter): JsonObject =>
      to.structure([
        ["next", "next", to.ref("Node", node)],
        ["color", "color", to.enum("Color", { RED: "red" }), "required"],
      ]);
    for (const [target, keyword, uri] of [
      ["draft-2020-12", "$defs", "https://json-schema.org/draft/2020-12/schema"],
      ["draft-07", "definitions", "http://json-schema.org/draft-07/schema#"],
    ] as const) {
      const orNode = { anyOf: [{ $ref: `#/${keyword}/Node` }, { type: "null" }] };
      const color = { $ref: `#/${keyword}/Color` };
      const schema = { type: "object", properties: { next: orNode, color }, required: ["color"] };
      expect(inputSchema(node, { target })).toEqual({
        $schema: uri,
        ...schema,
        [keyword]: { Node: schema, Color: { type: "string", enum: ["red"] } },
      });
    }
  });

  it("are left out where there is none", () => {
    expect(inputSchema((to) => to.boolean(), { target: "draft-07" })).toEqual({
      $schema: "http://json-schema.org/draft-07/schema#",
      type: "boolean",
    });
  });
});

describe("collections", () => {
  it("have the notes of their members before their own", () => {
    const notes = { description: "Of the member." };
    const member = [
      "a",
      "a",
      { type: "string", description: "Own." },
      "required",
      undefined,
      notes,
    ] as const;
    expect(wire.structure([member])["properties"]).toEqual({ a: { type: "string", ...notes } });
  });

  it("have the bounds that say something", () => {
    const text = { type: "string" };
    expect(wire.list(text)).toEqual({ type: "array", items: text });
    expect(wire.list(text, 1, 2, true)).toEqual({
      type: "array",
      items: text,
      minItems: 1,
      maxItems: 2,
      uniqueItems: true,
    });
    expect(wire.map(text, text, 0, 0)).toEqual({
      type: "object",
      additionalProperties: text,
      maxProperties: 0,
    });
    expect(wire.map({ type: "string", maxLength: 1 }, text, 1)).toEqual({
      type: "object",
      propertyNames: { type: "string", maxLength: 1 },
      additionalProperties: text,
      minProperties: 1,
    });
  });
});
