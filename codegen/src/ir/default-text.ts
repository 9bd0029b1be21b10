import type { DefaultValue } from "./ir.js";

/** Returns a default as JSON text, in which a bigint is a number. */
export function defaultText(value: DefaultValue): string {
  return typeof value === "bigint" ? String(value) : JSON.stringify(value);
}
