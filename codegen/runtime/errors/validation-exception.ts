import {
  describeIssue,
  startValidation,
  type CheckPlace,
  type FoundIssue,
} from "../check/validation.js";
import { toSegments } from "../values/path.js";
import type { ErrorWriter } from "./serialize-error.js";
import type {
  DeserializeRequestOptions,
  HttpResponse,
  Issue,
  ValidationExceptionField,
  ValidationIssue,
} from "../types.js";

/** The message and issues of an input that does not satisfy its constraints. */
export interface InvalidInput {
  readonly message: string;
  readonly fieldList: readonly ValidationExceptionField[];
  /** The same fields as data. */
  readonly issues: readonly ValidationIssue[];
}

/** Creates the service's `ValidationException`. */
export type ToValidationException = (invalid: InvalidInput) => Error;

/** Returns what an exception says of issues. */
export function invalidInput(issues: readonly ValidationIssue[], omitted: number): InvalidInput {
  const fieldList = issues.map(({ pointer, message }) => ({ path: pointer, message }));
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

/**
 * Checks an input, or an event of a stream, and returns it.
 * @typeParam Value the type that the check ensures
 * @throws the service's ValidationException if the check finds an issue and validation is not
 * disabled
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the check ensures it
export function enforced<Value>(
  check: (value: unknown, here: CheckPlace) => void,
  value: unknown,
  options: DeserializeRequestOptions | undefined,
  toException: ToValidationException,
): Value {
  if (options?.validate === false) return value as Value;
  const here = startValidation(options);
  check(value, here);
  const { found, omitted } = here.context;
  if (found !== undefined) throw toException(invalidInput(found.map(toValidationIssue), omitted));
  return value as Value;
}

function toValidationIssue(found: FoundIssue): ValidationIssue {
  const issue = describeIssue(found);
  return { ...issue, path: toSegments(found.path), pointer: issue.path };
}

/** Adds the paths of issues as steps: those of lists are numbers, which a pointer does not tell. */
export function locateIssues(issues: readonly Issue[], input: unknown): ValidationIssue[] {
  return issues.map((issue) => {
    let value = input;
    const path = issue.path
      .split("/")
      .slice(1)
      .map((step) => {
        const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
        const isIndex = Array.isArray(value);
        value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[key];
        return isIndex ? Number(key) : key;
      });
    return { ...issue, path, pointer: issue.path };
  });
}

/** Adds issues to an error of the model as a non-enumerable property. */
export function withIssues<E extends Error>(error: E, issues: readonly ValidationIssue[]): E {
  return Object.defineProperty(error, "issues", { value: issues });
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
export function writeValidationException(
  { message, fieldList }: Omit<InvalidInput, "issues">,
  write: ErrorWriter,
): HttpResponse {
  const fields = fieldList.map(({ path, message }) => ({ path, message }));
  return write(400, "ValidationException", { message, fieldList: fields });
}
