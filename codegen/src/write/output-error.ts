import type { Code } from "../diagnostics/catalog.js";
import { DiagnosticError, type Diagnostic } from "../diagnostics/diagnostic.js";

/** Thrown if an output folder cannot be read or written safely. */
export class OutputError extends DiagnosticError {
  override readonly name: string = "OutputError";

  /** @param path the file or folder that is the problem */
  static of(code: Code, path: string, message: string): OutputError {
    return new OutputError([outputDiagnostic(code, path, message)]);
  }
}

/** Thrown if files in an output folder were not generated and would be overwritten. */
export class ConflictError extends OutputError {
  override readonly name = "ConflictError";
  /** The paths of the files, with the folder. */
  readonly files: readonly string[];

  constructor(files: readonly string[]) {
    super(
      files.map((file) =>
        outputDiagnostic("SC2002", file, "this file was not generated and would be overwritten"),
      ),
      "Nothing was written. Move these files away, choose another folder, or overwrite them with --force.",
    );
    this.files = files;
  }
}

function outputDiagnostic(code: Code, file: string, message: string): Diagnostic {
  return { code, severity: "error", file, place: "", message };
}
