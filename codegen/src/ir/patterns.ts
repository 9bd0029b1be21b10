import { translatePattern } from "../patterns/dialects.js";
import type { Pattern } from "./ir.js";

/**
 * Compiles a pattern of a model, which is ECMA-262 with the `u` flag (Smithy 2.0, "pattern trait").
 * Many models hold patterns of Java or PCRE; these are translated where JavaScript has an equal.
 * @returns the pattern, or `undefined` where JavaScript has none
 */
export function compilePattern(source: string): Pattern | undefined {
  // POSIX classes and intersections of classes, whose parts JavaScript would read as single characters.
  const isForeign = /\[\[?\^?:\^?[a-z]+:\]|\[[^\]]*&&\[/.test(source);
  for (const candidate of isForeign ? [translated(source)] : [source, translated(source)]) {
    if (candidate === undefined) continue;
    try {
      return { source, regExp: new RegExp(candidate, "u") };
    } catch {
      continue;
    }
  }
  return undefined;
}

function translated(source: string): string | undefined {
  return /^\[\^?:\^?[a-z]+:\]|[^[]\[\^?:\^?[a-z]+:\]/.test(source)
    ? undefined
    : translatePattern(source);
}
