import type { Member, NamedShape, Shape } from "../ir/ir.js";
import { mayBeOmitted } from "./access.js";
import { code, type Code } from "./code.js";
import type { Property } from "./declarations.js";
import { reachesEnum } from "./reaches-enum.js";
import { runtime, smithyType } from "./runtime.js";
import { membersReference, typeReference } from "./shape-references.js";

/** The TypeScript type of a shape's values, with the enum values of the model and no others. */
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
    case "map": {
      const record = code`Record<${typeOf(shape.key.target)}, ${elementType(shape.value, shape.sparse)}>`;
      return shape.key.target.kind === "enum" ? code`Partial<${record}>` : record;
    }
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

/** The type of what is read from a shape's JSON and written to it: `dataType` with any enum values. */
export function receivedDataType(shape: NamedShape): Code {
  // Keys are text while a map is read or written.
  const data =
    shape.kind === "map"
      ? code`Record<string, ${elementType(shape.value, shape.sparse)}>`
      : dataType(shape);
  return reachesEnum(shape) ? received(data) : data;
}

/** A structure, union or collection of a type, as it was received. */
export function received(type: Code): Code {
  return code`${runtime("Received")}<${type}>`;
}

/** The name, optionality and type of a member where it is declared. */
export function memberProperty(
  member: Member,
  type: Code = typeOf(member.target),
): Omit<Property, "docs"> {
  return {
    name: member.property,
    optional: mayBeOmitted(member),
    type: member.present ? type : code`${type} | undefined`,
  };
}

/** The type of a member of an error, which a service sent: an enum may have other values. */
export function receivedMemberType({ target }: Member): Code {
  if (target.kind === "enum") {
    const open = target.type === "string" ? code`(string & {})` : code`(number & {})`;
    return code`${typeReference(target)} | ${open}`;
  }
  return reachesEnum(target) ? received(typeOf(target)) : typeOf(target);
}

function elementType(member: Member, sparse: boolean): Code {
  return sparse ? code`${typeOf(member.target)} | null` : typeOf(member.target);
}
