import type { Pattern } from "./ir.js";

/**
 * Compiles a pattern of a model, which is ECMA-262 with the `u` flag (Smithy 2.0, "pattern trait").
 * Many models escape punctuation that needs no escape, which that flag refuses: such backslashes
 * are dropped. Anything else that JavaScript does not know is not guessed at.
 * @returns the pattern, or `undefined` where it is no pattern of JavaScript
 */
export function compilePattern(source: string): Pattern | undefined {
  // POSIX classes, which JavaScript would read as a set of single characters.
  if (/\[\[?\^?:\^?[a-z]+:\]/.test(source)) return undefined;
  // Java's intersection of classes, of which JavaScript would read the ampersands as characters.
  if (/\[[^\]]*&&\[/.test(source)) return undefined;
  for (const candidate of [source, dropNeedlessEscapes(source)]) {
    try {
      return { source, regExp: new RegExp(candidate, "u") };
    } catch {
      continue;
    }
  }
  return undefined;
}

function dropNeedlessEscapes(source: string): string {
  let inClass = false;
  return source.replace(/\\[\s\S]|[[\]]/g, (token) => {
    if (token === "[") inClass = true;
    else if (token === "]") inClass = false;
    else if (/^\\[^A-Za-z0-9^$\\.*+?()[\]{}|/-]$/.test(token) || (token === "\\-" && !inClass)) {
      return token.slice(1);
    }
    return token;
  });
}
