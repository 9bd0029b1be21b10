import { describeRange } from "../check/check-number.js";
import { describeText, readText } from "../json/body.js";
import { wrongType } from "../check/check.js";
import { compareDecimals, isDecimal } from "./decimals.js";
import { isObject, JsonNumber, setEntry, toNumber, typeName } from "../json/json.js";
import { noJsonForm } from "../json/no-json-form.js";
import { at, root, type Key } from "./path.js";
import type { Failure } from "../errors/read-error.js";
import { lenient, mismatch, type ReadPlace } from "./reader.js";
import { report, type CheckPlace } from "../check/validation.js";
import { unwritable, type WritePlace } from "../json/write.js";
import type { JsonValue } from "../types.js";

/** Like `readJson`, but returns a `JsonNumber` for numbers that JavaScript would round. */
export function readExactJson(body: unknown, here: ReadPlace): unknown {
  const json = readExactJsonOrNothing(body, here);
  return json === undefined ? {} : json;
}

/** Like `readJsonOrNothing`, but returns a `JsonNumber` for numbers that JavaScript would round. */
export function readExactJsonOrNothing(body: unknown, here: ReadPlace): unknown {
  const text = readText(body, here);
  if (text === "") return undefined;
  try {
    JSON.parse(text);
  } catch {
    return mismatch(here, "JSON text", describeText(text));
  }
  return parseExact(text);
}

/** Like `Failure.wire`, but with a `JsonNumber` for numbers that JavaScript would round. */
export function readExactErrorBody({ response }: Failure): Record<string, unknown> {
  try {
    const wire = readExactJson(response.body, root(lenient));
    return isObject(wire) ? wire : {};
  } catch {
    return {};
  }
}

/**
 * Parses text that is known to be JSON. Not recursive, so that deep JSON cannot overflow the stack.
 */
function parseExact(text: string): unknown {
  const tokens = /["{}[\]]|[^\s{}[\]:,"]+/g;
  const open: { readonly container: object; key: string | undefined }[] = [];
  let result: unknown;
  for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
    let [token] = match;
    if (token === '"') {
      tokens.lastIndex = endOfString(text, match.index);
      token = text.slice(match.index, tokens.lastIndex);
    }
    const top = open[open.length - 1];
    if (token === "}" || token === "]") {
      open.pop();
    } else if (top !== undefined && !Array.isArray(top.container) && top.key === undefined) {
      top.key = JSON.parse(token) as string;
    } else {
      const value = token === "{" ? {} : token === "[" ? [] : parseScalar(token);
      if (top === undefined) result = value;
      else if (Array.isArray(top.container)) top.container.push(value);
      else setEntry(top.container as Record<string, unknown>, top.key ?? "", value);
      if (top !== undefined) top.key = undefined;
      if (token === "{" || token === "[") open.push({ container: value as object, key: undefined });
    }
  }
  return result;
}

/**
 * Returns the end of a string that begins at `start`. A regular expression overflows on long
 * strings.
 */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end + 1;
}

function isEscaped(text: string, index: number): boolean {
  let first = index;
  while (text[first - 1] === "\\") first--;
  return (index - first) % 2 === 1;
}

function parseScalar(token: string): unknown {
  if (!/^[-\d]/.test(token)) return JSON.parse(token);
  const number = Number(token);
  // Integers beyond 2^53 - 1 may have been rounded.
  const isExact = Number.isSafeInteger(number) || !Number.isInteger(number);
  return isExact && String(number) === token ? number : new JsonNumber(token);
}

/** Reads a bigInteger: an integral JSON number. */
export function readBigInteger(value: unknown, here: ReadPlace, key: Key): bigint {
  if (Number.isSafeInteger(value)) return BigInt(value as number);
  const text = numberText(value);
  if (text !== undefined && /^-?\d+$/.test(text)) return toBigInt(text, at(here, key));
  // A number with a fraction or an exponent can be an integer, such as 1.5e3.
  const number = toNumber(value);
  return Number.isSafeInteger(number)
    ? BigInt(number as number)
    : mismatch(
        at(here, key),
        "an integer",
        text === undefined ? typeName(value) : "another number",
      );
}

/** Reads a bigDecimal: the text of a JSON number. */
export function readBigDecimal(value: unknown, here: ReadPlace, key: Key): string {
  return numberText(value) ?? mismatch(at(here, key), "a number", typeName(value));
}

function numberText(value: unknown): string | undefined {
  if (value instanceof JsonNumber) return value.text;
  if (typeof value === "bigint") return String(value);
  return typeof value === "number" && Number.isFinite(value) ? String(value) : undefined;
}

/** A limit, since the time for parsing is quadratic in the number of digits. */
const maxDigits = 100_000;

function toBigInt(text: string, place: ReadPlace): bigint {
  return text.length <= maxDigits
    ? BigInt(text)
    : mismatch(place, `an integer of at most ${maxDigits} digits`, "a longer integer");
}

/** Parses a bigInteger in a label, query parameter or header. */
export function parseBigInteger(text: string, here: ReadPlace, key: Key): bigint {
  return /^-?\d+$/.test(text)
    ? toBigInt(text, at(here, key))
    : mismatch(at(here, key), "an integer", "text in another format");
}

/** Parses a bigDecimal in a label, query parameter or header. */
export function parseBigDecimal(text: string, here: ReadPlace, key: Key): string {
  return isDecimal(text) ? text : mismatch(at(here, key), "a number", "text in another format");
}

/** Writes a bigInteger as a JSON number with all digits. */
export function writeBigInteger(value: bigint, here: WritePlace, key: Key): JsonValue {
  if (typeof value !== "bigint") return unwritable(at(here, key), "a bigint", typeName(value));
  return new JsonNumber(String(value)) as unknown as JsonValue;
}

/** Writes a bigDecimal as a JSON number with all digits. */
export function writeBigDecimal(value: string, here: WritePlace, key: Key): JsonValue {
  if (typeof value !== "string" || !isDecimal(value))
    return unwritable(at(here, key), "a decimal number as text", typeName(value));
  return new JsonNumber(value) as unknown as JsonValue;
}

/** Returns the JSON text of a value, with all digits of numbers. */
export function writeExactJson(value: unknown): string {
  try {
    return writeValue(value) ?? noJsonForm(value);
  } catch {
    return noJsonForm(value);
  }
}

/** Like `JSON.stringify`, including `undefined` for functions and symbols, but with all digits. */
function writeValue(value: unknown): string | undefined {
  if (value instanceof JsonNumber) return value.text;
  if (Array.isArray(value)) return `[${value.map((item) => writeValue(item) ?? "null").join(",")}]`;
  if (typeof value !== "object" || value === null || value instanceof Date)
    return JSON.stringify(value);
  const members: string[] = [];
  for (const [name, item] of Object.entries(value)) {
    const text = writeValue(item);
    if (text !== undefined) members.push(`${JSON.stringify(name)}:${text}`);
  }
  return `{${members.join(",")}}`;
}

/** Checks a bigDecimal: the text of a JSON number, within a range. */
export function checkBigDecimal(
  value: unknown,
  here: CheckPlace,
  key: Key,
  min: number = -Infinity,
  max: number = Infinity,
  sensitive?: boolean,
): void {
  if (value == null) return;
  if (typeof value !== "string" || !isDecimal(value)) {
    wrongType(value, here, key, "a decimal number as text");
  } else if (
    (min !== -Infinity && compareDecimals(value, String(min)) < 0) ||
    (max !== Infinity && compareDecimals(value, String(max)) > 0)
  ) {
    report(at(here, key), "range", describeRange(min, max), sensitive ? "another number" : value);
  }
}
