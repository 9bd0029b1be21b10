import { DiagnosticError, ModelError, type Diagnostic } from "../diagnostics/diagnostic.js";
import { ConflictError, OutputError } from "../write/output-error.js";
import { RevisionError } from "./read-revision.js";
import { InputError } from "./read-source.js";

/** An error as data, since threads cannot exchange instances of classes. */
export interface ErrorData {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly note: string | undefined;
}

/** Turns an error into data. */
export function dataOf(error: unknown): ErrorData {
  if (error instanceof DiagnosticError) {
    const { name, message, stack, diagnostics, note } = error;
    return { name, message, stack, diagnostics, note };
  }
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { name, message, stack, diagnostics: [], note: undefined };
}

/** The error of another thread in this one. */
export function errorFrom({ name, message, stack, diagnostics, note }: ErrorData): Error {
  switch (name) {
    case "ModelError":
      return new ModelError(diagnostics, note);
    case "InputError":
      return new InputError(diagnostics, note);
    case "RevisionError":
      return new RevisionError(diagnostics, note);
    case "OutputError":
      return new OutputError(diagnostics, note);
    case "ConflictError":
      return new ConflictError(diagnostics.map(({ file }) => file));
    default:
      return Object.assign(new Error(message), { stack });
  }
}
