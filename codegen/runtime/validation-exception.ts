import { describeIssue, startValidation, type CheckPlace, type FoundIssue } from "./validation.js";
import type { DeserializeRequestOptions, HttpResponse, Issue, ValidateOptions } from "./types.js";

/** One field that does not satisfy a constraint (Smithy, `smithy.framework#ValidationExceptionField`). */
export interface ValidationExceptionField {
  /** A JSON pointer (RFC 6901) over the member names of the model. */
  readonly path: string;
  readonly message: string;
}

/** What a `ValidationException` has besides what every error of a service has. */
export interface ValidationExceptionMembers {
  readonly fieldList?: readonly ValidationExceptionField[] | undefined;
  readonly issues?: readonly Issue[] | undefined;
}

/** What a `ValidationException` is made of where an input does not satisfy its constraints. */
export interface InvalidInput {
  readonly message: string;
  readonly fieldList: readonly ValidationExceptionField[];
  /** The same as data. */
  readonly issues: readonly Issue[];
}

/** Makes the service's `ValidationException`. */
export type ToValidationException = (invalid: InvalidInput) => Error;

function invalidInput(found: readonly FoundIssue[], omitted: number): InvalidInput {
  const issues = found.map(describeIssue);
  const fieldList = issues.map(({ path, message }) => ({ path, message }));
  return { message: summarize(fieldList, fieldList.length + omitted), fieldList, issues };
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

/** @throws the service's ValidationException if the check finds anything */
export function enforce(
  check: (value: unknown, here: CheckPlace) => void,
  value: unknown,
  options: ValidateOptions | undefined,
  toException: ToValidationException,
): void {
  const here = startValidation(options);
  check(value, here);
  const { found, omitted } = here.context;
  if (found !== undefined) throw toException(invalidInput(found, omitted));
}

/**
 * Checks an event of a stream and returns it.
 * @throws the service's ValidationException if the check finds anything, unless checks are turned off
 */
export function enforced<Event>(
  check: (value: unknown, here: CheckPlace) => void,
  event: Event,
  options: DeserializeRequestOptions | undefined,
  toException: ToValidationException,
): Event {
  if (options?.validate !== false) enforce(check, event, options, toException);
  return event;
}

/** Adds the issues to an error of the model, without making them one of its members. */
export function withIssues<E extends Error>(error: E, issues: readonly Issue[]): E {
  return Object.defineProperty(error, "issues", { value: issues, enumerable: false });
}

/** Reads the fields of a `ValidationException`; what does not have their form is left out. */
export function readFieldList({
  fieldList,
}: Record<string, unknown>): readonly ValidationExceptionField[] {
  return Array.isArray(fieldList) ? fieldList.filter(isField) : [];
}

function isField(field: unknown): field is ValidationExceptionField {
  const { path, message } = (field ?? {}) as Record<string, unknown>;
  return typeof path === "string" && typeof message === "string";
}

/** Writes a `ValidationException` that the model does not have (Smithy, `smithy.framework#ValidationException`). */
export function writeValidationException({
  message,
  fieldList,
}: Omit<InvalidInput, "issues">): HttpResponse {
  return {
    statusCode: 400,
    headers: { "content-type": "application/json", "x-amzn-errortype": "ValidationException" },
    body: JSON.stringify({ message, fieldList }),
  };
}
