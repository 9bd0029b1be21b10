/** A test that fails, and why it is right to. */
export interface ExpectedFailure {
  /** The suite, the side and the test's id. */
  readonly test: string;
  readonly reason: string;
}

/** Every test that is expected to fail. One that is listed and passes is a failure too. */
export const expectedFailures: readonly ExpectedFailure[] = [];
