/*
 * What arbitraries have to know of a shape. The generator's own representation of shapes has all of
 * this and more, so that its tests draw values of any model by the same code.
 */

/** Bounds, inclusive. */
export interface SpecBounds {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

export interface SpecConstraints {
  readonly length?: SpecBounds | undefined;
  readonly range?: SpecBounds | undefined;
  readonly pattern?: { readonly regExp: RegExp | undefined } | undefined;
}

export type ShapeSpec =
  | {
      readonly kind:
        "string" | "boolean" | "float" | "bigInteger" | "bigDecimal" | "timestamp" | "document";
    }
  | { readonly kind: "blob"; readonly streaming?: boolean }
  | { readonly kind: "integer"; readonly type: "byte" | "short" | "integer" | "long" }
  | EnumSpec
  | ListSpec
  | MapSpec
  | StructureSpec
  | UnionSpec;

export interface EnumSpec {
  readonly kind: "enum";
  readonly type: "string" | "integer";
  readonly values: readonly { readonly value: string | number }[];
}

export interface ListSpec {
  readonly kind: "list";
  readonly member: MemberSpec;
  readonly sparse?: boolean;
  readonly uniqueItems?: boolean;
}

export interface MapSpec {
  readonly kind: "map";
  readonly key: MemberSpec;
  readonly value: MemberSpec;
  readonly sparse?: boolean;
}

export interface StructureSpec {
  readonly kind: "structure";
  readonly members: readonly MemberSpec[];
}

export interface UnionSpec {
  readonly kind: "union";
  readonly members: readonly MemberSpec[];
  readonly streaming?: boolean;
}

/** A member of a structure or union, or the element, key or value of a collection. */
export interface MemberSpec {
  readonly property?: string;
  readonly name?: string;
  /** A function where shapes may refer to each other in circles. */
  readonly target: ShapeSpec | (() => ShapeSpec);
  readonly required?: boolean;
  readonly constraints?: SpecConstraints;
  readonly binding?: { readonly location: string };
}

/** The shape that a member is of. */
export function targetOf({ target }: MemberSpec): ShapeSpec {
  return typeof target === "function" ? target() : target;
}

/** The name of a member in memory. */
export function propertyOf({ property, name }: MemberSpec): string {
  return property ?? name ?? "";
}
