import { JsonNumber, setEntry } from "../../runtime/json/json.js";
import { readExactJson } from "../../runtime/values/big-numbers.js";
import { compareDecimals } from "../../runtime/values/decimals.js";
import { root } from "../../runtime/values/path.js";
import { lenient } from "../../runtime/values/reader.js";
import type { NodeValue } from "./node.js";

/** The value of a number as it is written: a `JsonNumber` if a double has another value. */
export function exactNumber(text: string): number | JsonNumber {
  const number = Number(text);
  // The most common case, and the only one whose comparison is not needed.
  if (Number.isSafeInteger(number) && String(number) === text) return number;
  const isExact = Number.isFinite(number) && compareDecimals(text, String(number)) === 0;
  // The text of a large integer may be that of another one, which has the same double.
  const isLarge = Number.isInteger(number) && !Number.isSafeInteger(number);
  return isExact && !isLarge ? number : new JsonNumber(text);
}

/** Numbers that a double may not hold: many digits, or an exponent of three. */
const suspicious = /\d{16}|\d\.\d{12}|\.\d{14}|[eE][+-]?\d{3}/;

/**
 * Returns the value of a JSON text with exact numbers.
 * @param json the result of `JSON.parse`, which is returned if the text has no numbers that a double cannot hold
 */
export function withExactNodes(json: unknown, text: string): NodeValue {
  if (!suspicious.test(text)) return json as NodeValue;
  const holder = { root: readExactJson(text, root(lenient)) };
  const pending: object[] = [holder];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const container = next as Record<string, unknown>;
    for (const key of Object.keys(container)) {
      const value = container[key];
      if (value instanceof JsonNumber) setEntry(container, key, exactNumber(value.text));
      else if (typeof value === "object" && value !== null) pending.push(value);
    }
  }
  return holder.root as NodeValue;
}
