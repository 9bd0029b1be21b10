import type { Member, NamedShape, Shape } from "../ir/ir.js";
import { code, type Code } from "./code.js";
import { runtime, smithyType } from "./runtime.js";
import { membersReference, typeReference } from "./shape-references.js";

/** The TypeScript type of a shape's values. */
export function typeOf(shape: Shape): Code {
  switch (shape.kind) {
    case "structure":
      return dataType(shape);
    case "enum":
      return code`${typeReference(shape)}`;
    case "union":
      return shape.streaming ? code`AsyncIterable<${dataType(shape)}>` : dataType(shape);
    case "list": {
      const element = elementType(shape.member, shape.sparse);
      return shape.sparse || shape.member.target.kind === "document"
        ? code`(${element})[]`
        : code`${element}[]`;
    }
    case "map":
      return code`Record<string, ${elementType(shape.value, shape.sparse)}>`;
    case "string":
    case "bigDecimal":
      return code`string`;
    case "boolean":
      return code`boolean`;
    case "integer":
    case "float":
      return code`number`;
    case "bigInteger":
      return code`bigint`;
    case "timestamp":
      return code`Date`;
    case "document":
      return code`${smithyType("DocumentType")}`;
    case "blob":
      return shape.streaming ? code`${runtime("StreamingBody")}` : code`Uint8Array`;
  }
}

/** The type of what a shape's JSON holds: an error's members, one event of a stream. */
export function dataType(shape: NamedShape): Code {
  if (shape.kind === "list" || shape.kind === "map") return typeOf(shape);
  const isError = shape.kind === "structure" && shape.error !== undefined;
  return isError ? code`${membersReference(shape)}` : code`${typeReference(shape)}`;
}

function elementType(member: Member, sparse: boolean): Code {
  return sparse ? code`${typeOf(member.target)} | null` : typeOf(member.target);
}
