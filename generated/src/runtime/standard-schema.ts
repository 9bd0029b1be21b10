import { describeMismatch } from "./errors.js";
import type { JsonObject } from "./json.js";
import type { JsonSchemaOptions } from "./json-schema.js";
import { root, toPointer, toSegments, type Path } from "./path.js";
import type { ReadPlace } from "./reader.js";
import {
  startValidation,
  toStandardIssue,
  type CheckPlace,
  type FoundIssue,
  type ValidateOptions,
} from "./validation.js";

/** A validator in the form that libraries agree on (Standard Schema, version 1.1), with its JSON Schema. */
export interface StandardSchema<Value> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "smithy-codec";
    /**
     * Reads wire JSON: the value of the type, or everything that is wrong with the JSON. Options of
     * the library are those of `validateX`: how many issues to describe, and an engine for patterns.
     */
    readonly validate: (json: unknown, options?: StandardOptions) => StandardResult<Value>;
    readonly jsonSchema: {
      /** The JSON Schema of the JSON on the wire; throws for targets other than the drafts 2020-12 and 07. */
      readonly input: (options: JsonSchemaOptions) => JsonObject;
      /** The JSON Schema of what `JSON.stringify` makes of a value; throws where the value has bytes or bigints. */
      readonly output: (options: JsonSchemaOptions) => JsonObject;
    };
    /** Exists for the compiler alone. */
    readonly types?: { readonly input: unknown; readonly output: Value } | undefined;
  };
}

/** Options of a validation, in the form of Standard Schema. */
export interface StandardOptions {
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

export type StandardResult<Value> =
  | { readonly value: Value; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

export interface StandardIssue {
  readonly message: string;
  /** The way through the JSON: wire names, map keys and list indices. */
  readonly path: readonly (string | number)[];
}

type Read<Value> = (json: unknown, here: ReadPlace) => Value;
type Check = (value: unknown, here: CheckPlace) => void;

/** Validates wire JSON by a shape's reader and its check. */
export function validateJson<Value>(
  json: unknown,
  read: Read<Value>,
  check: Check,
  options?: StandardOptions,
): StandardResult<Value> {
  const { value, issues, omitted } = examineJson(json, read, check, options?.libraryOptions);
  if (issues.length === 0 && omitted === 0) return { value };
  const rest = { message: `There are ${omitted} more issues.`, path: [] };
  return { issues: omitted > 0 ? [...issues, rest] : issues };
}

/** What there is to say about wire JSON; the value is one of the type where there are no issues. */
export interface Examined<Value> {
  readonly value: Value;
  readonly issues: readonly StandardIssue[];
  /** How many more issues there are than `issues` holds. */
  readonly omitted: number;
}

/** Reads wire JSON by a server's rules, and checks what was read. */
export function examineJson<Value>(
  json: unknown,
  read: Read<Value>,
  check: Check,
  options: ValidateOptions = {},
): Examined<Value> {
  const { maxIssues = 100 } = options;
  const found: { path: string; issue: StandardIssue }[] = [];
  const note = (place: ReadPlace, expected: string, received: string): void => {
    const path = toPointer(place, "key");
    const message = describeMismatch({ path, expected, received });
    found.push({ path, issue: { message, path: toSegments(place, "key") } });
  };
  const value = read(json, root({ strict: true, note, statusCode: undefined }));
  // What could not be read is missing from the value; that it is missing is no second issue.
  const misread = new Set(found.map(({ path }) => path));
  const place = startValidation({
    ...options,
    maxIssues: misread.size === 0 ? maxIssues : Infinity,
  });
  check(value, place);
  const { found: checked = [], omitted } = place.context;
  const broken = misread.size === 0 ? checked : checked.filter((issue) => !isDue(issue, misread));
  const issues = [
    ...found.slice(0, maxIssues).map(({ issue }) => issue),
    ...broken.slice(0, Math.max(0, maxIssues - found.length)).map(toStandardIssue),
  ];
  return { value, issues, omitted: omitted + found.length + broken.length - issues.length };
}

/** Whether an issue is there only because values could not be read. */
function isDue({ path, constraint }: FoundIssue, misread: ReadonlySet<string>): boolean {
  for (let node: Path | undefined = path; node !== undefined; node = node.parent) {
    if (misread.has(toPointer(node, "key"))) return true;
  }
  // Items that could not be read are all the same.
  if (constraint !== "uniqueItems") return false;
  const items = `${toPointer(path, "key")}/`;
  return [...misread].some((pointer) => pointer.startsWith(items));
}
