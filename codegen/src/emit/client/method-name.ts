import type { Operation } from "../../ir/service.js";

/** Returns the name of a method, as `MethodName` of the runtime says. */
export function methodName({ symbol }: Operation): string {
  const name = `${symbol.slice(0, 1).toLowerCase()}${symbol.slice(1)}`;
  return name === "constructor" || name === "then" ? `${name}$` : name;
}
