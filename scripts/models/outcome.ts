/** What became of a model. */
export interface Outcome {
  readonly name: string;
  readonly protocol: string;
  readonly operations: number;
  readonly warnings: number;
  readonly isGenerated: boolean;
  /** Errors in the model, or of the compiler in the generated code. */
  readonly errors: readonly string[];
  readonly seconds: number;
}

/** What a worker is started with. */
export interface WorkerData {
  /** Whether to compile the generated code. */
  readonly compiles: boolean;
}
