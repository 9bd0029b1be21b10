import { DiagnosticError } from "../diagnostics/diagnostic.js";

/** Thrown if a configuration cannot be loaded or is not valid. */
export class ConfigError extends DiagnosticError {
  override readonly name = "ConfigError";
}
