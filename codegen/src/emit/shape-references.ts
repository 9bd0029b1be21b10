import type { NamedShape, Structure, Union } from "../ir/ir.js";
import type { Reference } from "./code.js";

/** Returns a reference to the type of a shape. */
export function typeReference(shape: NamedShape): Reference {
  return { name: shape.symbol, module: shape.file, typeOnly: true };
}

/** Returns a reference to the interface of an error's members. */
export function membersReference(shape: NamedShape): Reference {
  return { name: `${shape.symbol}Members`, module: shape.file, typeOnly: true };
}

/** Returns a reference to the value of a shape: a class or an object of literals. */
export function valueReference(shape: NamedShape): Reference {
  return { name: shape.symbol, module: shape.file, typeOnly: false };
}

/** Returns a reference to a function of a shape. */
export function functionReference(
  shape: NamedShape,
  prefix: "read" | "write" | "check" | "describe",
): Reference {
  const { symbol, file } = shape.kind === "structure" ? shape.codec : shape;
  return { name: `${prefix}${symbol}`, module: file, typeOnly: false };
}

export function isMembered(shape: NamedShape): shape is Structure | Union {
  return shape.kind === "structure" || shape.kind === "union";
}
