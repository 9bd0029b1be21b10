import {
  integersWithin,
  doublesWithin,
  bigIntegersWithin,
  bigDecimalsWithin,
  timestamps,
} from "./number-values.js";
import fc from "fast-check";
import { keys, lengthsWithin, texts, type Alphabet } from "./arbitrary-text.js";
import { bigIntegersOf, integersOf, lengthOf, rangeOf, type Bounds } from "../schema/bounds.js";
import { holdsNulls, tableOf } from "../schema/targets.js";
import type {
  EnumTable,
  ListTable,
  MapTable,
  MemberTable,
  StringTable,
  StructureTable,
  Target,
  UnionTable,
} from "../tables.js";

/** Returns an arbitrary of the valid values of a type. */
export type ArbitraryOf<Value> = () => fc.Arbitrary<Value>;

/** Options for generating values. */
export interface ValueOptions {
  /** Whether to generate enum values that the model does not define. */
  readonly unknownEnumValues?: boolean | undefined;
}

/** The position of a value: its depth, and the characters that are allowed there. */
interface Position extends ValueOptions {
  readonly depth: number;
  readonly alphabet: Alphabet;
}

/** Below this depth, only required members are generated, so that recursive values are finite. */
const enoughDepth = 4;

/** An enum value that no model defines. */
export const unknownEnumValue = "VALUE_OF_A_LATER_MODEL";

/**
 * Generates valid values of a structure or union. Members outside of the body have values that an
 * HTTP message preserves.
 */
export function validValues<Value>(
  table: StructureTable | UnionTable,
  options: ValueOptions = {},
): fc.Arbitrary<Value> {
  const position: Position = { ...options, depth: 0, alphabet: "any" };
  return membersValues(table, position) as fc.Arbitrary<Value>;
}

/** Generates the input or output of an operation that has none. */
export function noMembers(): fc.Arbitrary<Record<string, never>> {
  return fc.constant({});
}

function membersValues(
  table: StructureTable | UnionTable,
  position: Position,
): fc.Arbitrary<unknown> {
  return table.type === "structure"
    ? structureValues(table, position)
    : unionValues(table, position);
}

function structureValues(
  structure: StructureTable,
  position: Position,
): fc.Arbitrary<Record<string, unknown>> {
  const deeper = { ...position, depth: position.depth + 1 };
  const members = structure.members.filter(
    (member) => isAlwaysThere(member) || position.depth < enoughDepth,
  );
  const entries = members.map((member) => {
    const entry = fc.tuple(fc.constant(member[0]), memberValues(member, deeper));
    return isAlwaysThere(member) ? entry : fc.option(entry, { nil: undefined, freq: 2 });
  });
  return fc
    .tuple(...entries)
    .map((drawn) => Object.fromEntries(drawn.filter((entry) => entry !== undefined)));
}

/** Returns whether a member is always present. Every response has a status code. */
function isAlwaysThere(member: MemberTable): boolean {
  return isRead(member) || member[3]?.location === "responseCode";
}

/** Returns whether a member is always present after reading: it is required or has a default. */
function isRead([, , , facts]: MemberTable): boolean {
  return facts?.required === true || facts?.default !== undefined;
}

function unionValues(
  { members }: UnionTable,
  position: Position,
): fc.Arbitrary<Record<string, unknown>> {
  const deeper = { ...position, depth: position.depth + 1 };
  const simple = members.filter(([, , target]) => !("members" in tableOf(target)));
  const isDeep = position.depth >= enoughDepth && simple.length > 0;
  return fc.oneof(
    ...(isDeep ? simple : members).map((member) =>
      memberValues(member, deeper).map((value) => Object.fromEntries([[member[0], value]])),
    ),
  );
}

/** Generates values of a member that its HTTP binding preserves. */
function memberValues(member: MemberTable, position: Position): fc.Arbitrary<unknown> {
  const [, , target, facts] = member;
  // A map that is always present is read as empty if the message has no entries.
  const isCarried = isRead(member) ? isNotEmptyList : isNotEmpty;
  switch (facts?.location) {
    case undefined:
      return valuesOf(target, position);
    case "label":
      return valuesOf(target, { ...position, alphabet: "unicode" }).filter(isPath);
    case "query":
    case "queryParams":
      return valuesOf(target, { ...position, alphabet: "unicode" }).filter(isCarried);
    case "header":
    case "prefixHeaders":
      return valuesOf(target, { ...position, alphabet: "header" }).filter(isCarried);
    case "payload":
    case "bytes":
      // An empty body and an absent body are the same for readers.
      return valuesOf(target, { ...position, alphabet: "unicode" }).filter(
        (drawn) => drawn !== "" && !(drawn instanceof Uint8Array && drawn.length === 0),
      );
    case "responseCode":
      return fc.integer({ min: 200, max: 299 });
    case "events":
      return fc.array(valuesOf(target, position), { maxLength: 3 }).map(streamOf);
  }
}

/** Returns whether a path has no empty segments, `.` or `..`, which writers reject. */
function isPath(value: unknown): boolean {
  return String(value)
    .split("/")
    .every((segment) => segment !== "" && segment !== "." && segment !== "..");
}

/**
 * Rejects empty lists and maps, which have no query parameters or headers and are read as absent.
 */
function isNotEmpty(value: unknown): boolean {
  const isCollection = typeof value === "object" && value !== null && !(value instanceof Date);
  return !isCollection || Object.keys(value).length > 0;
}

function isNotEmptyList(value: unknown): boolean {
  return !Array.isArray(value) || value.length > 0;
}

function streamOf(events: readonly unknown[]): AsyncIterable<unknown> {
  return {
    [Symbol.asyncIterator]: () => {
      const iterator = events.values();
      return { next: () => Promise.resolve(iterator.next()) };
    },
  };
}

function valuesOf(target: Target, position: Position): fc.Arbitrary<unknown> {
  const table = tableOf(target);
  switch (table.type) {
    case "string":
      return texts({ ...textOf(table), alphabet: position.alphabet });
    case "boolean":
      return fc.boolean();
    case "byte":
    case "short":
    case "integer":
    case "long":
      return integersWithin(integersOf(table));
    case "float":
      return doublesWithin(rangeOf(table));
    case "bigInteger":
    case "int64":
      return bigIntegersWithin(bigIntegersOf(table));
    case "bigDecimal":
      return bigDecimalsWithin(rangeOf(table));
    case "timestamp":
      return timestamps(table.format === "http-date" || position.alphabet === "header");
    case "document":
      return documents();
    case "blob":
      return lengthsWithin(lengthOf(table)).chain((length) =>
        fc.uint8Array({ minLength: length, maxLength: length }),
      );
    case "enum":
      return enumValues(table, position);
    case "list":
      return listValues(table, position);
    case "map":
      return mapValues(table, position);
    case "structure":
    case "union":
      // Resolved lazily, since shapes may be recursive.
      return fc.constant(table).chain((shape) => membersValues(shape, position));
  }
}

function textOf(table: StringTable): { length: Bounds; pattern: RegExp | undefined } {
  return { length: lengthOf(table), pattern: table.pattern };
}

/** Generates JSON except null, which means an absent member. Parsing removes negative zeros. */
function documents(): fc.Arbitrary<unknown> {
  return fc
    .jsonValue({ maxDepth: 3 })
    .map((value) => JSON.parse(JSON.stringify(value)) as unknown)
    .filter((value) => value !== null);
}

function enumValues(table: EnumTable, position: Position): fc.Arbitrary<string | number> {
  const values = Object.values(table.values);
  const known = fc.constantFrom(...values);
  if (position.unknownEnumValues !== true) return known;
  const unknown = typeof values[0] === "number" ? 2147483647 : unknownEnumValue;
  return fc.oneof({ weight: 3, arbitrary: known }, { weight: 1, arbitrary: fc.constant(unknown) });
}

function sizes(
  { min, max }: Bounds,
  { depth }: Position,
): { minLength: number; maxLength: number } {
  return { minLength: min, maxLength: Math.min(max, depth < enoughDepth ? min + 3 : min) };
}

/** Generates elements of a collection. */
function elementValues(
  collection: ListTable | MapTable,
  target: Target,
  position: Position,
): fc.Arbitrary<unknown> {
  const values = valuesOf(target, { ...position, depth: position.depth + 1 });
  return holdsNulls(collection, tableOf(target)) ? fc.option(values) : values;
}

function listValues(list: ListTable, position: Position): fc.Arbitrary<unknown[]> {
  const items = elementValues(list, list.item, position);
  const bounds = sizes(lengthOf(list), position);
  return list.uniqueItems === true
    ? fc.uniqueArray(items, { ...bounds, selector: distinct })
    : fc.array(items, bounds);
}

/** Returns a text that differs for unequal values. JSON does not support bigints. */
function distinct(item: unknown): string {
  return JSON.stringify(item, (_, value: unknown) =>
    typeof value === "bigint" ? `${value}n` : value,
  );
}

function mapValues(map: MapTable, position: Position): fc.Arbitrary<Record<string, unknown>> {
  const values = elementValues(map, map.value, position);
  const key = tableOf(map.key);
  const names =
    key.type === "string"
      ? keys({ ...textOf(key), alphabet: position.alphabet })
      : (valuesOf(key, position) as fc.Arbitrary<string>);
  const entries = fc.uniqueArray(fc.tuple(names, values), {
    ...sizes(lengthOf(map), position),
    selector: ([name]) => name,
  });
  // `Object.fromEntries` defines properties, so a key `__proto__` is kept.
  return entries.map((drawn) => Object.fromEntries(drawn));
}
