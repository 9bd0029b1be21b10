import type {
  BigDecimalShape,
  BigIntegerShape,
  List,
  MapShape,
  Member,
  Structure,
  TimestampShape,
  Union,
} from "./ir.js";

/** A value of JSON, as literals of expressions are. */
export type Json = string | number | boolean | null | readonly Json[] | JsonRecord;

export interface JsonRecord {
  readonly [name: string]: Json;
}

/** The type of an expression's value, which may always be null, too. */
export type ValueType =
  | { readonly kind: "shape"; readonly shape: Structure | Union | List | MapShape }
  | { readonly kind: "unlike"; readonly shape: UnlikeShape }
  /** A list that is a result; if it is dense, no element is null. */
  | { readonly kind: "list"; readonly element: ValueType; readonly dense: boolean }
  /** The result of a multi-select hash, or an input and output. */
  | { readonly kind: "object"; readonly properties: ReadonlyMap<string, ValueType> }
  /** `values` are those of an enum. */
  | { readonly kind: "string"; readonly values?: ReadonlySet<string> }
  | { readonly kind: "number" | "boolean" | "null" | "any" };

/** A shape whose values are numbers in JMESPath, but not in TypeScript. */
export type UnlikeShape = TimestampShape | BigIntegerShape | BigDecimalShape;

export type Comparator = "==" | "!=" | "<" | "<=" | ">" | ">=";

/** A JMESPath expression in which all names are resolved. Every part has the type of its value. */
export type Expression = { readonly type: ValueType } & Part;

type Part =
  /** The input or output of the operation. */
  | { readonly kind: "message"; readonly side: "input" | "output" }
  /** Both, as an object. */
  | { readonly kind: "messages" }
  /** The value that the innermost expression around it is evaluated for. */
  | { readonly kind: "current" }
  | { readonly kind: "literal"; readonly value: Json }
  | { readonly kind: "member"; readonly of: Expression; readonly member: Member }
  /** A property of the type "object". */
  | { readonly kind: "property"; readonly of: Expression; readonly name: string }
  /** An entry of a map, or a property of an object of any type. */
  | { readonly kind: "entry"; readonly of: Expression; readonly name: string }
  /** The seconds of a timestamp, or the number of a big number. */
  | { readonly kind: "seconds" | "number"; readonly of: Expression }
  /** A value of any type if it is an array, or an object; else null. */
  | { readonly kind: "asList" | "asObject"; readonly of: Expression }
  | { readonly kind: "index"; readonly of: Expression; readonly index: number }
  | {
      readonly kind: "slice";
      readonly of: Expression;
      readonly bounds: readonly [start: number | null, stop: number | null, step: number];
    }
  /** Replaces the elements of a list that are lists by their elements. */
  | { readonly kind: "flatten"; readonly of: Expression }
  /** The results for the elements of a list, without null. */
  | { readonly kind: "project"; readonly of: Expression; readonly item: Expression }
  | { readonly kind: "filter"; readonly of: Expression; readonly test: Expression }
  /** The values of a map or object. */
  | { readonly kind: "values"; readonly of: Expression }
  | {
      readonly kind: "selectList";
      readonly of: Expression;
      readonly items: readonly Expression[];
    }
  | {
      readonly kind: "selectHash";
      readonly of: Expression;
      readonly entries: readonly (readonly [name: string, value: Expression])[];
    }
  /** An expression whose current value is the value of another one. */
  | { readonly kind: "pipe"; readonly of: Expression; readonly next: Expression }
  | { readonly kind: "and" | "or"; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "not"; readonly of: Expression }
  | {
      readonly kind: "compare";
      readonly operator: Comparator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "call"; readonly name: string; readonly given: readonly Argument[] };

/** An argument of a function: a value, or an expression that the function evaluates (`&name`). */
export type Argument = { readonly value: Expression } | { readonly perItem: Expression };
