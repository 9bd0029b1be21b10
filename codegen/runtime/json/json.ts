/**
 * The text of a JSON number that a JavaScript number cannot represent exactly. `JSON.stringify`
 * writes the nearest JavaScript number; `writeExactJson` writes all digits.
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

/** Describes a value that is not an integer within its bounds. */
export function numberName(value: unknown): string {
  if (typeof value !== "number") return typeName(value);
  if (!Number.isFinite(value)) return "a number that is too large";
  return Number.isInteger(value) ? "an integer out of range" : "a number with a fraction";
}

/** Returns the value, or the nearest JavaScript number for a `JsonNumber`. */
export function toNumber(value: unknown): unknown {
  return value instanceof JsonNumber ? value.toJSON() : value;
}

/** Returns the name of a value's type for messages, which must not contain values. */
export function typeName(value: unknown): string {
  if (value === null) return "null";
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "an array";
  if (value instanceof JsonNumber) return "a number";
  if (typeof value === "object") return value instanceof Date ? "a Date" : "an object";
  return `a ${typeof value}`;
}

/** Returns whether a value is an object that may have members: not null and not an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return isPlainObject(value) || isOtherObject(value);
}

/** Returns whether a value is a plain object. Small, so that engines always inline it. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  // An optional chain has too much bytecode for that.
  // eslint-disable-next-line @typescript-eslint/prefer-optional-chain
  return value != null && value.constructor === Object;
}

/**
 * Returns whether `Object.prototype` was extended, so that every object seems to have more members.
 */
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

/** Returns whether a value is an object without members. */
export function isEmptyObject(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}

/**
 * Reads an own property. Used for the names of `Object.prototype` (`constructor`, `__proto__`,
 * ...), since a property access would return the inherited value if the member is absent.
 */
export function own(object: object, name: string): unknown {
  return Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined;
}

/** Defines an own property, even if its name is `__proto__`. */
export function define(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/** Sets an entry of a map. The key may be any string. */
export function setEntry<T>(map: Record<string, T>, key: string, value: T): void {
  if (key === "__proto__") define(map, key, value);
  else map[key] = value;
}
