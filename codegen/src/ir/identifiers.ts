/**
 * Names that generated code must not declare: reserved words, TypeScript's types, globals that
 * generated code uses and that a declaration would shadow, local variables that would shadow a class
 * of the same name, and `then`, with which a module namespace would be treated as a promise.
 */
const reserved: ReadonlySet<string> = new Set(
  `arguments as async await break case catch class const continue debugger default delete do else enum
  eval export extends false finally for function if implements import in instanceof interface let new
  null of package private protected public return static super switch this throw true try type typeof
  undefined var void while with yield
  any bigint boolean never number object string symbol unknown
  Array ArrayBuffer Awaited BigInt Boolean Date Error Exclude Extract Function Infinity Iterable JSON Map
  Math NaN NonNullable Number Object Omit Partial Pick Promise Proxy Readonly ReadonlyArray ReadonlyMap
  ReadonlySet Record Reflect RegExp Required Set String Symbol SyntaxError TextDecoder TextEncoder
  TypeError URIError RangeError Uint8Array AsyncIterable atob btoa encodeURIComponent decodeURIComponent
  globalThis Errors Input Output
  error errors event failure headers here json message messages name options request response then types
  uri value wire`.split(/\s+/),
);

/** Names that Windows reserves for devices, with any extension. */
const devices = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

/** Names that every object inherits, so that a plain property access finds the inherited value. */
const inherited: ReadonlySet<string> = new Set([
  "__defineGetter__",
  "__defineSetter__",
  "__lookupGetter__",
  "__lookupSetter__",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf",
]);

/** Returns whether every object inherits a property of that name. */
export function isInherited(name: string): boolean {
  return inherited.has(name);
}

/** Allocates unique names. A name that is already used or reserved gets a `$` suffix. */
export class Names {
  readonly #taken = new Set<string>();
  readonly #isFree: (name: string) => boolean;

  /** @param options.ignoreCase whether names that differ only in case collide, as file names do */
  constructor(
    options: { readonly ignoreCase?: boolean; readonly reserved?: Iterable<string> } = {},
  ) {
    const fold = (name: string): string => (options.ignoreCase ? name.toLowerCase() : name);
    const kept = new Set([...(options.reserved ?? [])].map(fold));
    this.#isFree = (name) => {
      const isReserved = options.ignoreCase ? devices.test(name) : reserved.has(name);
      return !isReserved && !kept.has(fold(name)) && !this.#taken.has(fold(name));
    };
    this.#take = (name) => this.#taken.add(fold(name));
  }

  readonly #take: (name: string) => void;

  /**
   * @param name the preferred name
   * @param family returns the other names that are declared with a name
   * @returns the name, with `$` appended until it and its family are unused
   */
  claim(name: string, family: (name: string) => readonly string[] = () => []): string {
    let free = name;
    while (![free, ...family(free)].every(this.#isFree)) free += "$";
    for (const taken of [free, ...family(free)]) this.#take(taken);
    return free;
  }
}

/** Converts text to an identifier. Characters that are not valid in identifiers are replaced by `_`. */
export function toIdentifier(text: string): string {
  const words = text.replace(/[^A-Za-z0-9_]+/g, "_");
  return /^[0-9]/.test(words) || words === "" ? `_${words}` : words;
}
