/** Something to say about a model. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  /** The file as it was named on the command line, or `-` for standard input. */
  readonly file: string;
  /** The shape, or a line and column where no shape can be told; empty for the whole file. */
  readonly place: string;
  readonly message: string;
}

/** A model that no code is generated from. It carries every error that was found. */
export class ModelError extends Error {
  override readonly name = "ModelError";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join("\n"));
    this.diagnostics = diagnostics;
  }
}

/** The line that a diagnostic is told in: `FILE: SHAPE_ID: message`. */
export function formatDiagnostic({ file, place, message }: Diagnostic): string {
  return escapeControls(place === "" ? `${file}: ${message}` : `${file}: ${place}: ${message}`);
}

/** Text that is shown: models and payloads may hold control characters, which a terminal would obey. */
export function escapeControls(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** A value of a model for a message: a scalar as it is, anything else by its kind, however deep it nests. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return Array.isArray(value) ? "an array" : "an object";
}

/** Collects what is to be said about a model, and stops where no code can come of it. */
export class Diagnostics {
  readonly #found: Diagnostic[] = [];
  readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  /** Notes an error; generation stops at the end of the step that found it. */
  error(place: string, message: string): void {
    this.#found.push({ severity: "error", file: this.file, place, message });
  }

  /** Notes a warning. */
  warn(place: string, message: string): void {
    this.#found.push({ severity: "warning", file: this.file, place, message });
  }

  /** Notes an error and stops. */
  fail(place: string, message: string): never {
    this.error(place, message);
    this.throwIfErrors();
    throw new Error("unreachable");
  }

  /** Takes over what another file gave rise to. */
  add(other: Diagnostics): void {
    this.#found.push(...other.#found);
  }

  /** @throws ModelError with every error so far, if there is any. */
  throwIfErrors(): void {
    const errors = this.#found.filter(({ severity }) => severity === "error");
    if (errors.length > 0) throw new ModelError(errors);
  }

  /** Every warning so far. */
  get warnings(): readonly Diagnostic[] {
    return this.#found.filter(({ severity }) => severity === "warning");
  }
}
