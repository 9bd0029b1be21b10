import type { Code } from "./catalog.js";
import { escapeControls } from "./text.js";

export type DiagnosticSeverity = "error" | "warning";

/** An error or warning, as data. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: DiagnosticSeverity;
  /** The file, as it was named by the user; empty if the problem is not about a file. */
  readonly file: string;
  /** The id of a shape or member, or a line and column for errors in the JSON; empty for the whole file. */
  readonly place: string;
  readonly message: string;
  /** A JSON pointer (RFC 6901) to the shape or member in the file. */
  readonly pointer?: string;
  /** Counts from 1. */
  readonly line?: number;
  /** Counts UTF-16 code units from 1. */
  readonly column?: number;
  /** A part of the line in Smithy IDL. */
  readonly excerpt?: Excerpt;
}

/** A part of a line, without control characters, to show where an error is. */
export interface Excerpt {
  readonly text: string;
  /** Where the error is in the text; counts UTF-16 code units from 1. */
  readonly column: number;
}

/** An error that the user can fix. It contains every problem that was found. */
export class DiagnosticError extends Error {
  override readonly name: string = "DiagnosticError";
  readonly diagnostics: readonly Diagnostic[];
  /** A sentence about all problems together. */
  readonly note: string | undefined;

  constructor(diagnostics: readonly Diagnostic[], note?: string) {
    const lines = diagnostics.map(formatDiagnostic);
    super([...lines, ...(note === undefined ? [] : [note])].join("\n"));
    this.diagnostics = diagnostics;
    this.note = note;
  }
}

/** Thrown if a model is invalid or not supported. Contains every error that was found. */
export class ModelError extends DiagnosticError {
  override readonly name = "ModelError";
}

/** Formats a diagnostic as one line: `FILE: SHAPE_ID: message`, or `FILE:LINE:COLUMN: message` in Smithy IDL. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { file, place, message, line, column } = diagnostic;
  const source = isInIdl(diagnostic) ? `${file}:${line ?? 1}:${column ?? 1}` : file;
  return escapeControls([source, place, message].filter((part) => part !== "").join(": "));
}

/** Whether a diagnostic is about a place in Smithy IDL: in JSON, it has a pointer or names the line. */
function isInIdl({ line, pointer, place }: Diagnostic): boolean {
  return line !== undefined && pointer === undefined && !place.startsWith("line ");
}
