/** What became of a model in one of the protocols of its service. */
export interface Outcome {
  /** The path of the model's file, relative to the folder. */
  readonly model: string;
  readonly protocol: string;
  readonly operations: number;
  readonly warnings: number;
  readonly isGenerated: boolean;
  /** Whether the generated code compiles; `undefined` if that was not tried. */
  readonly isCompiled?: boolean;
  /** Errors in the model, or of the compiler in the generated code. */
  readonly errors: readonly string[];
  readonly seconds: number;
}

/** What a worker is started with. */
export interface WorkerData {
  readonly folder: string;
  /** Whether to compile the generated code. */
  readonly compiles: boolean;
}
