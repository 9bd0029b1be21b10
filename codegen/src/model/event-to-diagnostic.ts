import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ValidationEvent } from "./model.js";

/** Whether an event is shown to people who did not ask for all of them. */
export function isShown({ severity }: ValidationEvent): boolean {
  return severity !== "NOTE" && severity !== "SUPPRESSED";
}

/** Returns an event as an error or warning: those of severity `ERROR` are errors. */
export function eventToDiagnostic(event: ValidationEvent): Diagnostic {
  const { severity, shape = "", message, hint, location } = event;
  const { file, line, column, pointer, excerpt } = location;
  return {
    code: severity === "ERROR" ? "SC1011" : "SC1012",
    severity: severity === "ERROR" ? "error" : "warning",
    file,
    place: shape,
    message: hint === undefined ? message : `${message}. ${hint}`,
    line,
    column,
    ...(pointer !== undefined && { pointer }),
    ...(excerpt !== undefined && { excerpt }),
  };
}
