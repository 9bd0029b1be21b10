/** An error or warning about a model. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  /** The name of the file, as in `SourceFile`. */
  readonly file: string;
  /** The id of a shape or member, or a line and column for errors in the JSON; empty for the whole file. */
  readonly place: string;
  readonly message: string;
}

/** Thrown if a model is invalid or not supported. Contains every error that was found. */
export class ModelError extends Error {
  override readonly name = "ModelError";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join("\n"));
    this.diagnostics = diagnostics;
  }
}

/** Formats a diagnostic as one line: `FILE: SHAPE_ID: message`. */
export function formatDiagnostic({ file, place, message }: Diagnostic): string {
  return escapeControls(place === "" ? `${file}: ${message}` : `${file}: ${place}: ${message}`);
}

/** Escapes control and bidirectional characters, which would change what a terminal displays. */
export function escapeControls(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** Describes a value of a model in a message: scalars as JSON, arrays and objects only by their type. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return Array.isArray(value) ? "an array" : "an object";
}

/** Collects the errors and warnings about one file. */
export class Diagnostics {
  readonly #found: Diagnostic[] = [];
  readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  /** Adds an error. It is thrown by the next call of `throwIfErrors`. */
  error(place: string, message: string): void {
    this.#found.push({ severity: "error", file: this.file, place, message });
  }

  /** Adds a warning. */
  warn(place: string, message: string): void {
    this.#found.push({ severity: "warning", file: this.file, place, message });
  }

  /** Adds an error and throws all errors so far. */
  fail(place: string, message: string): never {
    this.error(place, message);
    this.throwIfErrors();
    throw new Error("unreachable");
  }

  /** Adds the errors and warnings about another file. */
  add(other: Diagnostics): void {
    this.#found.push(...other.#found);
  }

  /** @throws ModelError with all errors so far, if there are any */
  throwIfErrors(): void {
    const errors = this.#found.filter(({ severity }) => severity === "error");
    if (errors.length > 0) throw new ModelError(errors);
  }

  /** All warnings so far. */
  get warnings(): readonly Diagnostic[] {
    return this.#found.filter(({ severity }) => severity === "warning");
  }
}
