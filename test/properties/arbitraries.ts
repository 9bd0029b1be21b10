import fc from "fast-check";
import type {
  Constraints,
  Enum,
  List,
  MapShape,
  Member,
  Operation,
  Shape,
  Structure,
  Union,
} from "../../codegen/src/ir/ir.js";
import type { Value } from "./codec.js";
import { keys, lengthsWithin, texts } from "../../codegen/runtime/arbitrary-text.js";

/** How values are drawn. */
export interface ValueOptions {
  /** Whether enums also have values that the model does not know. */
  readonly unknownEnumValues?: boolean | undefined;
}

/** Where a value stands: how deep, and whether outside of JSON, where text must be well-formed. */
interface Position extends ValueOptions {
  readonly depth: number;
  readonly inJson: boolean;
}

/** Deeper than this, only what is required is drawn, so that recursive shapes come to an end. */
const enoughDepth = 4;

/** An enum value that no model has. */
export const unknownEnumValue = "VALUE_OF_A_LATER_MODEL";

/** Valid values of a structure, as its JSON form can hold them. */
export function structureValues(
  structure: Structure,
  options: ValueOptions = {},
): fc.Arbitrary<Value> {
  return membersOf(structure, { ...options, depth: 0, inJson: true }, valuesOf);
}

/** Valid inputs of an operation, as an HTTP request can hold them. */
export function inputsOf(operation: Operation, options: ValueOptions = {}): fc.Arbitrary<Value> {
  return messagesOf(operation.input, options);
}

/** Valid outputs of an operation, as an HTTP response can hold them. */
export function outputsOf(operation: Operation, options: ValueOptions = {}): fc.Arbitrary<Value> {
  return messagesOf(operation.output, options);
}

function messagesOf(structure: Structure | undefined, options: ValueOptions): fc.Arbitrary<Value> {
  if (structure === undefined) return fc.constant({});
  return membersOf(structure, { ...options, depth: 0, inJson: true }, boundValues);
}

/** Values of a member at the place where HTTP carries it. */
function boundValues(member: Member, position: Position): fc.Arbitrary<unknown> {
  switch (member.binding.location) {
    case "body":
      return valuesOf(member, position);
    case "label":
      return valuesOf(member, { ...position, inJson: false }).filter(isPathSegment);
    case "query":
      return valuesOf(member, { ...position, inJson: false }).filter(isNotEmptyList);
    case "payload":
      // An empty body and none are the same to whoever reads it.
      return valuesOf(member, position).filter(
        (value) => !(value instanceof Uint8Array) || value.length > 0,
      );
    default:
      throw new Error(`No arbitrary for members bound to ${member.binding.location}.`);
  }
}

/** Empty segments, and those of dots, address another resource: they are refused, and not drawn. */
function isPathSegment(value: unknown): boolean {
  return value !== "" && value !== "." && value !== "..";
}

/** A query parameter that is repeated no times is not there. */
function isNotEmptyList(value: unknown): boolean {
  return !Array.isArray(value) || value.length > 0;
}

function membersOf(
  structure: Structure,
  position: Position,
  draw: (member: Member, position: Position) => fc.Arbitrary<unknown>,
): fc.Arbitrary<Value> {
  const deeper = { ...position, depth: position.depth + 1 };
  const members = structure.members.filter(
    ({ required }) => required || position.depth < enoughDepth,
  );
  const entries = members.map((member) => {
    const entry = fc.tuple(fc.constant(member.property), draw(member, deeper));
    return member.required ? entry : fc.option(entry, { nil: undefined, freq: 2 });
  });
  return fc
    .tuple(...entries)
    .map((drawn) => Object.fromEntries(drawn.filter((entry) => entry !== undefined)));
}

function valuesOf(member: Member, position: Position): fc.Arbitrary<unknown> {
  return shapeValues(member.target, member.constraints, position);
}

/** Values of a shape under the constraints that hold where it is used. */
function shapeValues(
  shape: Shape,
  constraints: Constraints,
  position: Position,
): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case "string":
      return texts({ ...constraints, loneSurrogates: position.inJson });
    case "boolean":
      return fc.boolean();
    case "integer":
      return integersWithin(constraints, shape.type);
    case "float":
      return doublesWithin(constraints);
    case "bigInteger":
      return fc.bigInt();
    case "bigDecimal":
      return fc.integer().map(String);
    case "timestamp":
      return timestamps();
    case "document":
      return fc.jsonValue({ maxDepth: 3 });
    case "blob":
      return lengthsWithin(constraints.length).chain((length) =>
        fc.uint8Array({ minLength: length, maxLength: length }),
      );
    case "enum":
      return enumValues(shape, position);
    case "list":
      return listValues(shape, constraints, position);
    case "map":
      return mapValues(shape, constraints, position);
    case "structure":
      return membersOf(shape, position, valuesOf);
    case "union":
      return unionValues(shape, position);
  }
}

const integerBounds = {
  byte: [-128, 127],
  short: [-32768, 32767],
  integer: [-2147483648, 2147483647],
  long: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
} as const;

function integersWithin(
  { range }: Constraints,
  type: keyof typeof integerBounds,
): fc.Arbitrary<number> {
  const [least, most] = integerBounds[type];
  const min = Math.max(least, range?.min ?? least);
  const max = Math.min(most, range?.max ?? most);
  return fc.oneof(fc.constantFrom(min, max), fc.integer({ min, max }));
}

function doublesWithin({ range }: Constraints): fc.Arbitrary<number> {
  const bounds = { min: range?.min ?? -Infinity, max: range?.max ?? Infinity };
  // JSON has one zero.
  return fc.double({ ...bounds, noNaN: range !== undefined }).map((value) => value + 0);
}

/** Times of the years 1 to 9999, of whole seconds and with milliseconds. */
function timestamps(): fc.Arbitrary<Date> {
  const bounds = { min: new Date(-62135596800000), max: new Date(253402300799999) };
  const dates = fc.date({ ...bounds, noInvalidDate: true });
  const wholeSeconds = dates.map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));
  const usual = fc.integer({ min: 0, max: 4102444800000 }).map((time) => new Date(time));
  return fc.oneof(dates, wholeSeconds, usual);
}

function enumValues({ type, values }: Enum, position: Position): fc.Arbitrary<unknown> {
  const known = fc.constantFrom(...values.map(({ value }) => value));
  if (position.unknownEnumValues !== true) return known;
  const unknown = type === "integer" ? 2147483647 : unknownEnumValue;
  return fc.oneof({ weight: 3, arbitrary: known }, { weight: 1, arbitrary: fc.constant(unknown) });
}

function sizes(
  { length }: Constraints,
  position: Position,
): { minLength: number; maxLength: number } {
  const minLength = length?.min ?? 0;
  const enough = position.depth < enoughDepth ? minLength + 3 : minLength;
  return { minLength, maxLength: Math.min(length?.max ?? Infinity, enough) };
}

function listValues(
  list: List,
  constraints: Constraints,
  position: Position,
): fc.Arbitrary<unknown[]> {
  const deeper = { ...position, depth: position.depth + 1 };
  const items = valuesOf(list.member, deeper);
  const drawn = list.sparse ? fc.option(items) : items;
  const bounds = sizes(constraints, position);
  return list.uniqueItems
    ? fc.uniqueArray(drawn, { ...bounds, selector: (item) => JSON.stringify(item) })
    : fc.array(drawn, bounds);
}

function mapValues(
  map: MapShape,
  constraints: Constraints,
  position: Position,
): fc.Arbitrary<Record<string, unknown>> {
  const deeper = { ...position, depth: position.depth + 1 };
  const values = valuesOf(map.value, deeper);
  const { minLength: minKeys, maxLength: maxKeys } = sizes(constraints, position);
  const names =
    map.key.target.kind === "enum"
      ? (enumValues(map.key.target, position) as fc.Arbitrary<string>)
      : keys({ ...map.key.constraints, loneSurrogates: position.inJson });
  const entries = fc.uniqueArray(fc.tuple(names, map.sparse ? fc.option(values) : values), {
    minLength: minKeys,
    maxLength: maxKeys,
    selector: ([name]) => name,
  });
  // `Object.fromEntries` defines its properties, so that a key `__proto__` stays a key.
  return entries.map((drawn) => Object.fromEntries(drawn));
}

function unionValues({ members }: Union, position: Position): fc.Arbitrary<Value> {
  const deeper = { ...position, depth: position.depth + 1 };
  const endless = position.depth >= enoughDepth;
  const simple = members.filter(({ target }) => !("recursive" in target && target.recursive));
  const candidates = endless && simple.length > 0 ? simple : members;
  return fc.oneof(
    ...candidates.map((member) =>
      valuesOf(member, deeper).map((value) => Object.fromEntries([[member.name, value]])),
    ),
  );
}
