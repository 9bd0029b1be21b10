import { JsonNumber } from "../../../runtime/json/json.js";
import type { NodeValue } from "../../model/node.js";

/** The bits of the integer types that have a limit. */
const bits: Readonly<Record<string, bigint>> = {
  byte: 8n,
  short: 16n,
  integer: 32n,
  intEnum: 32n,
  long: 64n,
};

/** Returns what is wrong with a number as a value of an integer type; `undefined` if nothing is. */
export function checkInteger(type: string, value: NodeValue): string | undefined {
  const integer = integerOf(value);
  const shown = value instanceof JsonNumber ? value.text : JSON.stringify(value);
  if (integer === undefined) return `expected an integer for ${type}, found ${shown}`;
  const size = bits[type];
  if (size === undefined || BigInt.asIntN(Number(size), integer) === integer) return undefined;
  const limit = 1n << (size - 1n);
  return `expected an integer from ${-limit} to ${limit - 1n} for ${type}, found ${shown}`;
}

function integerOf(value: NodeValue): bigint | undefined {
  if (typeof value === "number") return Number.isInteger(value) ? BigInt(value) : undefined;
  // Exponents are not expanded: a short text can stand for an integer that does not fit into memory.
  return value instanceof JsonNumber && /^-?\d+$/.test(value.text) ? BigInt(value.text) : undefined;
}
