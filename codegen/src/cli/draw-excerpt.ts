import type { Excerpt } from "../diagnostics/diagnostic.js";
import { colors } from "./colors.js";

/** A line of a file, and a caret below the place. */
export function drawExcerpt({ text, column }: Excerpt, line: number): string {
  const number = `  ${line} | `;
  const margin = " ".repeat(number.length - 2);
  const caret = colors.red("^");
  return `${colors.dim(number)}${text}\n${colors.dim(`${margin}| `)}${" ".repeat(column - 1)}${caret}`;
}
