import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Option, type Command } from "commander";
import { escapeControls } from "../../diagnostics/text.js";
import type { LongType } from "../../ir/ir.js";
import type { PatternMode } from "../../ir/screen-patterns.js";
import { InputError } from "../../run/read-source.js";
import { readModel, readSources } from "../../run/read-sources.js";
import { failForWarnings } from "../../run/silence.js";
import type { LocatedIssue } from "../../validate/locate.js";
import { readRecords, type InputFormat, type JsonRecord } from "../../validate/read-records.js";
import type { ShapeValidator } from "../../validate/shape-validator.js";
import { describeFileError, isFileError } from "../../write/describe-file-error.js";
import { colors } from "../colors.js";
import { exitStatus } from "../exit-status.js";
import { helpText } from "../help.js";
import { checkOptions, parseCount, parseFile } from "../options.js";
import { plural } from "../plural.js";
import { readPiped, refusePipedTwice } from "../read-piped.js";
import type { Reporter } from "../reporter.js";
import type { CommandContext, CommonOptions } from "../run-action.js";
import {
  addModelOptions,
  jsonOption,
  longOption,
  patternsOption,
  strictOption,
} from "../shared-options.js";
import type { Terminal } from "../terminal.js";

interface ValidateOptions extends CommonOptions {
  readonly model: readonly string[];
  readonly overlay: readonly string[];
  readonly service?: string;
  readonly shape: string;
  readonly format?: InputFormat;
  readonly maxIssues: number;
  readonly advice?: boolean;
  readonly strict?: boolean;
  readonly patterns?: PatternMode;
  readonly long?: LongType;
}

/** Adds the command that validates JSON against a shape. */
export function addValidate(program: Command, { terminal, run }: CommandContext): void {
  const command = addModelOptions(
    program
      .command("validate")
      .summary("validate JSON against a shape of a model")
      .description(
        "Validates JSON in the form that is sent over the wire: one document, or a stream of any length with one document per line (NDJSON).",
      )
      .argument("[file]", "the JSON file; - for standard input", parseFile, "-"),
  )
    .optionsGroup("Model:")
    .option("--shape <name>", "the structure or union to validate against (required)")
    .optionsGroup("Validation:")
    .addOption(
      new Option("--format <format>", "the format of the input; detected if not given").choices([
        "json",
        "ndjson",
      ]),
    )
    .option("--max-issues <n>", "list at most this many issues per document", parseCount, 100)
    .option("--advice", "also check constraints that the service states only in its documentation")
    .addOption(longOption())
    .addOption(patternsOption())
    .optionsGroup("Options:")
    .addOption(strictOption())
    .addOption(jsonOption())
    .addHelpText("after", help)
    .action(async (file: string, options: ValidateOptions) =>
      run(options, (reporter) => validate(file, options, terminal, reporter)),
    );
  checkOptions(command, ["model", "shape"]);
}

async function validate(
  file: string,
  options: ValidateOptions,
  terminal: Terminal,
  reporter: Reporter,
): Promise<number> {
  const sources = [...options.model, ...options.overlay];
  refusePipedTwice([file, ...sources]);
  const stdin = await readPiped(sources, terminal);
  // Imported only when needed, because it loads the first half of the generator.
  const { loadValidator } = await import("../../validate/load-validator.js");
  const { validator, warnings } = await loadValidator({
    ...options,
    model: await readModel(options.model, stdin),
    overlays: await readSources(options.overlay, stdin),
  });
  if (options.strict === true) failForWarnings(warnings);
  for (const warning of warnings) reporter.diagnostic(warning);
  try {
    return await new Run(file, options, validator, reporter).finish(terminal.stdin);
  } catch (error) {
    throw isFileError(error) ? InputError.of(file, describeFileError(error)) : error;
  }
}

/** The issue of a record that cannot be read as text. */
function unreadable(problem: string): LocatedIssue {
  return { offset: 0, code: "SC4001", path: "", message: problem };
}

/** The validation of one input. */
class Run {
  #records = 0;
  #failed = 0;
  #issues = 0;
  #shown = 0;
  readonly #file: string;
  readonly #options: ValidateOptions;
  readonly #validate: ShapeValidator;
  readonly #reporter: Reporter;

  constructor(
    file: string,
    options: ValidateOptions,
    validate: ShapeValidator,
    reporter: Reporter,
  ) {
    this.#file = file;
    this.#options = options;
    this.#validate = validate;
    this.#reporter = reporter;
  }

  async finish(stdin: NodeJS.ReadableStream): Promise<number> {
    const size = this.#file === "-" ? undefined : (await stat(this.#file)).size;
    const input = this.#file === "-" ? stdin : createReadStream(this.#file);
    for await (const record of readRecords(input, this.#options.format)) {
      this.#records++;
      await this.#check(record);
      this.#progress(record, size);
    }
    const { shape } = this.#options;
    const counts = { records: this.#records, failed: this.#failed, issues: this.#issues };
    await this.#reporter.result({ kind: "validation", shape, ...counts }, this.#summary());
    return this.#failed === 0 ? exitStatus.done : exitStatus.failed;
  }

  async #check({ line, text, problem }: JsonRecord): Promise<void> {
    const { issues, omitted } =
      problem === undefined
        ? this.#validate(text, this.#options)
        : { issues: [unreadable(problem)], omitted: 0 };
    if (issues.length + omitted === 0) return;
    this.#failed++;
    this.#issues += issues.length + omitted;
    let [row, start, from] = [line, 0, 0];
    for (const { offset, code, path, message } of issues) {
      for (let end = text.indexOf("\n", from); end !== -1 && end < offset;) {
        row++;
        start = end + 1;
        from = start;
        end = text.indexOf("\n", from);
      }
      await this.#report(code, row, offset - start + 1, path, message);
    }
    if (omitted > 0)
      this.#reporter.text(
        escapeControls(`${this.#file}:${line}:1 / There are ${omitted} more issues.`),
      );
  }

  async #report(
    code: LocatedIssue["code"],
    line: number,
    column: number,
    pointer: string,
    message: string,
  ): Promise<void> {
    // The pointer of the root is empty, which would not be visible.
    const place = pointer === "" ? "/" : pointer;
    await this.#reporter.result(
      { kind: "issue", code, file: this.#file, line, column, pointer, message },
      `${colors.dim(escapeControls(`${this.#file}:${line}:${column}`))} ${colors.yellow(escapeControls(place))} ${escapeControls(message)}`,
    );
  }

  #progress({ bytes }: JsonRecord, size: number | undefined): void {
    const now = performance.now();
    if (now - this.#shown < 200) return;
    this.#shown = now;
    const share = size === undefined ? "" : ` (${Math.floor((bytes / Math.max(size, 1)) * 100)} %)`;
    this.#reporter.progress([
      `Checked ${plural(this.#records, "record")}${share}, ${this.#failed} failed ...`,
    ]);
  }

  #summary(): string {
    const checked = `Checked ${plural(this.#records, "record")} of ${this.#options.shape}`;
    if (this.#failed === 0) return `${checked}: ${colors.green("no issues")}.`;
    const failed = colors.red(`${this.#failed} failed`);
    return `${checked}: ${failed}, with ${plural(this.#issues, "issue")}.`;
  }
}

const help: string = helpText({
  notes:
    "Each issue is a line FILE:LINE:COLUMN PATH MESSAGE. Columns count UTF-16 code units, as editors do.",
  examples: [
    [
      "Validate one document",
      "smithy-codec validate --model model.json --shape CreateApiRequest \\",
      "request.json",
    ],
    [
      "Validate a stream while it arrives",
      "tail -n 100 events.ndjson | smithy-codec validate --model model.json \\",
      "--shape CreateApiRequest --format ndjson",
    ],
  ],
  status: {
    done: "valid",
    failed: "invalid, or an error in the model",
    usage: "wrong usage, or a file that cannot be read",
  },
});
