import { describeIssue, startValidation } from "../check/validation.js";
import type { Issue } from "../types.js";
import type { OutputCheck } from "./server-types.js";

/** An output that does not conform to the model. */
export class InvalidOutputError extends Error {
  override readonly name = "InvalidOutputError";
  /** The name of the operation whose function returned the output. */
  readonly operation: string;
  /** The violated constraints. */
  readonly issues: readonly Issue[];

  constructor(operation: string, issues: readonly Issue[]) {
    const messages = issues.map(({ message }) => message).join("; ");
    super(`The function of ${operation} returned an invalid output. ${messages}`);
    this.operation = operation;
    this.issues = issues;
  }
}

/** @throws InvalidOutputError if the check finds an issue */
export function expectValidOutput(operation: string, output: unknown, check: OutputCheck): void {
  const here = startValidation(undefined);
  check(output, here);
  const { found } = here.context;
  if (found !== undefined) throw new InvalidOutputError(operation, found.map(describeIssue));
}
