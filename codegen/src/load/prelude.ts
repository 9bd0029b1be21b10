import type { AstShape, ShapeId, SimpleType } from "./ast.js";

const simple: Readonly<Record<string, SimpleType>> = {
  Blob: "blob",
  Boolean: "boolean",
  String: "string",
  Byte: "byte",
  Short: "short",
  Integer: "integer",
  Long: "long",
  Float: "float",
  Double: "double",
  BigInteger: "bigInteger",
  BigDecimal: "bigDecimal",
  Timestamp: "timestamp",
  Document: "document",
};

// Shapes of the Smithy 1.0 prelude. Their default is zero unless a member removes it.
const primitive: Readonly<Record<string, readonly [SimpleType, unknown]>> = {
  PrimitiveBoolean: ["boolean", false],
  PrimitiveByte: ["byte", 0],
  PrimitiveShort: ["short", 0],
  PrimitiveInteger: ["integer", 0],
  PrimitiveLong: ["long", 0],
  PrimitiveFloat: ["float", 0],
  PrimitiveDouble: ["double", 0],
};

export const unitId = "smithy.api#Unit";

/** Returns the shapes of the prelude (Smithy 2.0, "Prelude"), which are not part of model files. */
export function preludeShapes(): ReadonlyMap<ShapeId, AstShape> {
  const shapes: AstShape[] = [
    {
      id: unitId,
      type: "structure",
      traits: { "smithy.api#unitType": {} },
      members: new Map(),
      order: [],
      mixins: [],
    },
  ];
  for (const [name, type] of Object.entries(simple)) {
    shapes.push({ id: `smithy.api#${name}`, type, traits: {}, mixins: [] });
  }
  for (const [name, [type, zero]] of Object.entries(primitive)) {
    shapes.push({
      id: `smithy.api#${name}`,
      type,
      traits: { "smithy.api#default": zero },
      mixins: [],
    });
  }
  return new Map(shapes.map((shape) => [shape.id, shape]));
}
