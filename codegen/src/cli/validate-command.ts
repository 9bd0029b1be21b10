import { once } from "node:events";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { colors as pc } from "./colors.js";
import type { LongType } from "../ir/ir.js";
import type { PatternMode } from "../ir/screen-patterns.js";
import { escapeControls, formatDiagnostic } from "../load/diagnostics.js";
import { loadValidator } from "../validate/load-validator.js";
import { readRecords, type InputFormat, type JsonRecord } from "../validate/read-records.js";
import type { ShapeValidator } from "../validate/shape-validator.js";
import { describeFileError, isFileError } from "../write/describe-file-error.js";
import { exitStatus } from "./exit-status.js";
import { plural } from "./plural.js";
import { reportError, reportUsage } from "./report-error.js";
import { InputError, readSource, readStdinTwice } from "./sources.js";
import { clearProgress, showProgress, type Terminal } from "./terminal.js";

/** The options of `smithy-codec validate`. */
export interface ValidateCommandOptions {
  readonly model: string;
  readonly overlay: readonly string[];
  readonly service?: string;
  readonly shape: string;
  readonly format?: InputFormat;
  readonly maxIssues: number;
  readonly advice?: boolean;
  readonly patterns: PatternMode;
  readonly long: LongType;
}

/** Validates JSON against a shape. @returns the exit status */
export async function runValidate(
  file: string,
  options: ValidateCommandOptions,
  terminal: Terminal,
): Promise<number> {
  if (readStdinTwice([file, options.model, ...options.overlay])) {
    return reportUsage("only one file can be standard input", terminal);
  }
  try {
    const [model, ...overlays] = await Promise.all([
      readSource(options.model, terminal),
      ...options.overlay.map((path) => readSource(path, terminal)),
    ]);
    const { validator, warnings } = await loadValidator({ ...options, model, overlays });
    for (const warning of warnings)
      terminal.stderr.write(`${pc.yellow("warning:")} ${formatDiagnostic(warning)}\n`);
    return await new Run(file, options, validator, terminal).finish();
  } catch (error) {
    const isInput = isFileError(error);
    return reportError(
      isInput ? new InputError(`${file}: ${describeFileError(error)}`) : error,
      terminal,
    );
  }
}

/** The validation of one input. */
class Run {
  #records = 0;
  #failed = 0;
  #issues = 0;
  #shown = 0;
  readonly #file: string;
  readonly #options: ValidateCommandOptions;
  readonly #validate: ShapeValidator;
  readonly #terminal: Terminal;

  constructor(
    file: string,
    options: ValidateCommandOptions,
    validate: ShapeValidator,
    terminal: Terminal,
  ) {
    this.#file = file;
    this.#options = options;
    this.#validate = validate;
    this.#terminal = terminal;
  }

  async finish(): Promise<number> {
    const size = this.#file === "-" ? undefined : (await stat(this.#file)).size;
    const input = this.#file === "-" ? this.#terminal.stdin : createReadStream(this.#file);
    for await (const record of readRecords(input, this.#options.format)) {
      this.#records++;
      await this.#check(record);
      this.#progress(record, size);
    }
    clearProgress(this.#terminal);
    this.#terminal.stdout.write(`${this.#summary()}\n`);
    return this.#failed === 0 ? exitStatus.done : exitStatus.failed;
  }

  async #check({ line, text, problem }: JsonRecord): Promise<void> {
    const { issues, omitted } =
      problem === undefined
        ? this.#validate(text, this.#options)
        : { issues: [{ offset: 0, path: "", message: problem }], omitted: 0 };
    if (issues.length + omitted === 0) return;
    this.#failed++;
    this.#issues += issues.length + omitted;
    const lines: string[] = [];
    let [row, start, from] = [line, 0, 0];
    for (const { offset, path, message } of issues) {
      for (let end = text.indexOf("\n", from); end !== -1 && end < offset;) {
        row++;
        start = end + 1;
        from = start;
        end = text.indexOf("\n", from);
      }
      lines.push(this.#line(row, offset - start + 1, path, message));
    }
    if (omitted > 0) lines.push(this.#line(line, 1, "", `There are ${omitted} more issues.`));
    clearProgress(this.#terminal);
    const { stdout } = this.#terminal;
    // Wait until the reader of the output keeps up, so that the output does not pile up in memory.
    if (!stdout.write(lines.join(""))) await once(stdout, "drain");
  }

  #line(row: number, column: number, path: string, message: string): string {
    // The pointer of the root is empty, which would not be visible.
    const place = path === "" ? "/" : path;
    return `${escapeControls(`${this.#file}:${row}:${column} ${place} ${message}`)}\n`;
  }

  #progress({ bytes }: JsonRecord, size: number | undefined): void {
    const now = performance.now();
    if (now - this.#shown < 200) return;
    this.#shown = now;
    const share = size === undefined ? "" : ` (${Math.floor((bytes / Math.max(size, 1)) * 100)} %)`;
    showProgress(
      this.#terminal,
      `Checked ${plural(this.#records, "record")}${share}, ${this.#failed} failed ...`,
    );
  }

  #summary(): string {
    const checked = `Checked ${plural(this.#records, "record")} of ${this.#options.shape}`;
    if (this.#failed === 0) return `${checked}: no issues.`;
    return `${checked}: ${this.#failed} failed, with ${plural(this.#issues, "issue")}.`;
  }
}
