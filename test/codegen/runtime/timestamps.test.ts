import { afterEach, describe, expect, it, vi } from "vitest";
import { splitHttpDates } from "../../../codegen/runtime/http/headers.js";
import { parseDateTime, parseHttpDate } from "../../../codegen/runtime/values/timestamps.js";

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

/** The three forms of an HTTP date, as RFC 9110, section 5.6.7 shows them. */
const sameTime = [
  "Sun, 06 Nov 1994 08:49:37 GMT",
  "Sunday, 06-Nov-94 08:49:37 GMT",
  "Sun Nov  6 08:49:37 1994",
] as const;

describe("parseHttpDate", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([...sameTime, "Sun, 6 Nov 1994 08:49:37 GMT", "Sun Nov 6 08:49:37 1994"])(
    "reads %s on both sides",
    (text) => {
      const date = new Date("1994-11-06T08:49:37Z");
      expect(parseHttpDate(text, true)).toEqual(date);
      expect(parseHttpDate(text, false)).toEqual(date);
    },
  );

  it("reads every day of a year in each form", () => {
    const wrong: string[] = [];
    for (let time = utc(2024, 0, 1); time < utc(2025, 0, 1); time += 86400000) {
      const fixdate = new Date(time).toUTCString();
      const [, day = "", month = "", year = "", clock = ""] =
        /^\w+, (\d\d) (\w+) (\d+) (\S+) GMT$/.exec(fixdate) ?? [];
      const weekday = new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" });
      for (const text of [
        fixdate,
        `${weekday.format(time)}, ${day}-${month}-${year.slice(2)} ${clock} GMT`,
        `${fixdate.slice(0, 3)} ${month} ${day.replace(/^0/, " ")} ${clock} ${year}`,
      ]) {
        if (parseHttpDate(text, true)?.getTime() !== time) wrong.push(text);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("reads a fraction of an IMF-fixdate for clients only", () => {
    const text = "Sun, 06 Nov 1994 08:49:37.5 GMT";
    expect(parseHttpDate(text, false)).toEqual(new Date("1994-11-06T08:49:37.500Z"));
    expect(parseHttpDate(text, true)).toBeUndefined();
  });

  it.each([
    ["2026-11-25T00:00:00Z", "25-Nov-76 00:00:00", "2076-11-25T00:00:00Z"],
    ["2026-11-25T00:00:00Z", "25-Nov-76 00:00:01", "1976-11-25T00:00:01Z"],
    ["2026-11-25T00:00:00Z", "26-Nov-26 00:00:00", "2026-11-26T00:00:00Z"],
    ["2060-01-01T00:00:00Z", "01-Jan-05 00:00:00", "2105-01-01T00:00:00Z"],
    ["2060-01-01T00:00:00Z", "29-Feb-00 00:00:00", "2000-02-29T00:00:00Z"],
    ["2060-01-01T00:00:00Z", "01-Jan-50 00:00:00", "2050-01-01T00:00:00Z"],
  ])("at %s takes %s for %s, which is at most 50 years ahead", (now, text, want) => {
    vi.useFakeTimers({ now: new Date(now) });
    expect(parseHttpDate(`Sunday, ${text} GMT`, true)).toEqual(new Date(want));
  });

  it.each([
    "Sun, 006 Nov 1994 08:49:37 GMT",
    "Sun, 06 Nov 94 08:49:37 GMT",
    "Sun, 06-Nov-94 08:49:37 GMT",
    "Sunday, 6-Nov-94 08:49:37 GMT",
    "Sunday, 06-Nov-1994 08:49:37 GMT",
    "Sun Nov  06 08:49:37 1994",
    "Sun Nov  6 08:49:37 94",
    "Sun, Nov  6 08:49:37 1994",
    "Sun Nov 31 08:49:37 1994",
    "Sun, 06 Foo 1994 08:49:37 GMT",
    "Sun, 06 Nov 1994 24:00:00 GMT",
    "Sun, 06 Nov 1994 08:49:37",
    "Sun, 06 Nov 1994 08:49:37 UTC",
    "sun, 06 nov 1994 08:49:37 gmt",
    "",
  ])("refuses %j", (text) => {
    expect(parseHttpDate(text, false)).toBeUndefined();
  });
});

describe("splitHttpDates", () => {
  it("finds each date of a list, whatever its form and that of its neighbours", () => {
    for (const first of sameTime) {
      expect(splitHttpDates(first)).toEqual([first]);
      for (const second of sameTime) {
        for (const third of sameTime) {
          const list = [first, second, third];
          expect(splitHttpDates(list.join(", "))).toEqual(list);
          expect(splitHttpDates(list.join(","))).toEqual(list);
        }
      }
    }
  });

  it("finds none in an empty header, and loses no text that is not a date", () => {
    expect(splitHttpDates("")).toEqual([]);
    expect(splitHttpDates(" ")).toEqual([]);
    expect(splitHttpDates("Sun")).toEqual(["Sun"]);
    expect(splitHttpDates("1,2")).toEqual(["1", "2"]);
  });
});
