import { toStandardIssue, startValidation, type CheckPlace } from "./validation.js";
import { collectingReader, type ReadPlace } from "./reader.js";
import { describeMismatch } from "./errors.js";
import { root, toPointer, type Path } from "./path.js";

/** A validator in the form that libraries agree on (Standard Schema, version 1). */
export interface StandardSchema<Value> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "smithy-codec";
    /** Reads wire JSON: the value of the type, or everything that is wrong with the JSON. */
    readonly validate: (json: unknown) => StandardResult<Value>;
    /** Exists for the compiler alone. */
    readonly types?: { readonly input: unknown; readonly output: Value } | undefined;
  };
}

export type StandardResult<Value> =
  | { readonly value: Value; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

export interface StandardIssue {
  readonly message: string;
  /** The way through the JSON: wire names, map keys and list indices. */
  readonly path: readonly (string | number)[];
}

/** Validates wire JSON by a shape's reader and its check. */
export function validateJson<Value>(
  json: unknown,
  read: (json: unknown, here: ReadPlace) => Value,
  check: (value: unknown, here: CheckPlace) => void,
): StandardResult<Value> {
  const reader = collectingReader();
  const place = startValidation(undefined);
  const value = read(json, root(reader));
  check(value, place);
  // What could not be read is missing from the value; that it is missing is no second issue.
  const misread = new Set(reader.found.map(({ path }) => path));
  const broken = (place.context.found ?? []).filter(({ path }) => !isAtOrBelow(path, misread));
  if (misread.size === 0 && broken.length === 0) return { value };
  return {
    issues: [
      ...reader.found.map((found) => ({ message: describeMismatch(found), path: found.segments })),
      ...broken.map(toStandardIssue),
    ],
  };
}

function isAtOrBelow(path: Path, pointers: ReadonlySet<string>): boolean {
  if (pointers.size === 0) return false;
  for (let node: Path | undefined = path; node !== undefined; node = node.parent) {
    if (pointers.has(toPointer(node, "key"))) return true;
  }
  return false;
}
