/**
 * A JSON number by its text, where a JavaScript number would not be exact. `JSON.stringify` makes
 * the nearest JavaScript number of it; `writeExactJson` writes all its digits.
 */
export class JsonNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toJSON(): number {
    return Number(this.text);
  }
}

/** Says of what kind a value is that is not an integer of the right size. */
export function numberName(value: unknown): string {
  if (typeof value !== "number") return typeName(value);
  if (!Number.isFinite(value)) return "a number that is too large";
  return Number.isInteger(value) ? "an integer out of range" : "a number with a fraction";
}

/** The value, or the nearest JavaScript number of one that is kept by its text. */
export function toNumber(value: unknown): unknown {
  return value instanceof JsonNumber ? value.toJSON() : value;
}

/** The JSON type name of a value, for messages: never the value itself. */
export function typeName(value: unknown): string {
  if (value === null) return "null";
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "an array";
  if (value instanceof JsonNumber) return "a number";
  if (typeof value === "object") return value instanceof Date ? "a Date" : "an object";
  return `a ${typeof value}`;
}

/** Whether the value is an object that may hold members: not null and not an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return isPlainObject(value) || isOtherObject(value);
}

/** Whether the value is a plain object, as nearly all are, by a look that the engine always inlines. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  // An optional chain would be too much bytecode for that.
  // eslint-disable-next-line @typescript-eslint/prefer-optional-chain
  return value != null && value.constructor === Object;
}

/** Whether something was added to `Object.prototype`, which every object would seem to have as a member. */
export function isPolluted(): boolean {
  for (const name in Object.prototype) return Object.hasOwn(Object.prototype, name);
  return false;
}

function isOtherObject(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof JsonNumber)
  );
}

/** Whether the value is an object without members. */
export function isEmptyObject(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}

/**
 * Reads an own property. Names that `Object.prototype` has (`constructor`, `__proto__`, ...) are
 * read with this, since a plain access would find the inherited value where the member is absent.
 */
export function own(object: object, name: string): unknown {
  return Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined;
}

/** Defines an own property, also one called `__proto__`, which an assignment would not. */
export function define(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/** Sets the entry of a map; a key may be any string. */
export function setEntry<T>(map: Record<string, T>, key: string, value: T): void {
  if (key === "__proto__") define(map, key, value);
  else map[key] = value;
}
