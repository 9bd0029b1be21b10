import { commonType, elementOf } from "./value-types.js";
import type { ValueType } from "./expressions.js";

/** What an argument of a function must be; "expression" is `&name`. */
export type ParameterType = "any" | "number" | "string" | "list" | "object" | "expression";

/** A function of JMESPath (JMESPath specification, "Built-in functions"). */
export interface FunctionSignature {
  /** The types that each argument may have. */
  readonly parameters: readonly (readonly ParameterType[])[];
  /** Whether the last parameter may occur several times. */
  readonly variadic?: boolean;
  /** Whether arguments keep their types in the result, so that they need not be plain JSON. */
  readonly keeps?: boolean;
  readonly returns: (given: readonly ValueType[]) => ValueType;
}

const number = (): ValueType => ({ kind: "number" });
const string = (): ValueType => ({ kind: "string" });
const boolean = (): ValueType => ({ kind: "boolean" });
const any = (): ValueType => ({ kind: "any" });
const first = ([type]: readonly ValueType[]): ValueType => type ?? { kind: "any" };
const element = (given: readonly ValueType[]): ValueType =>
  elementOf(first(given)) ?? { kind: "any" };
const listOf = (type: ValueType): ValueType => ({ kind: "list", element: type, dense: false });

const one = (...types: ParameterType[]): FunctionSignature["parameters"] => [types];
const two = (left: ParameterType, right: ParameterType): FunctionSignature["parameters"] => [
  [left],
  [right],
];

/** The functions of JMESPath by their names. */
export const functions: Readonly<Record<string, FunctionSignature>> = {
  abs: { parameters: one("number"), returns: number },
  avg: { parameters: one("list"), returns: number },
  ceil: { parameters: one("number"), returns: number },
  contains: { parameters: [["list", "string"], ["any"]], returns: boolean },
  ends_with: { parameters: two("string", "string"), returns: boolean },
  floor: { parameters: one("number"), returns: number },
  join: { parameters: two("string", "list"), returns: string },
  keys: { parameters: one("object"), returns: () => listOf({ kind: "string" }) },
  length: { parameters: one("string", "list", "object"), returns: number },
  map: {
    parameters: two("expression", "list"),
    keeps: true,
    returns: () => listOf({ kind: "any" }),
  },
  max: { parameters: one("list"), returns: element },
  max_by: { parameters: two("list", "expression"), keeps: true, returns: element },
  merge: { parameters: one("object"), variadic: true, returns: any },
  min: { parameters: one("list"), returns: element },
  min_by: { parameters: two("list", "expression"), keeps: true, returns: element },
  not_null: {
    parameters: one("any"),
    variadic: true,
    returns: (given) => given.reduce(commonType, { kind: "null" }),
  },
  reverse: { parameters: one("list", "string"), keeps: true, returns: first },
  sort: { parameters: one("list"), returns: first },
  sort_by: { parameters: two("list", "expression"), keeps: true, returns: first },
  starts_with: { parameters: two("string", "string"), returns: boolean },
  sum: { parameters: one("list"), returns: number },
  to_array: {
    parameters: one("any"),
    // A list that is absent becomes a list of null.
    returns: (given) => listOf(elementOf(first(given)) ?? first(given)),
  },
  to_number: { parameters: one("any"), returns: number },
  to_string: { parameters: one("any"), returns: string },
  type: { parameters: one("any"), returns: string },
  values: { parameters: one("object"), returns: any },
};
