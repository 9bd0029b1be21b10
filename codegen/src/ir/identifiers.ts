/**
 * Names that generated code must not declare: reserved words, the types of TypeScript, the globals
 * that generated code refers to and that a declaration of that name would hide, the variables that
 * would hide a class of that name, and `then`, for which a module would be taken for a promise.
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
  globalThis Input Output
  error event failure headers here json message messages name options response then value wire`.split(
    /\s+/,
  ),
);

/** Names that Windows keeps for devices, whatever their ending. */
const devices = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

/** Names that every object inherits, so that a plain access finds something where there is nothing. */
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

/** Whether every object has a property of that name without having it itself. */
export function isInherited(name: string): boolean {
  return inherited.has(name);
}

/** Hands out names, each once; a name that is taken or reserved gets a `$` suffix. */
export class Names {
  readonly #taken = new Set<string>();
  readonly #isFree: (name: string) => boolean;

  /** @param options.ignoreCase tells that two names which differ in case only collide: file names. */
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
   * @param name the name that is wanted
   * @param family what else is declared with it, made from the name that is handed out
   * @returns the name, with as many `$` as make it and its family free
   */
  claim(name: string, family: (name: string) => readonly string[] = () => []): string {
    let free = name;
    while (![free, ...family(free)].every(this.#isFree)) free += "$";
    for (const taken of [free, ...family(free)]) this.#take(taken);
    return free;
  }
}

/** An identifier made of any text: what an identifier cannot hold becomes `_`. */
export function toIdentifier(text: string): string {
  const words = text.replace(/[^A-Za-z0-9_]+/g, "_");
  return /^[0-9]/.test(words) || words === "" ? `_${words}` : words;
}
