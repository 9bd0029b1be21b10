import { describe, expect, it } from "vitest";
import { parseDateTime } from "../../../codegen/runtime/timestamps.js";

/** The engine's own reading of a date, which it knows for days that there are. */
function textOf(time: number): string {
  return new Date(time).toISOString().replace(".000Z", "Z");
}

function utc(year: number, month: number, day: number): number {
  // `Date.UTC` takes years below 100 for those of the 20th century.
  return new Date(0).setUTCFullYear(year, month, day) + 45296000;
}

describe("parseDateTime", () => {
  it("knows the first and the last day of every month that there is", () => {
    const wrong: string[] = [];
    for (let year = 1; year <= 9999; year++) {
      for (let month = 0; month < 12; month++) {
        for (const time of [utc(year, month, 1), utc(year, month + 1, 0)]) {
          if (parseDateTime(textOf(time), true)?.getTime() !== time) wrong.push(textOf(time));
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it("knows every day of four centuries, after which they come again", () => {
    const wrong: string[] = [];
    for (let time = utc(1900, 0, 1); time < utc(2300, 0, 1); time += 86400000) {
      if (parseDateTime(textOf(time), true)?.getTime() !== time) wrong.push(textOf(time));
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    "0000-12-31T00:00:00Z",
    "2023-02-29T00:00:00Z",
    "2100-02-29T00:00:00Z",
    "2024-02-30T00:00:00Z",
    "2024-04-31T00:00:00Z",
    "2024-13-01T00:00:00Z",
    "2024-00-01T00:00:00Z",
    "2024-01-00T00:00:00Z",
    "2024-01-01T24:00:00Z",
    "2024-01-01T00:60:00Z",
    "2024-01-01T00:00:60Z",
    "10000-01-01T00:00:00Z",
    "2024-01-01 00:00:00Z",
    "2024-01-01T00:00:00",
  ])("refuses %s", (text) => {
    expect(parseDateTime(text, false)).toBeUndefined();
  });

  it("reads fractions and offsets, the latter not on a server", () => {
    expect(parseDateTime("2024-02-29T12:34:56.789Z", true)).toEqual(
      new Date("2024-02-29T12:34:56.789Z"),
    );
    expect(parseDateTime("2024-02-29T12:34:56+02:00", false)).toEqual(
      new Date("2024-02-29T10:34:56Z"),
    );
    expect(parseDateTime("2024-02-29T12:34:56+02:00", true)).toBeUndefined();
  });
});
