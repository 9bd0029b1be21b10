import { RE2JS } from "re2js";

/**
 * A pattern for which JavaScript's backtracking engine can take too long. RE2JS takes time linear
 * in the length of the text.
 */
export interface LinearPattern {
  /** Absent if the pattern can take exponential time. */
  readonly regExp?: RegExp;
  /** The maximum length of text for `regExp`, in UTF-16 units. */
  readonly limit?: number;
  /** The pattern in RE2's syntax. */
  readonly linear: string;
  /** `linear`, once it has been compiled. */
  compiled?: RE2JS;
}

/** Chooses the engine for a text: JavaScript's, which is faster, or RE2JS for long texts. */
export function choosePattern(
  pattern: LinearPattern,
  text: unknown,
): { test(text: string): boolean } {
  const { regExp, limit = 0 } = pattern;
  if (regExp !== undefined && typeof text === "string" && text.length <= limit) return regExp;
  return (pattern.compiled ??= RE2JS.compile(pattern.linear));
}
