/** A validator as the benchmarks use it. */
export interface Validator {
  readonly name: string;
  /** What it does less or more than the others. */
  readonly remark: string;
  /** What is measured: the validator's own function, with the result that it has. */
  readonly validate: (value: unknown) => unknown;
  /** The number of issues that it finds; typebox and schemasafe may tell of one thing twice. */
  readonly countIssues: (value: unknown) => number;
}
