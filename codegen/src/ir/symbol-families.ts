/*
 * The names that are declared with the name of a shape, so that no other shape may have them.
 */

/** Returns the names that belong to a structure or union. */
export function structureFamily(symbol: string): string[] {
  return [
    ...internalFamily(symbol),
    `serialize${symbol}`,
    `deserialize${symbol}`,
    `validate${symbol}`,
    `read${symbol}Body`,
    `write${symbol}Body`,
    `${symbol}$`,
    `${symbol}Schema`,
    `${symbol}Members`,
    `${symbol}Wire`,
  ];
}

/** Returns the names that belong to a list or map. */
export function internalFamily(symbol: string): string[] {
  return [`read${symbol}`, `write${symbol}`, `check${symbol}`];
}

/** Returns the names that belong to an enum. */
export function enumFamily(symbol: string): string[] {
  return [`check${symbol}`, `${symbol}$`];
}
