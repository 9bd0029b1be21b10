import { describeIssue, startValidation, type CheckPlace, type FoundIssue } from "./validation.js";
import type { DeserializeRequestOptions, HttpResponse, Issue, ValidateOptions } from "./types.js";

/**
 * A field that does not satisfy a constraint (Smithy, `smithy.framework#ValidationExceptionField`).
 */
export interface ValidationExceptionField {
  /** A JSON pointer (RFC 6901) of member names in the model. */
  readonly path: string;
  readonly message: string;
}

/** The members of a `ValidationException` that other errors of a service do not have. */
export interface ValidationExceptionMembers {
  readonly fieldList?: readonly ValidationExceptionField[] | undefined;
  readonly issues?: readonly Issue[] | undefined;
}

/** The message and issues of an input that does not satisfy its constraints. */
export interface InvalidInput {
  readonly message: string;
  readonly fieldList: readonly ValidationExceptionField[];
  /** The same fields as data. */
  readonly issues: readonly Issue[];
}

/** Creates the service's `ValidationException`. */
export type ToValidationException = (invalid: InvalidInput) => Error;

function invalidInput(found: readonly FoundIssue[], omitted: number): InvalidInput {
  const issues = found.map(describeIssue);
  const fieldList = issues.map(({ path, message }) => ({ path, message }));
  return { message: summarize(fieldList, fieldList.length + omitted), fieldList, issues };
}

/**
 * Returns the message of an exception. The wording for one error is fixed by Smithy's protocol
 * tests. They have none for several errors; the message uses the plural and joins the messages of
 * the fields.
 */
function summarize(fields: readonly ValidationExceptionField[], count: number): string {
  const messages = fields.map(({ message }) => message).join("; ");
  const rest = count > fields.length ? `; and ${count - fields.length} more` : "";
  return `${count} validation error${count === 1 ? "" : "s"} detected. ${messages}${rest}`;
}

/** @throws the service's ValidationException if the check finds an issue */
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
 * @throws the service's ValidationException if the check finds an issue and validation is not
 * disabled
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

/** Adds issues to an error of the model as a non-enumerable property. */
export function withIssues<E extends Error>(error: E, issues: readonly Issue[]): E {
  return Object.defineProperty(error, "issues", { value: issues, enumerable: false });
}

/** Reads the fields of a `ValidationException`. Malformed fields are ignored. */
export function readFieldList({
  fieldList,
}: Record<string, unknown>): readonly ValidationExceptionField[] {
  return Array.isArray(fieldList) ? fieldList.filter(isField) : [];
}

function isField(field: unknown): field is ValidationExceptionField {
  const { path, message } = (field ?? {}) as Record<string, unknown>;
  return typeof path === "string" && typeof message === "string";
}

/** Writes the built-in `ValidationException` (Smithy, `smithy.framework#ValidationException`). */
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
