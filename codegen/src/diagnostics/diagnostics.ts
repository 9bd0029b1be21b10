import type { Code } from "./catalog.js";
import { ModelError, type Diagnostic, type DiagnosticSeverity } from "./diagnostic.js";
import type { Position } from "./position.js";
import { ShapeLocations, type ShapePlaces } from "./shape-locations.js";

/** The contents of a file, and the name that is used for it in messages. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The path on the disk, if it was read from there. */
  readonly path?: string;
  /** The model, if it was compiled from Smithy IDL; `bytes` is empty then. */
  readonly compiled?: CompiledModel;
}

/** Files in Smithy IDL and as JSON AST, which are read as one model. */
export interface CompiledModel {
  /** The JSON AST of all files, parsed. */
  readonly ast: unknown;
  readonly places: ShapePlaces;
  readonly warnings: readonly Diagnostic[];
}

/** Where the shapes of a file are. */
export function placesOf({ name, bytes, compiled }: SourceFile): ShapePlaces {
  return compiled?.places ?? new ShapeLocations(new TextDecoder().decode(bytes), name);
}

interface Found {
  readonly code: Code;
  readonly severity: DiagnosticSeverity;
  readonly place: string | Position;
  readonly message: string;
}

/** Collects the errors and warnings about a model, which may be in several files. */
export class Diagnostics {
  readonly #found: (Found | Diagnostic)[] = [];
  readonly #sources: readonly SourceFile[];
  #places: readonly ShapePlaces[] | undefined;

  /** @param sources the files; errors about no shape of any of them are about the first one */
  constructor(...sources: readonly SourceFile[]) {
    this.#sources = sources;
    for (const { compiled } of sources) this.#found.push(...(compiled?.warnings ?? []));
  }

  /**
   * Adds an error. It is thrown by the next call of `throwIfErrors`.
   * @param place the id of a shape or member, a position in the file, or empty for the whole file
   */
  error(code: Code, place: string | Position, message: string): void {
    this.#found.push({ code, severity: "error", place, message });
  }

  /** Adds a warning. */
  warn(code: Code, place: string | Position, message: string): void {
    this.#found.push({ code, severity: "warning", place, message });
  }

  /** Adds an error and throws all errors so far. */
  fail(code: Code, place: string | Position, message: string): never {
    this.error(code, place, message);
    this.throwIfErrors();
    throw new Error("unreachable");
  }

  /** Adds the errors and warnings about other files. */
  add(other: Diagnostics): void {
    this.#found.push(...other.#all());
  }

  /** @throws ModelError with all errors so far, if there are any */
  throwIfErrors(): void {
    if (this.#found.every(({ severity }) => severity !== "error")) return;
    throw new ModelError(this.#all().filter(({ severity }) => severity === "error"));
  }

  /** All warnings so far. */
  get warnings(): readonly Diagnostic[] {
    return this.#all().filter(({ severity }) => severity === "warning");
  }

  #all(): Diagnostic[] {
    return this.#found.map((found) => ("file" in found ? found : this.#locate(found)));
  }

  #locate({ code, severity, place, message }: Found): Diagnostic {
    const file = this.#sources[0]?.name ?? "";
    if (typeof place !== "string") {
      const text = `line ${place.line}, column ${place.column}`;
      return { code, severity, file, place: text, message, ...place };
    }
    for (const places of place === "" ? [] : this.#shapes()) {
      const location = places.find(place);
      if (location !== undefined) return { code, severity, place, message, ...location };
    }
    return { code, severity, file, place, message };
  }

  /** The places of the shapes of every file; found only if there is something to report. */
  #shapes(): readonly ShapePlaces[] {
    return (this.#places ??= this.#sources.map(placesOf));
  }
}
