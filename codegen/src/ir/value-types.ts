import type { ValueType } from "./expressions.js";
import type { Shape } from "./ir.js";
import { membersOf } from "./members.js";

/** Returns the type that a shape's values have in JMESPath; `undefined` for binary ones. */
export function typeOfShape(shape: Shape): ValueType | undefined {
  switch (shape.kind) {
    case "structure":
    case "union":
    case "list":
    case "map":
      return { kind: "shape", shape };
    case "timestamp":
    case "bigInteger":
    case "bigDecimal":
      return { kind: "unlike", shape };
    case "enum":
      return shape.type === "integer"
        ? { kind: "number" }
        : { kind: "string", values: new Set(shape.values.map(({ value }) => String(value))) };
    case "string":
    case "boolean":
      return { kind: shape.kind };
    case "integer":
    case "float":
      return { kind: "number" };
    case "document":
      return { kind: "any" };
    case "blob":
      return undefined;
  }
}

/** Returns the type of a list's elements; `undefined` if the type is not a list, or they are binary. */
export function elementOf(type: ValueType): ValueType | undefined {
  if (type.kind === "list") return type.element;
  if (type.kind === "shape" && type.shape.kind === "list")
    return typeOfShape(type.shape.member.target);
  return undefined;
}

/** Returns whether a type is a list, whatever its elements are. */
export function isList(type: ValueType): boolean {
  return type.kind === "list" || (type.kind === "shape" && type.shape.kind === "list");
}

/** Returns whether no element of a list can be null. */
export function isDense(type: ValueType): boolean {
  if (type.kind === "shape" && type.shape.kind === "list") return !type.shape.sparse;
  return type.kind === "list" && type.dense;
}

/**
 * Returns whether values of a type are the same in JMESPath and in TypeScript: no part of them is a
 * timestamp, a big number or binary, or has another name.
 */
export function isAlike(type: ValueType): boolean {
  if (type.kind === "list") return isAlike(type.element);
  if (type.kind === "object") return [...type.properties.values()].every(isAlike);
  if (type.kind === "unlike") return false;
  if (type.kind !== "shape") return true;
  const seen = new Set<Shape>([type.shape]);
  for (const shape of seen) {
    const found = typeOfShape(shape);
    if (found === undefined || found.kind === "unlike") return false;
    for (const { target, name, property } of membersOf(shape)) {
      if (name !== property) return false;
      seen.add(target);
    }
  }
  return true;
}

/** Returns the type that both of two values have, or "any". */
export function commonType(left: ValueType, right: ValueType): ValueType {
  if (left.kind === "null") return right;
  if (right.kind === "null") return left;
  if (left.kind === "shape" && right.kind === "shape")
    return left.shape === right.shape ? left : { kind: "any" };
  if (left.kind === "list" && right.kind === "list")
    return {
      kind: "list",
      element: commonType(left.element, right.element),
      dense: left.dense && right.dense,
    };
  const isScalar = ["string", "number", "boolean"].includes(left.kind);
  // The values of enums are lost: both sides may have other ones.
  return isScalar && left.kind === right.kind
    ? ({ kind: left.kind } as ValueType)
    : { kind: "any" };
}
