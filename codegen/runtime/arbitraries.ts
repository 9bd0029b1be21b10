import fc from "fast-check";
import { keys, lengthsWithin, texts, type Alphabet } from "./arbitrary-text.js";
import {
  bigIntegersOf,
  integersOf,
  specOf,
  type BigBounds,
  type Bounds,
  type DescribeSpec,
  type EnumSpec,
  type ListSpec,
  type MapSpec,
  type MemberSpec,
  type MembersSpec,
  type ShapeSpec,
} from "./shape-spec.js";

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
export function validValues(
  describe: DescribeSpec,
  options: ValueOptions = {},
): fc.Arbitrary<unknown> {
  return membersValues(specOf(describe), { ...options, depth: 0, alphabet: "any" });
}

/** Generates the input or output of an operation that has none. */
export function noMembers(): fc.Arbitrary<Record<string, never>> {
  return fc.constant({});
}

function membersValues(spec: MembersSpec, position: Position): fc.Arbitrary<unknown> {
  return spec.kind === "structure" ? structureValues(spec, position) : unionValues(spec, position);
}

function structureValues(
  structure: MembersSpec,
  position: Position,
): fc.Arbitrary<Record<string, unknown>> {
  const deeper = { ...position, depth: position.depth + 1 };
  const members = structure.members.filter(
    (member) => isAlwaysThere(member) || position.depth < enoughDepth,
  );
  const entries = members.map((member) => {
    const entry = fc.tuple(fc.constant(member.name), memberValues(member, deeper));
    return isAlwaysThere(member) ? entry : fc.option(entry, { nil: undefined, freq: 2 });
  });
  return fc
    .tuple(...entries)
    .map((drawn) => Object.fromEntries(drawn.filter((entry) => entry !== undefined)));
}

/** Returns whether a member is always present. Every response has a status code. */
function isAlwaysThere({ presence, location }: MemberSpec): boolean {
  return presence !== undefined || location === "responseCode";
}

function unionValues(
  { members }: MembersSpec,
  position: Position,
): fc.Arbitrary<Record<string, unknown>> {
  const deeper = { ...position, depth: position.depth + 1 };
  const simple = members.filter(({ value }) => value.kind !== "reference");
  const isDeep = position.depth >= enoughDepth && simple.length > 0;
  return fc.oneof(
    ...(isDeep ? simple : members).map((member) =>
      memberValues(member, deeper).map((value) => Object.fromEntries([[member.name, value]])),
    ),
  );
}

/** Generates values of a member that its HTTP binding preserves. */
function memberValues(
  { value, location, presence }: MemberSpec,
  position: Position,
): fc.Arbitrary<unknown> {
  // A map that is always present is read as empty if the message has no entries.
  const isCarried = presence === undefined ? isNotEmpty : isNotEmptyList;
  switch (location) {
    case undefined:
      return valuesOf(value, position);
    case "label":
      return valuesOf(value, { ...position, alphabet: "unicode" }).filter(isPath);
    case "query":
    case "queryParams":
      return valuesOf(value, { ...position, alphabet: "unicode" }).filter(isCarried);
    case "header":
    case "prefixHeaders":
      return valuesOf(value, { ...position, alphabet: "header" }).filter(isCarried);
    case "payload":
    case "bytes":
      // An empty body and an absent body are the same for readers.
      return valuesOf(value, { ...position, alphabet: "unicode" }).filter(
        (drawn) => drawn !== "" && !(drawn instanceof Uint8Array && drawn.length === 0),
      );
    case "responseCode":
      return fc.integer({ min: 200, max: 299 });
    case "events":
      return fc.array(valuesOf(value, position), { maxLength: 3 }).map(streamOf);
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

function valuesOf(spec: ShapeSpec, position: Position): fc.Arbitrary<unknown> {
  switch (spec.kind) {
    case "string":
      return texts({ ...spec, alphabet: position.alphabet });
    case "boolean":
      return fc.boolean();
    case "integer":
      return integersWithin(integersOf(spec));
    case "float":
      return doublesWithin(spec.range);
    case "bigInteger":
      return bigIntegersWithin(bigIntegersOf(spec));
    case "bigDecimal":
      return bigDecimalsWithin(spec.range);
    case "timestamp":
      return timestamps(spec.wholeSeconds || position.alphabet === "header");
    case "document":
      return documents();
    case "blob":
      return lengthsWithin(spec.length).chain((length) =>
        fc.uint8Array({ minLength: length, maxLength: length }),
      );
    case "enum":
      return enumValues(spec, position);
    case "list":
      return listValues(spec, position);
    case "map":
      return mapValues(spec, position);
    case "orNull":
      return fc.option(valuesOf(spec.value, position));
    case "structure":
    case "union":
      return membersValues(spec, position);
    case "reference":
      // Resolved lazily, since shapes may be recursive.
      return fc.constant(spec).chain(({ target }) => membersValues(target(), position));
  }
}

function integersWithin({ min, max }: Bounds): fc.Arbitrary<number> {
  return fc.oneof(fc.constantFrom(min, max), fc.integer({ min, max }));
}

function doublesWithin({ min, max }: Bounds): fc.Arbitrary<number> {
  const isBounded = min !== -Infinity || max !== Infinity;
  // JSON does not preserve negative zero.
  return fc.double({ min, max, noNaN: isBounded }).map((value) => value + 0);
}

function bigIntegersWithin({ min, max }: BigBounds): fc.Arbitrary<bigint> {
  const within = fc.bigInt({
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  });
  const bounds = [min, max].filter((bound) => bound !== undefined);
  return bounds.length === 0 ? within : fc.oneof(fc.constantFrom(...bounds), within);
}

function bigDecimalsWithin({ min, max }: Bounds): fc.Arbitrary<string> {
  const least = Math.max(Math.ceil(min), Number.MIN_SAFE_INTEGER);
  const greatest = Math.min(Math.floor(max), Number.MAX_SAFE_INTEGER);
  return integersWithin({ min: Math.min(least, greatest), max: greatest }).map(String);
}

/** Generates times in the years 1 to 9999, with and without milliseconds. */
function timestamps(wholeSeconds: boolean): fc.Arbitrary<Date> {
  const bounds = { min: new Date(-62135596800000), max: new Date(253402300799999) };
  const dates = fc.date({ ...bounds, noInvalidDate: true });
  const inSeconds = dates.map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));
  if (wholeSeconds) return inSeconds;
  const usual = fc.integer({ min: 0, max: 4102444800000 }).map((time) => new Date(time));
  return fc.oneof(dates, inSeconds, usual);
}

/** Generates JSON except null, which means an absent member. Parsing removes negative zeros. */
function documents(): fc.Arbitrary<unknown> {
  return fc
    .jsonValue({ maxDepth: 3 })
    .map((value) => JSON.parse(JSON.stringify(value)) as unknown)
    .filter((value) => value !== null);
}

function enumValues({ values }: EnumSpec, position: Position): fc.Arbitrary<string | number> {
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

function listValues(list: ListSpec, position: Position): fc.Arbitrary<unknown[]> {
  const items = valuesOf(list.item, { ...position, depth: position.depth + 1 });
  const bounds = sizes(list.length, position);
  return list.uniqueItems
    ? fc.uniqueArray(items, { ...bounds, selector: distinct })
    : fc.array(items, bounds);
}

/** Returns a text that differs for unequal values. JSON does not support bigints. */
function distinct(item: unknown): string {
  return JSON.stringify(item, (_, value: unknown) =>
    typeof value === "bigint" ? `${value}n` : value,
  );
}

function mapValues(map: MapSpec, position: Position): fc.Arbitrary<Record<string, unknown>> {
  const values = valuesOf(map.value, { ...position, depth: position.depth + 1 });
  const names =
    map.key.kind === "string"
      ? keys({ ...map.key, alphabet: position.alphabet })
      : (valuesOf(map.key, position) as fc.Arbitrary<string>);
  const entries = fc.uniqueArray(fc.tuple(names, values), {
    ...sizes(map.length, position),
    selector: ([name]) => name,
  });
  // `Object.fromEntries` defines properties, so a key `__proto__` is kept.
  return entries.map((drawn) => Object.fromEntries(drawn));
}
