import { readExactJson } from "../../runtime/values/big-numbers.js";
import { JsonNumber, setEntry } from "../../runtime/json/json.js";
import { root } from "../../runtime/values/path.js";
import { lenient } from "../../runtime/values/reader.js";

/** Traits whose integers are read exactly, since they can be values of `long` and `bigInteger`. */
const exactTraits: ReadonlySet<string> = new Set(["smithy.api#range", "smithy.api#default"]);

/**
 * Returns the value of a JSON text in which large integers of ranges and defaults are bigints, since
 * JavaScript would round them.
 * @param json the result of `JSON.parse`, which is returned if the text has no such integers
 */
export function withExactNumbers(json: unknown, text: string): unknown {
  if (!/[\s:[,-]\d{16}/.test(text)) return json;
  return withBigInts(readExactJson(text, root(lenient)));
}

/** Replaces the `JsonNumber`s in a value: with bigints in ranges and defaults, otherwise with the nearest numbers. */
export function withBigInts(exact: unknown): unknown {
  const pending = [{ container: exact, isExact: false }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const container = next.container as Record<string, unknown>;
    for (const key of Object.keys(container)) {
      const value = container[key];
      const isExact = next.isExact || exactTraits.has(key);
      if (value instanceof JsonNumber) setEntry(container, key, numberOf(value, isExact));
      else if (typeof value === "object" && value !== null)
        pending.push({ container: value, isExact });
    }
  }
  return exact;
}

function numberOf({ text }: JsonNumber, isExact: boolean): number | bigint {
  const number = Number(text);
  return isExact && /^-?\d+$/.test(text) && !Number.isSafeInteger(number) ? BigInt(text) : number;
}
