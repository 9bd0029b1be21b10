import type { NamedShape, Structure, Union } from "../ir/ir.js";
import type { Reference } from "./code.js";

/** Refers to what the file of a shape declares. */
export function typeReference(shape: NamedShape): Reference {
  return { name: shape.symbol, module: shape.file, typeOnly: true };
}

/** Refers to the members of an error, without what makes it an `Error`. */
export function membersReference(shape: NamedShape): Reference {
  return { name: `${shape.symbol}Members`, module: shape.file, typeOnly: true };
}

/** Refers to a shape's declaration as a value: a class or an object of literals. */
export function valueReference(shape: NamedShape): Reference {
  return { name: shape.symbol, module: shape.file, typeOnly: false };
}

/** Refers to one of a shape's functions. */
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
