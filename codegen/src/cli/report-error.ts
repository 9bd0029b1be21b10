import { escapeControls, ModelError } from "../load/diagnostics.js";
import { UnknownShapeError } from "../validate/load-validator.js";
import { OutputError } from "../write/output-error.js";
import { colors as pc } from "./colors.js";
import { exitStatus } from "./exit-status.js";
import { InputError } from "./sources.js";
import { clearProgress, type Terminal } from "./terminal.js";

/**
 * Prints an error that the user can fix, without a stack trace.
 * @returns the exit status
 * @throws any other error again
 */
export function reportError(error: unknown, terminal: Terminal): number {
  clearProgress(terminal);
  const isUsage =
    error instanceof InputError ||
    error instanceof OutputError ||
    error instanceof UnknownShapeError;
  if (!isUsage && !(error instanceof ModelError)) throw error;
  for (const line of error.message.split("\n"))
    terminal.stderr.write(`${pc.red(escapeControls(line))}\n`);
  return isUsage ? exitStatus.usage : exitStatus.failed;
}

/** Prints a usage error that commander does not know of. @returns the exit status */
export function reportUsage(message: string, terminal: Terminal): number {
  terminal.stderr.write(`error: ${escapeControls(message)}\n`);
  return exitStatus.usage;
}
