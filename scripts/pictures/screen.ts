import xterm from "@xterm/headless";
import wrapAnsi from "wrap-ansi";
import type { Recorded } from "./record.js";

/** The width of the terminal in characters. */
export const columns = 88;

/** A part of a line in one style. */
export interface Span {
  readonly text: string;
  /** The column that it begins in. */
  readonly column: number;
  /** The number of its colour in the palette of terminals, if it has one. */
  readonly color: number | undefined;
  readonly isBold: boolean;
  readonly isDim: boolean;
}

/** A line of the screen. */
export interface Line {
  readonly spans: readonly Span[];
  /** Whether the user typed it. */
  readonly isCommand: boolean;
}

/** Shows commands and their outputs on a terminal, which breaks lines and reads the ANSI codes. */
export async function toLines(recorded: readonly Recorded[]): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [index, { command, output }] of recorded.entries()) {
    const isAfterComment = recorded[index - 1]?.command.startsWith("#") === true;
    if (index > 0 && !isAfterComment) lines.push({ spans: [], isCommand: false });
    const typed = await show(
      command.startsWith("#")
        ? `\u001b[2m${command}\u001b[22m`
        : `\u001b[32m$\u001b[39m \u001b[1m${command}\u001b[22m`,
    );
    lines.push(...typed.map((spans) => ({ spans, isCommand: true })));
    if (output === "") continue;
    const printed = await show(output.trimEnd().split("\n").map(breakLine).join("\n"));
    lines.push(...printed.map((spans) => ({ spans, isCommand: false })));
  }
  return lines;
}

/** Breaks a line between words, where a terminal would do so within them, and indents the rest. */
function breakLine(line: string): string {
  const [first = "", ...others] = wrapAnsi(line, columns - 2, { trim: false }).split("\n");
  // Codes of colours are repeated at the start of each line.
  // eslint-disable-next-line no-control-regex
  return [first, ...others.map((rest) => rest.replace(/^((?:\u001b\[\d+m)*) */, "  $1"))].join(
    "\n",
  );
}

async function show(text: string): Promise<Span[][]> {
  const rows = 200;
  const terminal = new xterm.Terminal({
    cols: columns,
    rows,
    allowProposedApi: true,
    convertEol: true,
  });
  await new Promise<void>((resolve) => {
    terminal.write(text, resolve);
  });
  const { active } = terminal.buffer;
  const lines = Array.from({ length: active.cursorY + 1 }, (_, row) =>
    spansOf(active.getLine(row)),
  );
  terminal.dispose();
  return lines;
}

type BufferLine = ReturnType<xterm.Terminal["buffer"]["active"]["getLine"]>;

function spansOf(line: BufferLine): Span[] {
  const spans: Span[] = [];
  for (let column = 0; column < columns; column++) {
    const cell = line?.getCell(column);
    if (cell === undefined) break;
    const style = {
      color: cell.isFgPalette() ? cell.getFgColor() : undefined,
      isBold: cell.isBold() !== 0,
      isDim: cell.isDim() !== 0,
    };
    const text = cell.getChars() === "" ? " " : cell.getChars();
    const last = spans.at(-1);
    const isSame =
      last?.color === style.color && last?.isBold === style.isBold && last.isDim === style.isDim;
    if (last !== undefined && isSame) {
      spans[spans.length - 1] = { ...last, text: last.text + text };
    } else spans.push({ ...style, text, column });
  }
  const end = spans.findLastIndex(({ text }) => text.trim() !== "");
  return spans
    .slice(0, end + 1)
    .map((span, index) => (index === end ? { ...span, text: span.text.trimEnd() } : span))
    .filter(({ text }) => text.trim() !== "");
}
