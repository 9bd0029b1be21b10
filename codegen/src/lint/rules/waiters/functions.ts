import {
  anything,
  SampleArray,
  SampleObject,
  typeOf,
  type Sample,
  type SampleType,
} from "./sample.js";

/** What an argument must be: one of these types, or an array of one type. */
type Parameter = readonly SampleType[] | { readonly arrayOf: SampleType };

/** A function of JMESPath. */
export interface Signature {
  readonly result: Sample;
  readonly parameters: readonly Parameter[];
  /** What further arguments must be, if there can be any. */
  readonly rest?: Parameter;
}

const [array, object, text, number] = [new SampleArray([]), new SampleObject(), "", 0];

const signature = (result: Sample, ...parameters: readonly Parameter[]): Signature => ({
  result,
  parameters,
});

/** The functions of the JMESPath specification, "Built-in Functions". */
export const functions: Readonly<Record<string, Signature>> = {
  abs: signature(number, ["number"]),
  avg: signature(number, { arrayOf: "number" }),
  ceil: signature(number, ["number"]),
  contains: signature(false, ["array", "string"], ["any"]),
  ends_with: signature(false, ["string"], ["string"]),
  floor: signature(number, ["number"]),
  join: signature(text, ["string"], { arrayOf: "string" }),
  keys: signature(array, ["object"]),
  length: signature(number, ["string", "array", "object"]),
  map: signature(array, ["expression"], ["array"]),
  max: signature(number, ["array"]),
  max_by: signature(number, ["array"], ["expression"]),
  merge: { ...signature(object), rest: ["object"] },
  min: signature(number, ["array"]),
  min_by: signature(number, ["array"], ["expression"]),
  not_null: { ...signature(anything, ["any"]), rest: ["any"] },
  reverse: signature(array, ["array", "string"]),
  sort: signature(array, ["array"]),
  sort_by: signature(array, ["array"], ["expression"]),
  starts_with: signature(false, ["string"], ["string"]),
  sum: signature(number, { arrayOf: "number" }),
  to_array: signature(array, ["any"]),
  to_number: signature(number, ["any"]),
  to_string: signature(text, ["any"]),
  type: signature(text, ["any"]),
  values: signature(array, ["object"]),
};

/** Returns what is wrong with an argument; `undefined` if nothing is. */
export function argumentProblem(argument: Sample, parameter: Parameter): string | undefined {
  const type = typeOf(argument);
  if (type === "any") return undefined;
  if ("arrayOf" in parameter) {
    if (!(argument instanceof SampleArray)) return `expected an array, found ${type}`;
    const other = argument.items.map(typeOf).find((each) => each !== parameter.arrayOf);
    return other && `expected an array of ${parameter.arrayOf}, found one of ${other}`;
  }
  if (parameter.includes("any") || parameter.includes(type)) return undefined;
  return `expected ${parameter.join(" or ")}, found ${type}`;
}
