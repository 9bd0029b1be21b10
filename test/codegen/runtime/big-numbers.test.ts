import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  readBigDecimal,
  readBigInteger,
  readExactJson,
  writeBigDecimal,
  writeBigInteger,
  writeExactJson,
} from "../../../codegen/runtime/values/big-numbers.js";
import { SerializationException } from "../../../codegen/runtime/errors/errors.js";
import { root } from "../../../codegen/runtime/values/path.js";
import {
  readDocument,
  readFloat,
  readInteger,
  readObject,
  readString,
} from "../../../codegen/runtime/json/read-json.js";
import { strict } from "../../../codegen/runtime/values/reader.js";
import {
  readDateTime,
  readEpochSeconds,
  readHttpDate,
} from "../../../codegen/runtime/values/timestamps.js";
import { clientRoot } from "../../../codegen/runtime/json/write.js";

const here = root(strict);
const read = (text: string): Record<string, unknown> =>
  readExactJson(text, here) as Record<string, unknown>;

describe("exact JSON", () => {
  it("is what JSON.parse makes of it, where no number needs more than JavaScript has", () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), (text) => {
        const exact = readExactJson(text, here);
        expect(JSON.stringify(exact)).toBe(JSON.stringify(JSON.parse(text) as unknown));
      }),
    );
  });

  it("keeps every digit of big integers", () => {
    fc.assert(
      fc.property(fc.bigInt(), (value) => {
        const text = writeExactJson({ value: writeBigInteger(value, clientRoot, "value") });
        expect(readBigInteger(read(text)["value"], here, "value")).toBe(value);
      }),
    );
  });

  it("keeps every digit of decimals", () => {
    const text = writeExactJson({
      value: writeBigDecimal("-1.500000000000000000001e-400", clientRoot, "v"),
    });
    expect(text).toBe('{"value":-1.500000000000000000001e-400}');
    expect(readBigDecimal(read(text)["value"], here, "value")).toBe(
      "-1.500000000000000000001e-400",
    );
  });

  it.each(["1e9", "1000000000", "1.0e9"])("reads %s as a bigInteger", (text) => {
    expect(readBigInteger(read(`{"n":${text}}`)["n"], here, "n")).toBe(1000000000n);
  });

  it.each([
    ["1.5", "an integer", "another number"],
    ['"1"', "an integer", "a string"],
    ["9".repeat(100_001), "an integer of at most 100000 digits", "a longer integer"],
  ])("refuses a bigInteger that is none or too long", (text, expected, received) => {
    expect(() => readBigInteger(read(`{"n":${text}}`)["n"], here, "n")).toThrow(
      expect.objectContaining({ name: "SerializationException", expected, received }),
    );
  });

  it("leaves numbers of other types what they are, however they are written", () => {
    const { float, integer, seconds, document } = read(
      '{"float":1.50,"integer":1e2,"seconds":1.0,"document":{"a":[2.50]}}',
    );
    expect(readFloat(float, here, "float")).toBe(1.5);
    expect(readInteger(integer, here, "integer", 0, 100)).toBe(100);
    expect(readEpochSeconds(seconds, here, "seconds")).toEqual(new Date(1000));
    expect(readDocument(document, here, "document")).toStrictEqual({ a: [2.5] });
    expect(() => readString(float, here, "float")).toThrow("received a number");
    expect(() => readObject(float, here)).toThrow("received a number");
  });

  it("is reported in the same words as the number that JSON.parse returns", () => {
    for (const text of ["1e300", "9007199254740993", "1.50", "-1e-400"]) {
      for (const readOne of [readEpochSeconds, readDateTime, readHttpDate, readString]) {
        const parsed = JSON.parse(`{"n":${text}}`) as Record<string, unknown>;
        const messages = [read(`{"n":${text}}`), parsed].map((json) => {
          try {
            return readOne(json["n"], here, "n");
          } catch (error) {
            return (error as Error).message;
          }
        });
        expect(messages[0]).toEqual(messages[1]);
      }
    }
  });

  it("reads strings of any length, escaped or not", () => {
    for (const unit of ["a", "\\n", "\\\\", '\\"']) {
      const text = `{"s":"${unit.repeat(12_000_000 / unit.length)}"}`;
      expect(read(text)).toEqual(JSON.parse(text));
    }
  });

  it("refuses what has no form in JSON", () => {
    const cycle: Record<string, unknown> = {};
    cycle["self"] = cycle;
    for (const value of [cycle, { n: 1n }])
      expect(() => writeExactJson(value)).toThrow(SerializationException);
  });

  it.each([1, "1", null])("refuses to write %j as a bigInteger", (value) => {
    expect(() => writeBigInteger(value as unknown as bigint, clientRoot, "n")).toThrow(
      SerializationException,
    );
  });
});
