import { maxDepth, root, toPointer, type Path, type Place } from "./path.js";
import type { Constraint, Issue, ValidateOptions, ValidationResult } from "./types.js";

/** An issue while its path is a list. */
export interface FoundIssue {
  readonly path: Path;
  readonly constraint: Constraint;
  readonly expected: string;
  readonly received: string | number;
}

/** A validation under way; the list of issues is made at the first one. */
export interface Validation {
  found: FoundIssue[] | undefined;
  omitted: number;
  /** As they were given; unpacking them would cost a small value's check a third of its time. */
  readonly options: ValidateOptions | undefined;
  /** Whether the value was read from JSON, which holds no streams. */
  readonly isJson: boolean | undefined;
}

/** Where a check is. */
export type CheckPlace = Place<Validation>;

/** Begins a validation at the root of a value. */
export function startValidation(
  options: ValidateOptions | undefined,
  isJson?: boolean,
): CheckPlace {
  return root({ found: undefined, omitted: 0, options, isJson });
}

/** How many issues are described, unless told. */
export const defaultMaxIssues = 100;

/** Ends a validation. */
export function finishValidation<T>(
  { context: validation }: CheckPlace,
  value: unknown,
): ValidationResult<T> {
  return validation.found === undefined ? { ok: true, value: value as T } : failed(validation);
}

function failed({ found = [], omitted }: Validation): ValidationResult<never> {
  return { ok: false, issues: found.map(describeIssue), omitted };
}

/** Notes an issue, or counts it where there are too many. */
export function report(
  place: CheckPlace,
  constraint: Constraint,
  expected: string,
  received: string | number,
): void {
  const validation = place.context;
  validation.found ??= [];
  if (validation.found.length < (validation.options?.maxIssues ?? defaultMaxIssues)) {
    validation.found.push({ path: place, constraint, expected, received });
  } else {
    validation.omitted++;
  }
}

/** Words an issue by the templates of Smithy's validation protocol tests. */
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

/** The sentence for an issue at a place, given as a JSON pointer. */
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

/** Whether a value lies too deep to be looked into; notes it. */
export function isTooDeep(here: CheckPlace): boolean {
  if (here.depth <= maxDepth) return false;
  report(here, "type", `nest at most ${maxDepth} levels deep`, "more");
  return true;
}
