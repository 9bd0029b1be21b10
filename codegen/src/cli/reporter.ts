import { once } from "node:events";
import { entryOf } from "../diagnostics/catalog.js";
import { formatDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import { escapeControls } from "../diagnostics/text.js";
import { colors } from "./colors.js";
import { drawExcerpt } from "./draw-excerpt.js";
import type { DiagnosticMessage, Message } from "./messages.js";
import type { Terminal } from "./terminal.js";

/** Where commands send what they have to say: to people as text, or to programs as JSON. */
export interface Reporter {
  /** Prints an error or a warning. */
  diagnostic(diagnostic: Diagnostic): void;
  /**
   * Prints what a check found, which is a result.
   * @param text the finding for people
   */
  finding(diagnostic: Diagnostic, text: string): void;
  /**
   * Prints a result: as an object on a line of its own, or as text.
   * @param text lines for people; none by default
   */
  result(message: Message, text?: string): Promise<void>;
  /** Prints text for people only. */
  text(text: string): void;
  /** Prints a note for people only, which is no result. */
  note(text: string): void;
  /** Shows lines in place of those that were shown before; only on a terminal. */
  progress(lines: readonly string[]): void;
}

/** Prints text: results to standard output, everything else to standard error. */
export class TextReporter implements Reporter {
  #shown = 0;
  readonly #terminal: Terminal;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  diagnostic(diagnostic: Diagnostic): void {
    const isUsage = diagnostic.code === "SC3001" || diagnostic.code === "SC3007";
    const text = `${isUsage ? "error: " : ""}${formatDiagnostic(diagnostic)}`;
    const code = colors.dim(`[${diagnostic.code}]`);
    const line =
      diagnostic.severity === "error"
        ? `${colors.red(text)} ${code}`
        : `${colors.yellow("warning:")} ${text} ${code}`;
    this.note(line);
    if (diagnostic.excerpt !== undefined && this.#terminal.stderr.isTTY === true)
      this.note(drawExcerpt(diagnostic.excerpt, diagnostic.line ?? 1));
  }

  finding(_: Diagnostic, text: string): void {
    this.text(text);
  }

  async result(_: Message, text?: string): Promise<void> {
    if (text === undefined) return;
    this.progress([]);
    await write(this.#terminal.stdout, `${text}\n`);
  }

  text(text: string): void {
    this.progress([]);
    this.#terminal.stdout.write(`${text}\n`);
  }

  note(text: string): void {
    this.progress([]);
    this.#terminal.stderr.write(`${text}\n`);
  }

  progress(lines: readonly string[]): void {
    const { stderr } = this.#terminal;
    if (stderr.isTTY !== true || (this.#shown === 0 && lines.length === 0)) return;
    const width = stderr.columns ?? 80;
    const cut = lines.map((line) => escapeControls(line).slice(0, width - 1));
    const up = this.#shown > 1 ? `\u001b[${this.#shown - 1}A` : "";
    stderr.write(`\r${up}\u001b[J${cut.join("\n")}`);
    this.#shown = cut.length;
  }
}

/** Prints one JSON object a line to standard output. */
export class JsonReporter implements Reporter {
  readonly #terminal: Terminal;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  diagnostic(diagnostic: Diagnostic): void {
    this.#terminal.stdout.write(`${JSON.stringify(messageOf(diagnostic))}\n`);
  }

  finding(diagnostic: Diagnostic): void {
    this.diagnostic(diagnostic);
  }

  async result(message: Message): Promise<void> {
    await write(this.#terminal.stdout, `${JSON.stringify(message)}\n`);
  }

  text(): void {
    // Text is for people.
  }

  note(): void {
    // Notes are for people.
  }

  progress(): void {
    // Programs do not wait for progress.
  }
}

function messageOf(diagnostic: Diagnostic): DiagnosticMessage {
  const { code, severity, message, file, place, pointer, line, column } = diagnostic;
  return {
    kind: "diagnostic",
    code,
    severity,
    message,
    hint: entryOf(code).hint,
    ...(file === "" ? {} : { file }),
    ...(/^[^/]\S*#/.test(place) ? { shape: place } : {}),
    ...(pointer === undefined ? {} : { pointer }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}

/** Waits until the reader of the output keeps up, so that the output does not pile up in memory. */
async function write(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, "drain");
}
