import type { ErrorMetadata } from "./errors.js";
import { describeIssue, startValidation, type CheckPlace } from "./validation.js";
import type { DeserializeRequestOptions, Issue, ValidateOptions } from "./types.js";

/** One field that does not satisfy a constraint (Smithy, `smithy.framework#ValidationExceptionField`). */
export interface ValidationExceptionField {
  readonly path: string;
  readonly message: string;
}

/** An input that does not satisfy its constraints (Smithy, `smithy.framework#ValidationException`). */
export class ValidationException extends Error {
  override readonly name = "ValidationException";
  readonly $fault = "client";
  readonly $metadata: ErrorMetadata = { httpStatusCode: 400 };
  readonly fieldList: readonly ValidationExceptionField[];
  /** The same as data. */
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[], omitted: number) {
    const fieldList = issues.map(({ path, message }) => ({ path, message }));
    super(summarize(fieldList, fieldList.length + omitted));
    this.fieldList = fieldList;
    this.issues = issues;
  }
}

/**
 * The wording for one error is that of Smithy's protocol tests. They have none for several; it is
 * the same sentence in the plural, followed by each field's.
 */
function summarize(fields: readonly ValidationExceptionField[], count: number): string {
  const messages = fields.map(({ message }) => message).join("; ");
  const rest = count > fields.length ? `; and ${count - fields.length} more` : "";
  return `${count} validation error${count === 1 ? "" : "s"} detected. ${messages}${rest}`;
}

/** @throws ValidationException where a check finds anything */
export function enforce(
  check: (value: unknown, here: CheckPlace) => void,
  value: unknown,
  options: ValidateOptions | undefined,
): void {
  const here = startValidation(options);
  check(value, here);
  const { found, omitted } = here.context;
  if (found !== undefined) throw new ValidationException(found.map(describeIssue), omitted);
}

/**
 * An event of a stream, once it is checked.
 * @throws ValidationException where a check finds anything, unless checks are turned off
 */
export function enforced<Event>(
  check: (value: unknown, here: CheckPlace) => void,
  event: Event,
  options: DeserializeRequestOptions | undefined,
): Event {
  if (options?.validate !== false) enforce(check, event, options);
  return event;
}
