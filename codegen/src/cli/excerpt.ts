import { readFileSync, statSync } from "node:fs";
import { escapeControls } from "../diagnostics/text.js";
import { colors } from "./colors.js";

/** A place in a file. Lines and columns count from 1; columns count UTF-16 code units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const maxBytes = 1024 * 1024;
const maxWidth = 120;

/**
 * Returns the line of a place, with a caret below the column; `undefined` if the file cannot be read again, as it is
 * with standard input, or is so large that reading it takes time.
 */
export function excerptOf({ file, line, column }: Place): string | undefined {
  const text = lineOf(file, line);
  if (text === undefined) return undefined;
  // Of a long line, the part around the column is shown.
  const start = column > maxWidth ? column - maxWidth / 2 : 0;
  const shown = escapeControls(text.slice(start, start + maxWidth).replaceAll("\t", " "));
  const gutter = `${line} | `;
  const indent = " ".repeat(gutter.length + Math.max(column - 1 - start, 0));
  return `${colors.dim(gutter)}${shown}\n${indent}${colors.red("^")}`;
}

function lineOf(file: string, line: number): string | undefined {
  try {
    if (statSync(file).size > maxBytes) return undefined;
    return readFileSync(file, "utf8").split(/\r?\n/, line)[line - 1];
  } catch {
    return undefined;
  }
}
