import type { Enum, List, MapShape, NamedShape, Structure, Union } from "../../ir/ir.js";
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

/** The name under which the package exports the type of a shape's JSON on the wire. */
export function wireNameOf(symbol: string): string {
  return `${symbol}Wire`;
}

/** Returns a reference to the type of a shape's JSON on the wire. */
export function wireReference(shape: Structure | Union): Reference {
  const owner = shape.kind === "structure" ? shape.codec : shape;
  return { name: wireNameOf(owner.symbol), module: owner.file, typeOnly: true };
}

/** Returns a reference to a function of a shape, or to what guides the parser of its bodies. */
export function functionReference(
  shape: NamedShape,
  prefix: "read" | "write" | "check" | "guide",
): Reference {
  const { symbol, file } = shape.kind === "structure" ? shape.codec : shape;
  return { name: `${prefix}${symbol}`, module: file, typeOnly: false };
}

/**
 * Returns the element of a dense collection that the runtime reads, writes and checks with the
 * functions of its element: a structure or union, or a collection with functions of its own.
 */
export function aggregateOf(shape: List | MapShape): NamedShape | undefined {
  const { target } = shape.kind === "list" ? shape.member : shape.value;
  if (shape.sparse || (target.kind !== "structure" && target.kind !== "union")) return undefined;
  return target;
}

/** Returns a reference to a function of the module that reads and writes the service's errors. */
export function errorFunction(name: string): Reference {
  return { name, module: "errors", typeOnly: false, namespace: "errors" };
}

/** Returns whether a function of a shape is exported, for other files of the output only. */
export function internal({ local }: NamedShape): { docs: string; exported: boolean } {
  return local ? { docs: "", exported: false } : { docs: "@internal", exported: true };
}

/** The names of the values that the package exports for a structure or union. */
export const publicNames: readonly ((symbol: string) => string)[] = [
  (symbol) => `${symbol}$`,
  (symbol) => `${symbol}Schema`,
  (symbol) => `deserialize${symbol}`,
  (symbol) => `serialize${symbol}`,
  (symbol) => `validate${symbol}`,
];

/** Returns a reference to a structure's function for the members that are in the body of a message. */
export function bodyFunction({ codec }: Structure, prefix: "read" | "write"): Reference {
  return { name: `${prefix}${codec.symbol}Body`, module: codec.file, typeOnly: false };
}

/** Returns a reference to the table of a shape. */
export function tableReference(shape: Structure | Union | Enum): Reference {
  const { symbol, file } = shape.kind === "structure" ? shape.codec : shape;
  return { name: `${symbol}$`, module: file, typeOnly: false };
}

/** Returns a reference to the schema of a shape. */
export function schemaReference({ symbol, file }: Structure | Union): Reference {
  return { name: `${symbol}Schema`, module: file, typeOnly: false };
}

export function isMembered(shape: NamedShape): shape is Structure | Union {
  return shape.kind === "structure" || shape.kind === "union";
}

/** Returns a reference to the base class of a service's errors. */
export function exceptionReference(exceptionName: string): Reference {
  return { name: exceptionName, module: "service-exception", typeOnly: false };
}
