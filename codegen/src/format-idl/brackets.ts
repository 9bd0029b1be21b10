import { step, width, type Source } from "./source.js";

/** Something between brackets. */
export interface Item {
  /** Where it begins. Comments before are printed above it. */
  readonly start: number;
  /** Up to where comments inside of it are printed above it; its start by default. */
  readonly bodyStart?: number;
  readonly end: number;
  /** Whether it needs lines of its own. */
  readonly isBlock: boolean;
  /** @param column where it begins on its line */
  readonly print: (indent: number, column: number) => string;
}

/** Items in brackets. */
export interface Brackets {
  readonly open: string;
  readonly close: string;
  /** Whether there are spaces inside of the brackets on one line. */
  readonly isPadded?: boolean;
  /** Whether every item is on a line of its own, even if they fit on one. */
  readonly mustBreak?: boolean;
  readonly items: readonly Item[];
  /** Whether a single item stays on the line, even if it is too long. */
  readonly keepsOne?: boolean;
  /** Where the inside of the brackets begins and ends. */
  readonly from: number;
  readonly to: number;
}

/**
 * Prints items in brackets: on one line with commas if they fit and none needs lines of its own, otherwise each on a
 * line of its own without commas.
 * @param column where the opening bracket is on its line
 * @param reserve how many characters follow the closing one on its line
 */
export function printBrackets(
  source: Source,
  brackets: Brackets,
  { indent, column, reserve }: { indent: number; column: number; reserve: number },
): string {
  const { open, close, items, from, to, isPadded, mustBreak = false, keepsOne } = brackets;
  const hasComments = source.hasComments(from, to);
  if (items.length === 0 && !hasComments) return `${open}${close}`;
  if (!hasComments && !mustBreak && !items.some(({ isBlock }) => isBlock)) {
    const inside = items.map(({ print }) => print(indent, 0)).join(", ");
    const padding = isPadded === true ? " " : "";
    const line = `${open}${padding}${inside}${padding}${close}`;
    if (keepsOne === true && items.length === 1) return line;
    if (column + line.length + reserve <= width) return line;
  }
  return `${open}\n${printLines(source, items, { from, to, indent: indent + step })}${" ".repeat(indent)}${close}`;
}

function printLines(
  source: Source,
  items: readonly Item[],
  { from, to, indent }: { from: number; to: number; indent: number },
): string {
  let text = "";
  let previous = from;
  for (const { start, bodyStart, end, print } of items) {
    text += source.printComments(previous, bodyStart ?? start, indent, start);
    text += `${" ".repeat(indent)}${print(indent, indent)}${source.printTrailing(end)}\n`;
    previous = end;
  }
  return text + source.printComments(previous, to, indent);
}
