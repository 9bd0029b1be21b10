import type { Code } from "../diagnostics/catalog.js";
import type { DiagnosticSeverity } from "../diagnostics/diagnostic.js";
import type { Change } from "../diff/change.js";
import type { DiffSummary } from "../diff/summarize-diff.js";
import type { EventSeverity } from "../model/model.js";
import type { FileReport } from "../run/task.js";

/** What `--json` prints, one object a line. `schemas/messages.schema.json` describes the same. */
export type Message =
  | DiagnosticMessage
  | FileMessage
  | OutputMessage
  | ChangeMessage
  | DiffMessage
  | IssueMessage
  | ValidationMessage
  | FormattedMessage
  | FormattingMessage
  | ExplanationMessage
  | InputsMessage
  | ServingMessage
  | CallMessage
  | InitMessage
  | LintMessage;

/** An error or warning. */
export interface DiagnosticMessage {
  readonly kind: "diagnostic";
  readonly code: Code;
  readonly severity: DiagnosticSeverity;
  readonly message: string;
  /** What to do. */
  readonly hint: string;
  readonly file?: string;
  /** The id of a shape or member. */
  readonly shape?: string;
  /** A JSON pointer into the file. */
  readonly pointer?: string;
  readonly line?: number;
  readonly column?: number;
}

/** A file of an output that is not up to date, or was not before it was written. */
export interface FileMessage {
  readonly kind: "file";
  readonly output: string;
  readonly path: string;
  readonly status: "missing" | "changed" | "stale";
}

/** The result of `generate` for one output. */
export interface OutputMessage {
  readonly kind: "output";
  readonly output: string;
  readonly result: "written" | "up to date" | "out of date" | "planned" | "failed";
  readonly service?: string;
  readonly operations?: number;
  readonly shapes?: number;
  readonly folders?: readonly {
    readonly path: string;
    readonly missing: number;
    readonly changed: number;
    readonly stale: number;
    readonly unchanged: number;
  }[];
  readonly files?: readonly FileReport[];
  readonly seconds?: number;
}

/** A difference between two models. */
export interface ChangeMessage extends Change {
  readonly kind: "change";
}

/** The result of `diff`. */
export interface DiffMessage extends DiffSummary {
  readonly kind: "diff";
}

/** A violation of a shape. */
export interface IssueMessage {
  readonly kind: "issue";
  readonly code: Code;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** A JSON pointer into the document. */
  readonly pointer: string;
  readonly message: string;
}

/** The result of `validate`. */
export interface ValidationMessage {
  readonly kind: "validation";
  readonly shape: string;
  readonly records: number;
  readonly failed: number;
  readonly issues: number;
}

/** A file that `format` changed or printed, or that it would change. */
export interface FormattedMessage {
  readonly kind: "formatted";
  readonly file: string;
  /** `not formatted` only with `--check`; `unchanged` only for standard input. */
  readonly status: "formatted" | "not formatted" | "unchanged";
  /** The formatted text, for standard input. */
  readonly text?: string;
}

/** The result of `format`; not for standard input without `--check`. */
export interface FormattingMessage {
  readonly kind: "formatting";
  readonly files: number;
  /** Those that changed, or would change. */
  readonly changed: number;
  /** Those with errors in their syntax, which stay as they are. */
  readonly failed: number;
}

/** What a code means. */
export interface ExplanationMessage {
  readonly kind: "explanation";
  readonly code: Code;
  readonly title: string;
  readonly explanation: string;
  readonly hint: string;
}

/** The result of `generate --print-inputs`: all that the outputs depend on. */
export interface InputsMessage {
  readonly kind: "inputs";
  readonly generator: { readonly name: string; readonly version: string };
  readonly outputs: readonly {
    readonly name: string;
    readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
    /** The options that change what is generated. */
    readonly options: Readonly<Record<string, unknown>>;
    /** The folders and files that are written. */
    readonly outputs: readonly string[];
  }[];
}

/** The start of `serve`. */
export interface ServingMessage {
  readonly kind: "serving";
  readonly url: string;
  readonly service: string;
  readonly operations: number;
  /** The seed of drawn answers; absent without `--random`. */
  readonly seed?: number;
}

/** A call that `serve` answered. */
export interface CallMessage {
  readonly kind: "call";
  readonly method: string;
  /** Percent-encoded, without the query. */
  readonly path: string;
  /** Absent if no operation has the path and method. */
  readonly operation?: string;
  readonly status: number;
  readonly milliseconds: number;
}

/** A file of `init`. */
export interface InitMessage {
  readonly kind: "init";
  readonly path: string;
  readonly result: "written" | "kept";
}

/** A finding of `lint`: a diagnostic of the Language Server Protocol 3.17, with its file. */
export interface LintMessage {
  readonly kind: "lint";
  readonly file: string;
  /** Lines and characters count from 0; characters count UTF-16 code units. */
  readonly range: { readonly start: LintPosition; readonly end: LintPosition };
  /** 1 is an error, 2 a warning, 3 information. */
  readonly severity: 1 | 2 | 3;
  /** The id of the event, as Smithy names it. */
  readonly code: string;
  readonly source: "smithy-codec";
  readonly message: string;
  readonly data: { readonly severity: EventSeverity; readonly shape?: string };
}

interface LintPosition {
  readonly line: number;
  readonly character: number;
}
