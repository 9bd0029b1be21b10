import { DiagnosticError } from "../diagnostics/diagnostic.js";

/** A configuration that cannot be loaded or is not valid. */
export class ConfigError extends DiagnosticError {
  override readonly name = "ConfigError";
}
