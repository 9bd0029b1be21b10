import type { Command } from "commander";
import { DiagnosticError, ModelError } from "../diagnostics/diagnostic.js";
import { escapeControls } from "../diagnostics/text.js";
import { exitStatus } from "./exit-status.js";
import { JsonReporter, TextReporter, type Reporter } from "./reporter.js";
import type { Terminal } from "./terminal.js";

/** The options of every command. */
export interface CommonOptions {
  readonly json?: boolean;
}

/** What a command needs to run. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Runs the action of a command, and prints the errors that the user can fix. */
  readonly run: (
    options: CommonOptions,
    action: (reporter: Reporter) => Promise<number>,
  ) => Promise<void>;
}

/** Adds a command to the command line. */
export type AddCommand = (program: Command, context: CommandContext) => void;

/** A wrong usage that the parser of the command line does not know of. */
export class UsageError extends DiagnosticError {
  override readonly name = "UsageError";

  static of(message: string, code: "SC3001" | "SC3007" = "SC3001"): UsageError {
    return new UsageError([{ code, severity: "error", file: "", place: "", message }]);
  }
}

/**
 * Runs an action.
 * @returns its exit status, or that of an error that the user can fix
 * @throws any other error
 */
export async function runAction(
  { json }: CommonOptions,
  terminal: Terminal,
  action: (reporter: Reporter) => Promise<number>,
): Promise<number> {
  const reporter = json === true ? new JsonReporter(terminal) : new TextReporter(terminal);
  try {
    return await action(reporter);
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    return reportError(error, reporter);
  } finally {
    reporter.progress([]);
  }
}

/** Prints an error that the user can fix, without a stack trace. @returns the exit status */
export function reportError(error: DiagnosticError, reporter: Reporter): number {
  for (const diagnostic of error.diagnostics) reporter.diagnostic(diagnostic);
  if (error.note !== undefined) reporter.note(escapeControls(error.note));
  return error instanceof ModelError ? exitStatus.failed : exitStatus.usage;
}
