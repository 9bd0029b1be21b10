import { describeMismatch } from "../errors/errors.js";
import { inputSchema, outputSchema } from "./json-schema.js";
import { pointerOf, root, toPointer, toSegments, type Key } from "../values/path.js";
import { valueReader, type ReadPlace } from "../values/reader.js";
import { reportUnknownMembers, toWirePath } from "./targets.js";
import {
  defaultMaxIssues,
  messageOf,
  startValidation,
  type CheckPlace,
  type FoundIssue,
} from "../check/validation.js";
import type { StructureTable, UnionTable } from "../tables.js";
import type {
  StandardOptions,
  StandardResult,
  StandardSchema,
  ValidateOptions,
  ValidationIssue,
} from "../types.js";

type Read<Value = unknown> = (json: unknown, here: ReadPlace) => Value;
export type Check = (value: unknown, here: CheckPlace) => void;
export type Table = StructureTable | UnionTable;

/** What a schema is made of. */
export interface SchemaParts {
  readonly read: Read;
  readonly check: Check;
  readonly table: Table;
}

/** A schema, as its own functions see it. */
export type Described = StandardSchema<unknown>;

/** The type of the properties of every shape's schema. */
type StandardProperties = StandardSchema<never, never>["~standard"];

/**
 * Returns the properties of a shape's Standard Schema. They have the type of those of every shape,
 * so that the constant of a shape alone says which type `check` ensures.
 */
export function standard(read: Read, check: Check, table: Table): StandardProperties {
  return new Standard({ read, check, table });
}

/** Returns what a schema is made of. */
export function partsOf(schema: Described): SchemaParts {
  return Standard.partsOf(schema["~standard"]);
}

class Standard implements StandardProperties {
  readonly version = 1;
  readonly vendor = "smithy-codec";
  readonly validate: StandardProperties["validate"];
  readonly jsonSchema: StandardProperties["jsonSchema"];
  readonly #parts: SchemaParts;

  constructor(parts: SchemaParts) {
    const { read, check, table } = parts;
    this.#parts = parts;
    this.validate = (json, options) => validateJson(json, read, check, table, options);
    this.jsonSchema = {
      input: (options) => inputSchema(table, options),
      output: (options) => outputSchema(table, options),
    };
  }

  static partsOf(properties: object): SchemaParts {
    return (properties as Standard).#parts;
  }
}

function validateJson(
  json: unknown,
  read: Read,
  check: Check,
  table: Table,
  options?: StandardOptions,
): StandardResult<never> {
  const given = options?.libraryOptions;
  const { value, issues, omitted } = examineJson(json, read, check, given, table);
  if (issues.length === 0 && omitted === 0) return { value: value as never };
  const rest = { message: `There are ${omitted} more issues.`, path: [] };
  const standardIssues = issues.map(({ message, path }) => ({ message, path }));
  return { issues: omitted > 0 ? [...standardIssues, rest] : standardIssues };
}

/** The result of checking JSON. The value has the type of the shape if there are no issues. */
export interface Examined<Value> {
  readonly value: Value;
  readonly issues: readonly ValidationIssue[];
  /** The number of issues that are not in `issues`. */
  readonly omitted: number;
}

/**
 * Reads JSON by the rules of a server, and validates the value.
 * @param table the members of the model and their names on the wire; if it is absent, the paths of
 * the check are used unchanged
 */
export function examineJson<Value>(
  json: unknown,
  read: Read<Value>,
  check: Check,
  options?: ValidateOptions,
  table?: Table,
): Examined<Value> {
  let misread: Misread | undefined;
  const note = (place: ReadPlace, expected: string, received: string): void => {
    misread ??= { issues: [], at: new Set(), above: new Set() };
    noteMisread(misread, place, expected, received);
  };
  const value = read(json, root({ ...valueReader(), strict: true, note }));
  const isRead = misread === undefined;
  const place = startValidation(isRead ? options : { ...options, maxIssues: Infinity }, true);
  check(value, place);
  if (isRead && options === undefined && place.context.found === undefined) {
    return { value, issues: [], omitted: 0 };
  }
  // Readers ignore unknown members, so they are searched for in the JSON.
  const unknown = startValidation(options, true);
  if (table !== undefined && options?.unknownMembers === "report") {
    reportUnknownMembers(json, table, unknown);
  }
  const found = misread?.issues ?? [];
  for (const issue of unknown.context.found ?? []) {
    found.push(toIssue(issue, toSegments(issue.path)));
  }
  for (const issue of place.context.found ?? []) {
    const path = table === undefined ? toSegments(issue.path) : toWirePath(issue.path, table);
    // A value that could not be read is missing; do not report it twice.
    if (misread === undefined || !isDue(path, issue, misread)) {
      found.push(toIssue(issue, path));
    }
  }
  const issues = found.slice(0, options?.maxIssues ?? defaultMaxIssues);
  const omitted = unknown.context.omitted + place.context.omitted + found.length - issues.length;
  return { value, issues, omitted };
}

/**
 * Values that could not be read: issues, and JSON pointers to the values and to their ancestors.
 */
interface Misread {
  readonly issues: ValidationIssue[];
  readonly at: Set<string>;
  readonly above: Set<string>;
}

function noteMisread(
  { issues, at, above }: Misread,
  place: ReadPlace,
  expected: string,
  received: string,
): void {
  const path = toPointer(place);
  issues.push({
    message: describeMismatch({ path, expected, received }),
    path: toSegments(place),
    pointer: path,
    constraint: "type",
    expected,
    received,
  });
  at.add(path);
  for (let node = place.parent; node !== undefined; node = node.parent) {
    const pointer = toPointer(node);
    if (above.has(pointer)) break;
    above.add(pointer);
  }
}

function toIssue(
  { constraint, expected, received }: FoundIssue,
  path: readonly Key[],
): ValidationIssue {
  const pointer = pointerOf(path);
  const message = messageOf(pointer, constraint, expected, received);
  return { message, path, pointer, constraint, expected, received };
}

/** Returns whether an issue is only a consequence of values that could not be read. */
function isDue(path: readonly Key[], { constraint }: FoundIssue, misread: Misread): boolean {
  for (let length = path.length; length >= 0; length--) {
    if (misread.at.has(pointerOf(path.slice(0, length)))) return true;
  }
  // Items that could not be read are equal.
  return constraint === "uniqueItems" && misread.above.has(pointerOf(path));
}
