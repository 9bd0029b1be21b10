/*
 * The operators of JMESPath, for the matchers of waiters. Both null and undefined are null. The
 * types of values are known from the model, so that most operators are plain code.
 */

type Maybe<T> = T | null | undefined;

/** Returns a value if it is an array. */
export function asList(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** Returns a value if it is an object. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** Returns the value of a key. */
export function entryOf<T>(
  object: Maybe<Readonly<Record<string, T>>>,
  name: string,
): T | undefined {
  return object != null && Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Returns all values of an object. */
export function entriesOf<T>(object: Maybe<Readonly<Record<string, T>>>): T[] | undefined {
  return object == null ? undefined : Object.values(object);
}

/** Returns the results for all elements of a list that are not null. */
export function project<T, R>(
  list: Maybe<readonly T[]>,
  evaluate: (item: T) => R,
): NonNullable<R>[] | undefined {
  return list?.map(evaluate).filter((result) => result != null);
}

/** Returns a slice as in Python. */
export function slice<T>(
  list: Maybe<readonly T[]>,
  start: number | null,
  stop: number | null,
  step: number,
): T[] | undefined {
  if (list == null) return undefined;
  const { length } = list;
  const bound = (given: number | null, ifAbsent: number): number => {
    if (given === null) return ifAbsent;
    const index = given < 0 ? given + length : given;
    return step < 0
      ? Math.min(Math.max(index, -1), length - 1)
      : Math.min(Math.max(index, 0), length);
  };
  const first = bound(start, step < 0 ? length - 1 : 0);
  const end = bound(stop, step < 0 ? -1 : length);
  const found: T[] = [];
  for (let index = first; step < 0 ? index > end : index < end; index += step)
    found.push(list[index] as T);
  return found;
}

/** Evaluates a multi-select, unless the value is null. */
export function select<T, R>(value: T, evaluate: (item: NonNullable<T>) => R): R | undefined {
  return value == null ? undefined : evaluate(value);
}

/** Evaluates an expression for a value. */
export function pipe<T, R>(value: T, evaluate: (item: T) => R): R {
  return evaluate(value);
}

/** Returns whether a value is neither null nor false nor empty. */
export function isTruthy(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.keys(value).length > 0;
  return value != null && value !== false && value !== "";
}

/** Returns the first of two values that is true, or the second. */
export function or<Left, Right>(left: Left, right: () => Right): Left | Right {
  return isTruthy(left) ? left : right();
}

/** Returns the first of two values that is not true, or the second. */
export function and<Left, Right>(left: Left, right: () => Right): Left | Right {
  return isTruthy(left) ? right() : left;
}

/** Compares values of any type, with all that is in them. */
export function equal(left: unknown, right: unknown): boolean {
  if (left == null || right == null) return left == null && right == null;
  if (typeof left !== "object" || typeof right !== "object") return left === right;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every(
      (name) =>
        Object.hasOwn(right, name) &&
        equal((left as Record<string, unknown>)[name], (right as Record<string, unknown>)[name]),
    )
  );
}

/** Compares numbers; the result for anything else is null. */
export function order(
  left: unknown,
  operator: "<" | "<=" | ">" | ">=",
  right: unknown,
): boolean | undefined {
  if (typeof left !== "number" || typeof right !== "number") return undefined;
  if (left === right) return operator.length === 2;
  return operator.startsWith("<") ? left < right : left > right;
}

/** Returns a timestamp as JMESPath sees it. */
export function secondsOf(value: Maybe<Date>): number | undefined {
  return value == null ? undefined : value.getTime() / 1000;
}

/** Returns a big number as JMESPath sees it. */
export function numberOf(value: Maybe<bigint | string>): number | undefined {
  return value == null ? undefined : Number(value);
}

/** Returns whether a value is a list of some elements that all are a text. */
export function allAre(list: unknown, text: string): boolean {
  return Array.isArray(list) && list.length > 0 && list.every((item) => item === text);
}

/** Returns whether a value is a list with an element that is a text. */
export function anyIs(list: unknown, text: string): boolean {
  return Array.isArray(list) && list.includes(text);
}
