import { translatePattern } from "../patterns/dialects.js";
import type { Pattern } from "./ir.js";

/**
 * Compiles a pattern of a model, which should be ECMA-262 with the `u` flag (Smithy 2.0, "pattern trait").
 * Many models contain Java or PCRE patterns; these are translated if JavaScript has an equivalent.
 * @returns the pattern, or `undefined` if JavaScript has no equivalent
 */
export function compilePattern(source: string): Pattern | undefined {
  // POSIX classes and class intersections, which JavaScript would parse as lists of characters.
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
