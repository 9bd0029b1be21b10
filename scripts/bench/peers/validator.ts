/** A validator in the benchmarks. */
export interface Validator {
  readonly name: string;
  /** What it does differently from the others. */
  readonly remark: string;
  /** The measured function: the validator's own, with its own result. */
  readonly validate: (value: unknown) => unknown;
  /** The number of issues that it finds. TypeBox and schemasafe may report one problem twice. */
  readonly countIssues: (value: unknown) => number;
}
