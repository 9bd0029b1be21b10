import { toNumber, typeName } from "../json/json.js";
import { at, type Key } from "./path.js";
import { mismatch, type ReadPlace } from "./reader.js";
import { unwritable, type WritePlace } from "../json/write.js";

// Timestamps of Smithy are limited to the years 1 to 9999.
const earliest = -62135596800000;
const latest = 253402300799999;

/** Reads seconds since 1970-01-01T00:00:00Z, with a precision of milliseconds. */
export function readEpochSeconds(value: unknown, here: ReadPlace, key: Key): Date {
  const seconds = toNumber(value);
  const date = typeof seconds === "number" ? fromEpochSeconds(seconds) : undefined;
  return date ?? mismatch(at(here, key), "a number of epoch seconds", kindOf(value));
}

/** Reads an RFC 3339 date-time. A server only accepts UTC. */
export function readDateTime(value: unknown, here: ReadPlace, key: Key): Date {
  const date = typeof value === "string" ? parseDateTime(value, here.context.strict) : undefined;
  return date ?? mismatch(at(here, key), "a date-time (RFC 3339)", kindOf(value));
}

/** Reads an HTTP date in any of the three formats (RFC 9110, section 5.6.7). */
export function readHttpDate(value: unknown, here: ReadPlace, key: Key): Date {
  const date = typeof value === "string" ? parseHttpDate(value, here.context.strict) : undefined;
  return date ?? mismatch(at(here, key), "an HTTP date (RFC 9110)", kindOf(value));
}

function kindOf(value: unknown): string {
  if (typeof value === "string") return "a string in another format";
  return typeof toNumber(value) === "number" ? "a number out of range" : typeName(value);
}

/** @returns the date, or `undefined` outside of the years 1 to 9999 */
export function fromEpochSeconds(seconds: number): Date | undefined {
  // Rounding, since 1398796238.123 * 1000 is not an integer in binary floating point.
  return dateOf(Math.round(seconds * 1000));
}

const dateTime =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** @returns the date, or `undefined` if the text is not an RFC 3339 date-time */
export function parseDateTime(text: string, utcOnly: boolean): Date | undefined {
  if (!dateTime.test(text) || (utcOnly && !text.endsWith("Z"))) return undefined;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  // JavaScript dates roll over: the 30th of February would be the 2nd of March.
  if (day > 28 && day > daysInMonth(year, month)) return undefined;
  // `Date.parse` takes three times as long for the format that services use.
  const time = text.length === 20 ? timeOf(text, daysTo(year, month, day)) : Date.parse(text);
  return dateOf(time);
}

/** Returns the time of a date-time in UTC without a fraction. `days` is counted from 1970-01-01. */
function timeOf(text: string, days: number): number {
  const minutes = days * 1440 + twoDigits(text, 11) * 60 + twoDigits(text, 14);
  return minutes * 60000 + twoDigits(text, 17) * 1000;
}

/**
 * Returns the number of days from 1970-01-01 to a day of the Gregorian calendar. Calculates with
 * years that begin in March, so that the leap day is the last one.
 */
function daysTo(year: number, month: number, day: number): number {
  const years = month > 2 ? year : year - 1;
  const months = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  // March has 31 days, then come 30, 31, 30, 31, 31 and so on: 153 in every five months.
  return years * 365 + leapDays + Math.floor((153 * months + 2) / 5) + day - 719469;
}

function twoDigits(text: string, index: number): number {
  return text.charCodeAt(index) * 10 + text.charCodeAt(index + 1) - 11 * 48;
}

function daysInMonth(year: number, month: number): number {
  return month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;
}

const fixdate =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d\d?) ([A-Z][a-z]{2}) (\d{4}) (\d\d:\d\d:\d\d)(\.\d+)? GMT$/;
const asctime =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([A-Z][a-z]{2}) ( ?\d|\d\d) (\d\d:\d\d:\d\d) (\d{4})$/;
const rfc850 =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (\d\d)-([A-Z][a-z]{2})-(\d\d) (\d\d:\d\d:\d\d) GMT$/;

/**
 * Parses an HTTP date in any of the three formats that a recipient must accept (RFC 9110, section
 * 5.6.7): IMF-fixdate (`Sun, 06 Nov 1994 08:49:37 GMT`, also with a one-digit day), RFC 850
 * (`Sunday, 06-Nov-94 08:49:37 GMT`) and asctime (`Sun Nov  6 08:49:37 1994`). The day of the week
 * is not compared with the date.
 * @param wholeSecondsOnly whether to reject fractions of seconds, which clients accept in an
 * IMF-fixdate
 * @returns the date, or `undefined` if the text is not an HTTP date
 */
export function parseHttpDate(text: string, wholeSecondsOnly: boolean): Date | undefined {
  let match = fixdate.exec(text);
  if (match !== null) {
    const [, day, month, year, time, fraction = ""] = match;
    return wholeSecondsOnly && fraction !== ""
      ? undefined
      : dateOfParts(year, month, day, `${time}${fraction}`);
  }
  match = asctime.exec(text);
  if (match !== null) return dateOfParts(match[4], match[1], match[2], match[3]);
  match = rfc850.exec(text);
  return match === null ? undefined : dateOfShortYear(match);
}

/**
 * Returns the date for a year of two digits: the latest date that is at most 50 years in the future
 * (RFC 9110, section 5.6.7).
 */
function dateOfShortYear([, day, month, digits, time]: RegExpExecArray): Date | undefined {
  const limit = new Date();
  limit.setUTCFullYear(limit.getUTCFullYear() + 50);
  const year = Math.floor(limit.getUTCFullYear() / 100) * 100 + Number(digits);
  const date = dateOfParts(year, month, day, time);
  return date !== undefined && date <= limit ? date : dateOfParts(year - 100, month, day, time);
}

const months = "JanFebMarAprMayJunJulAugSepOctNovDec";

function dateOfParts(
  year: number | string | undefined,
  monthName: string = "",
  day: string = "",
  time: string = "",
): Date | undefined {
  // An invalid name of a month results in an invalid date-time.
  const month = String(months.indexOf(monthName) / 3 + 1).padStart(2, "0");
  return parseDateTime(`${year}-${month}-${day.trim().padStart(2, "0")}T${time}Z`, true);
}

function dateOf(time: number): Date | undefined {
  return isWithin(time) ? new Date(time) : undefined;
}

function isWithin(time: number): boolean {
  return time >= earliest && time <= latest;
}

/** Writes seconds since 1970-01-01T00:00:00Z, with a precision of milliseconds. */
export function writeEpochSeconds(date: Date, here: WritePlace, key: Key): number {
  return valid(date, here, key).getTime() / 1000;
}

/** Writes an RFC 3339 date-time in UTC, with milliseconds unless they are zero. */
export function writeDateTime(date: Date, here: WritePlace, key: Key): string {
  return valid(date, here, key).getUTCMilliseconds() === 0
    ? wholeSeconds(date)
    : date.toISOString();
}

const zero = 0x30;

/** Returns the date-time of a date without milliseconds. `toISOString` takes four times as long. */
function wholeSeconds(date: Date): string {
  const century = Math.floor(date.getUTCFullYear() / 100);
  const year = date.getUTCFullYear() % 100;
  const month = date.getUTCMonth() + 1;
  const day = date.getUTCDate();
  const hour = date.getUTCHours();
  const minute = date.getUTCMinutes();
  const second = date.getUTCSeconds();
  // Fractions of codes are cut off.
  return String.fromCharCode(
    zero + century / 10,
    zero + (century % 10),
    zero + year / 10,
    zero + (year % 10),
    0x2d,
    zero + month / 10,
    zero + (month % 10),
    0x2d,
    zero + day / 10,
    zero + (day % 10),
    0x54,
    zero + hour / 10,
    zero + (hour % 10),
    0x3a,
    zero + minute / 10,
    zero + (minute % 10),
    0x3a,
    zero + second / 10,
    zero + (second % 10),
    0x5a,
  );
}

/** Writes an HTTP date (RFC 9110). Fractions of seconds are truncated. */
export function writeHttpDate(date: Date, here: WritePlace, key: Key): string {
  return valid(date, here, key).toUTCString();
}

function valid(date: Date, here: WritePlace, key: Key): Date {
  if (date instanceof Date && isWithin(date.getTime())) return date;
  return unwritable(
    at(here, key),
    "a Date within the years 1 to 9999",
    date instanceof Date ? "another Date" : typeName(date),
  );
}
