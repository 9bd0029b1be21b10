/** Smithy selectors, parsed (Smithy 2.0, "Selectors"). */

/** A part of a path: the name of a property, or a function such as `(keys)`. */
export interface PathSegment {
  readonly name: string;
  readonly isFunction: boolean;
}

export type AttributePath = readonly PathSegment[];

/** What an attribute is compared with: a text, or an attribute of the scope (`@{path}`). */
export type Operand =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "path"; readonly path: AttributePath };

/** Comparators of projections, of existence, of texts, and of numbers. */
export type Comparator = "{<<}" | "{!=}" | "{=}" | "{<}" | "?=" | TextComparator | NumberComparator;
export type TextComparator = "^=" | "$=" | "*=" | "!=" | "=";
export type NumberComparator = ">=" | "<=" | ">" | "<";

/** A comparison, which is true if it is true for any of the values on the right. */
export interface Assertion {
  readonly left: Operand;
  readonly comparator: Comparator;
  readonly right: readonly Operand[];
  readonly ignoreCase: boolean;
}

export type SelectorStep =
  | { readonly kind: "type"; readonly type: string }
  | { readonly kind: "exists"; readonly path: AttributePath }
  | {
      readonly kind: "attribute";
      /** What `@{...}` refers to; empty for the shape itself. */
      readonly scope: AttributePath;
      readonly assertions: readonly Assertion[];
    }
  | {
      readonly kind: "neighbors";
      readonly isReverse: boolean;
      /** The labels of the relationships; omitted for any but `trait`. */
      readonly labels?: readonly string[];
    }
  | { readonly kind: "closure" }
  | {
      readonly kind: "function";
      readonly name: string;
      readonly selectors: readonly Selector[];
    }
  | { readonly kind: "set"; readonly name: string; readonly selector: Selector }
  | { readonly kind: "get"; readonly name: string };

/** The steps of a selector, each of which gets the shapes that the step before it yields. */
export type Selector = readonly SelectorStep[];

/** An invalid selector. */
export class SelectorError extends Error {
  override readonly name = "SelectorError";
  /** Where the mistake is, in UTF-16 code units from 0. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}
