/** A value of which only the type is known. */
export class Unknown {
  readonly type: "any" | "expression";

  constructor(type: "any" | "expression") {
    this.type = type;
  }
}

/** Anything: nothing is known about it. */
export const anything: Unknown = new Unknown("any");
/** An expression that is an argument of a function. */
export const reference: Unknown = new Unknown("expression");

/** A value of the kind that an expression can find. */
export type Sample = null | boolean | number | string | Unknown | SampleArray | SampleObject;

/** The items of an array, each only once; an array has often the same item `length` times. */
export class SampleArray {
  readonly items: readonly Sample[];
  readonly length: number;

  constructor(items: Iterable<Sample>, length?: number) {
    this.items = [...new Set(items)];
    this.length = this.items.length === 0 ? 0 : (length ?? this.items.length);
  }

  at(index: number): Sample {
    if (index >= this.length || index < -this.length) return null;
    return this.items.at(index) ?? this.items[0] ?? null;
  }
}

/** An object. Its values are made when they are needed: models are wide, deep and recursive. */
export class SampleObject {
  readonly #values: ReadonlyMap<string, () => Sample>;
  readonly #made = new Map<string, Sample>();

  constructor(values: Iterable<readonly [string, () => Sample]> = []) {
    this.#values = new Map(values);
  }

  get names(): readonly string[] {
    return [...this.#values.keys()];
  }

  /** `undefined` without a member of this name. */
  get(name: string): Sample | undefined {
    const made = this.#made.get(name);
    const make = this.#values.get(name);
    if (made !== undefined || make === undefined) return made;
    const value = make();
    this.#made.set(name, value);
    return value;
  }
}

export type SampleType =
  "any" | "array" | "boolean" | "expression" | "null" | "number" | "object" | "string";

export function typeOf(sample: Sample): SampleType {
  if (sample === null) return "null";
  if (sample instanceof Unknown) return sample.type;
  if (sample instanceof SampleArray) return "array";
  if (sample instanceof SampleObject) return "object";
  return typeof sample as "boolean" | "number" | "string";
}

/** Whether a value is true where JMESPath asks for it. */
export function isTruthy(sample: Sample): boolean {
  if (sample instanceof SampleArray) return sample.length > 0;
  if (sample instanceof SampleObject) return sample.names.length > 0;
  return sample !== null && sample !== false && sample !== "";
}
