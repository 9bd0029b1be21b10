import type { DefaultValue } from "./ir.js";

/** A default as JSON text; a bigint is a number in JSON. */
export function defaultText(value: DefaultValue): string {
  return typeof value === "bigint" ? String(value) : JSON.stringify(value);
}
