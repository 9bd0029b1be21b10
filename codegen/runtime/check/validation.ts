import { maxDepth, root, toPointer, type Path, type Place } from "../values/path.js";
import type { Constraint, Issue, ValidateOptions, ValidationResult } from "../types.js";

/** An issue before its path is converted to a JSON pointer. */
export interface FoundIssue {
  readonly path: Path;
  readonly constraint: Constraint;
  readonly expected: string;
  readonly received: string | number;
}

/** The state of a validation. The list of issues is created with the first issue. */
export interface Validation {
  found: FoundIssue[] | undefined;
  omitted: number;
  /** The caller's object: unpacking it takes a third of the time of checking a small value. */
  readonly options: ValidateOptions | undefined;
  /** Whether the value was read from JSON, which cannot contain streams. */
  readonly isJson: boolean | undefined;
}

/** The place of the value that is checked. */
export type CheckPlace = Place<Validation>;

/** Starts a validation at the root of a value. */
export function startValidation(
  options: ValidateOptions | undefined,
  isJson?: boolean,
): CheckPlace {
  return root({ found: undefined, omitted: 0, options, isJson });
}

/** The default of the option `maxIssues`. */
export const defaultMaxIssues = 100;

/** Checks a value and returns the result. */
export function validate<T>(
  check: (value: unknown, here: CheckPlace) => void,
  value: unknown,
  options: ValidateOptions | undefined,
): ValidationResult<T> {
  const here = startValidation(options);
  check(value, here);
  return finishValidation(here, value);
}

/** Returns the result of a validation. */
export function finishValidation<T>(
  { context: validation }: CheckPlace,
  value: unknown,
): ValidationResult<T> {
  const { found, omitted } = validation;
  return found === undefined
    ? { ok: true, value: value as T }
    : { ok: false, issues: found.map(describeIssue), omitted };
}

/** Adds an issue, or only counts it if there are too many. */
export function report(
  place: CheckPlace,
  constraint: Constraint,
  expected: string,
  received: string | number,
): void {
  const validation = place.context;
  const found = (validation.found ??= []);
  if (found.length < (validation.options?.maxIssues ?? defaultMaxIssues)) {
    found.push({ path: place, constraint, expected, received });
  } else {
    validation.omitted++;
  }
}

/** Converts an issue; the wording of its message is that of Smithy's validation protocol tests. */
export function describeIssue({ path, constraint, expected, received }: FoundIssue): Issue {
  const pointer = toPointer(path);
  return {
    path: pointer,
    constraint,
    expected,
    received,
    message: messageOf(pointer, constraint, expected, received),
  };
}

/** Returns the message of an issue at a JSON pointer. */
export function messageOf(
  pointer: string,
  constraint: Constraint,
  expected: string,
  received: string | number,
): string {
  const length =
    constraint === "length" && typeof received === "number" ? ` with length ${received}` : "";
  return `Value${length} at '${pointer}' failed to satisfy constraint: Member must ${expected}`;
}

/** Returns whether a value is nested too deeply to be checked, and if so adds an issue. */
export function isTooDeep(here: CheckPlace): boolean {
  if (here.depth <= maxDepth) return false;
  report(here, "type", `nest at most ${maxDepth} levels deep`, "more");
  return true;
}
