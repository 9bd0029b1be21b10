import { equal } from "./jmespath.js";

/*
 * The functions of JMESPath. They throw a TypeError for arguments of the wrong type, which makes a
 * matcher match nothing.
 */

type Maybe<T> = T | null | undefined;

/** `abs` */
export function absolute(value: unknown): number {
  return Math.abs(expectNumber(value));
}

/** `avg` */
export function average(list: unknown): number | undefined {
  const { length } = expectList(list);
  return length === 0 ? undefined : sumOf(list) / length;
}

/** `ceil` */
export function ceiling(value: unknown): number {
  return Math.ceil(expectNumber(value));
}

/** `contains` */
export function contains(within: unknown, wanted: unknown): boolean {
  if (typeof within === "string") return typeof wanted === "string" && within.includes(wanted);
  return expectList(within).some((item) => equal(item, wanted));
}

/** `ends_with` */
export function endsWith(text: unknown, end: unknown): boolean {
  return expectText(text).endsWith(expectText(end));
}

/** `floor` */
export function floor(value: unknown): number {
  return Math.floor(expectNumber(value));
}

/** `join` */
export function joinTexts(separator: unknown, list: unknown): string {
  return expectList(list).map(expectText).join(expectText(separator));
}

/** `keys` */
export function keysOf(value: unknown): string[] {
  return Object.keys(expectObject(value));
}

/** `length` */
export function lengthOf(value: unknown): number {
  if (typeof value === "string") return Array.from(value).length;
  return Array.isArray(value) ? value.length : Object.keys(expectObject(value)).length;
}

/** `map` */
export function mapItems<T, R>(evaluate: (item: T) => R, list: Maybe<readonly T[]>): R[] {
  return (expectList(list) as readonly T[]).map(evaluate);
}

/** `max` */
export function largest<T>(list: Maybe<readonly T[]>): T | undefined {
  return sorted(list).at(-1);
}

/** `max_by` */
export function largestBy<T>(
  list: Maybe<readonly T[]>,
  evaluate: (item: T) => unknown,
): T | undefined {
  // The first of several that are equal, as in other implementations.
  return sortedBy([...(expectList(list) as readonly T[])].reverse(), evaluate).at(-1);
}

/** `merge` */
export function mergeObjects(...objects: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(objects.flatMap((object) => Object.entries(expectObject(object))));
}

/** `min` */
export function smallest<T>(list: Maybe<readonly T[]>): T | undefined {
  return sorted(list)[0];
}

/** `min_by` */
export function smallestBy<T>(
  list: Maybe<readonly T[]>,
  evaluate: (item: T) => unknown,
): T | undefined {
  return sortedBy(list, evaluate)[0];
}

/** `not_null` */
export function firstPresent<T extends readonly unknown[]>(...values: T): T[number] | undefined {
  return values.find((value) => value != null);
}

/** `reverse` */
export function reversed<T>(value: Maybe<readonly T[]>): T[];
export function reversed(value: unknown): unknown;
export function reversed(value: unknown): unknown {
  if (typeof value === "string") return Array.from(value).reverse().join("");
  return [...expectList(value)].reverse();
}

/** `sort` */
export function sorted<T>(list: Maybe<readonly T[]>): T[] {
  return sortedBy(list, (item) => item);
}

/** `sort_by` */
export function sortedBy<T>(list: Maybe<readonly T[]>, evaluate: (item: T) => unknown): T[] {
  const keyed = (expectList(list) as readonly T[]).map((item) => ({
    item,
    key: evaluate(item) as number,
  }));
  const [first] = keyed;
  for (const { key } of keyed)
    if (typeof key !== typeof first?.key || !["number", "string"].includes(typeof key)) fail();
  return keyed
    .sort((left, right) => (left.key < right.key ? -1 : Number(left.key > right.key)))
    .map(({ item }) => item);
}

/** `starts_with` */
export function startsWith(text: unknown, start: unknown): boolean {
  return expectText(text).startsWith(expectText(start));
}

/** `sum` */
export function sumOf(list: unknown): number {
  return expectList(list).reduce<number>((sum, item) => sum + expectNumber(item), 0);
}

/** `to_array` */
export function toArray<T>(value: T): T extends readonly unknown[] ? T : readonly T[] {
  return (Array.isArray(value) ? value : [value]) as ReturnType<typeof toArray<T>>;
}

/** `to_number` */
export function parseNumber(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  const isNumber = typeof value === "string" && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value);
  return isNumber ? Number(value) : undefined;
}

/** `to_string` */
export function toText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}

/** `type` */
export function typeNameOf(value: unknown): string {
  if (value == null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

/** `values` */
export function valuesOf(value: unknown): unknown[] {
  return Object.values(expectObject(value));
}

function expectNumber(value: unknown): number {
  return typeof value === "number" ? value : fail();
}

function expectText(value: unknown): string {
  return typeof value === "string" ? value : fail();
}

function expectList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : fail();
}

function expectObject(value: unknown): object {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : fail();
}

function fail(): never {
  throw new TypeError("An argument of a JMESPath function has the wrong type.");
}
