import type { TextRange } from "./json-places.js";

/**
 * Returns the word at a line and column, which count from 1 in UTF-16 code units. What is beyond the text is its end.
 */
export function rangeAtLine(text: string, line: number, column: number): TextRange {
  let start = 0;
  for (let count = 1; count < line; count++) {
    const next = text.indexOf("\n", start);
    if (next === -1) break;
    start = next + 1;
  }
  const from = Math.min(start + column - 1, text.length);
  const word = /^(?:[\w#$.@]+|"[^"\n]*"?|.)/.exec(text.slice(from))?.[0] ?? "";
  return { from, to: from + word.length };
}
