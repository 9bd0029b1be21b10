import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeBase64 } from "../../../codegen/runtime/values/base64.js";
import type { Target } from "../../../codegen/runtime/types.js";
import { memory, onWire, structureOf, wire } from "../support/schemas.js";

describe("scalars on the wire and in memory", () => {
  const bounds = { minimum: 1, maximum: 2 };

  it.each<[name: string, target: Target, wire: object, memory: object | RegExp]>([
    ["boolean", "boolean", { type: "boolean" }, { type: "boolean" }],
    ["string", "string", { type: "string" }, { type: "string" }],
    [
      "bounded string",
      { type: "string", length: [1, 2], pattern: /a/u },
      { type: "string", minLength: 1, maxLength: 2, pattern: "a" },
      { type: "string", minLength: 1, maxLength: 2, pattern: "a" },
    ],
    [
      "byte",
      { type: "byte", range: [0, Infinity] },
      { type: "integer", minimum: 0, maximum: 127 },
      { type: "integer", minimum: 0, maximum: 127 },
    ],
    [
      "short that its range does not narrow",
      { type: "short", range: [-1e6, 1e6] },
      { type: "integer", minimum: -32768, maximum: 32767 },
      { type: "integer", minimum: -32768, maximum: 32767 },
    ],
    ["long", "long", { type: "integer" }, { type: "integer" }],
    [
      "bounded long",
      { type: "long", range: [1, 2] },
      { type: "integer", ...bounds },
      { type: "integer", ...bounds },
    ],
    [
      "float",
      "float",
      { anyOf: [{ type: "number" }, { enum: ["NaN", "Infinity", "-Infinity"] }] },
      { type: "number" },
    ],
    [
      "float with a least value",
      { type: "float", range: [1, Infinity] },
      { anyOf: [{ type: "number", minimum: 1 }, { enum: ["Infinity"] }] },
      { type: "number", minimum: 1 },
    ],
    [
      "float with a greatest value",
      { type: "float", range: [-Infinity, 2] },
      { anyOf: [{ type: "number", maximum: 2 }, { enum: ["-Infinity"] }] },
      { type: "number", maximum: 2 },
    ],
    [
      "bounded float",
      { type: "float", range: [1, 2] },
      { type: "number", ...bounds },
      { type: "number", ...bounds },
    ],
    ["unbounded bigInteger", "bigInteger", { type: "integer" }, /a bigint/],
    ["unbounded bigDecimal", "bigDecimal", { type: "number" }, { type: "string" }],
    ["unbounded blob", "blob", expect.not.objectContaining({ minLength: 0 }) as object, /./],
    [
      "bigInteger",
      { type: "bigInteger", range: [1, 2n] },
      { type: "integer", ...bounds },
      /a bigint/,
    ],
    [
      "bigDecimal",
      { type: "bigDecimal", range: [1, 2] },
      { type: "number", ...bounds },
      { type: "string" },
    ],
    [
      "blob",
      { type: "blob", length: [3, 4] },
      expect.objectContaining({ contentEncoding: "base64", minLength: 4, maxLength: 8 }) as object,
      /a Uint8Array/,
    ],
  ])("%s", (_, target, ofWire, ofMemory) => {
    expect(wire(target)).toEqual(ofWire);
    if (ofMemory instanceof RegExp) expect(() => memory(target)).toThrow(ofMemory);
    else expect(memory(target)).toEqual(ofMemory);
  });

  it.each(["date-time", "http-date", "epoch-seconds"] as const)(
    "a timestamp of %s is what JSON.stringify makes of a Date in memory",
    (format) => {
      expect(memory({ type: "timestamp", format })).toEqual({
        type: "string",
        format: "date-time",
      });
    },
  );

  it("a blob's base64 is what the codec decodes", () => {
    const { pattern } = wire("blob");
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
    const { minimum, maximum } = wire({ type: "timestamp", format: "epoch-seconds" });
    expect(new Date(Number(minimum) * 1000).toISOString()).toBe("0001-01-01T00:00:00.000Z");
    expect(new Date(Number(maximum) * 1000).toISOString()).toBe("9999-12-31T23:59:59.999Z");
  });

  // The form of RFC 3339 in UTC, and RFC 9110's preferred form.
  it("dates are in their forms", () => {
    const dateTime = new RegExp(
      wire({ type: "timestamp", format: "date-time" })["pattern"] as string,
    );
    const httpDate = new RegExp(
      wire({ type: "timestamp", format: "http-date" })["pattern"] as string,
    );
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
    const definition = (values: Record<string, string | number>): unknown => {
      const target = { type: "enum", name: "E", values } as const;
      return onWire(structureOf(["m", "m", target]))["$defs"];
    };
    expect(definition({ A: "a", B: "b" })).toEqual({ E: { type: "string", enum: ["a", "b"] } });
    expect(definition({ A: 1 })).toEqual({ E: { type: "integer", enum: [1] } });
  });
});
