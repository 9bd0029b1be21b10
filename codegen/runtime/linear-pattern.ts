import { RE2JS } from "re2js";

/**
 * A pattern on which JavaScript's engine, which tries alternatives one after another, can take too
 * long. RE2JS follows all of them at once, in time proportional to the length of the text.
 */
export interface LinearPattern {
  /** Absent where that can take exponential time. */
  readonly regExp?: RegExp;
  /** The longest text, in UTF-16 units, for `regExp`. */
  readonly limit?: number;
  /** The pattern in RE2's syntax. */
  readonly linear: string;
  /** `linear`, once it has been compiled. */
  compiled?: RE2JS;
}

/** Chooses the engine for a text: JavaScript's, which is faster, or for longer texts RE2JS. */
export function choosePattern(
  pattern: LinearPattern,
  text: unknown,
): { test(text: string): boolean } {
  const { regExp, limit = 0 } = pattern;
  if (regExp !== undefined && typeof text === "string" && text.length <= limit) return regExp;
  return (pattern.compiled ??= RE2JS.compile(pattern.linear));
}
