import type { Enum, Member, NamedShape, Shape } from "../../ir/ir.js";
import { mayBeOmitted } from "../code/access.js";
import { code, nothing, type Code } from "../code/code.js";
import type { Property } from "../code/declarations.js";
import { hasForms, mayBeMissing, type Form } from "./forms.js";
import { runtime, smithyType } from "../code/runtime.js";
import { membersReference, typeReference } from "../code/shape-references.js";

/** The type parameter of declarations with forms. No shape can have this name. */
const formParameter = code`$Form`;

/** Returns the TypeScript type of a shape. */
export function typeOf(shape: Shape, form: Form = "valid"): Code {
  switch (shape.kind) {
    case "structure":
      return dataType(shape, form);
    case "enum":
      return enumType(shape, form);
    case "union":
      return shape.streaming
        ? code`AsyncIterable<${dataType(shape, form)}>`
        : dataType(shape, form);
    case "list": {
      const element = elementType(shape.member, shape.sparse, form);
      const { kind } = shape.member.target;
      const isUnion = shape.sparse || kind === "document" || (kind === "enum" && form !== "valid");
      return isUnion ? code`(${element})[]` : code`${element}[]`;
    }
    case "map": {
      const element = elementType(shape.value, shape.sparse, form);
      return shape.key.target.kind === "enum"
        ? code`Partial<Record<${typeReference(shape.key.target)}, ${element}>>`
        : code`Record<string, ${element}>`;
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

/** Returns the type for a shape's JSON: the members of an error, or one event of a stream. */
export function dataType(shape: NamedShape, form: Form = "valid"): Code {
  if (shape.kind === "list" || shape.kind === "map" || shape.kind === "enum") {
    return typeOf(shape, form);
  }
  const isError = shape.kind === "structure" && shape.error !== undefined;
  const name = isError ? membersReference(shape) : typeReference(shape);
  return code`${name}${hasForms(shape) ? formArgument(form) : nothing}`;
}

/** Returns the type for reading and writing a shape. */
export function receivedType(shape: NamedShape): Code {
  // Keys may be any text, since reading and writing do not check them.
  return shape.kind === "map"
    ? code`Record<string, ${elementType(shape.value, shape.sparse, "received")}>`
    : dataType(shape, "received");
}

/** Returns the type parameter of a shape's declaration, if it has forms. */
export function formParameters(shape: NamedShape): { typeParameter?: Code } {
  if (!hasForms(shape)) return {};
  return {
    typeParameter: code`${formParameter} extends ${runtime("Received")} = ${runtime("Valid")}`,
  };
}

/** Returns the property declaration of a member. */
export function memberProperty(member: Member, form: Form): Omit<Property, "docs"> {
  const type = typeOf(member.target, form);
  const isOptional = mayBeOmitted(member);
  return {
    name: member.property,
    optional: isOptional,
    type: isOptional
      ? code`${type} | undefined`
      : mayBeMissing(member)
        ? code`${type}${alternative(form, code`missing`, code`undefined`)}`
        : type,
  };
}

function formArgument(form: Form): Code {
  switch (form) {
    case "valid":
      return nothing;
    case "received":
      return code`<${runtime("Received")}>`;
    case "parameter":
      return code`<${formParameter}>`;
  }
}

function enumType(shape: Enum, form: Form): Code {
  const others =
    shape.type === "string"
      ? alternative(form, code`otherString`, code`(string & {})`)
      : alternative(form, code`otherNumber`, code`(number & {})`);
  return code`${typeReference(shape)}${others}`;
}

/** Returns the alternative that a form adds to a type; nothing for valid values. */
function alternative(form: Form, property: Code, received: Code): Code {
  switch (form) {
    case "valid":
      return nothing;
    case "received":
      return code` | ${received}`;
    case "parameter":
      return code` | ${formParameter}["${property}"]`;
  }
}

function elementType(member: Member, sparse: boolean, form: Form): Code {
  const type = typeOf(member.target, form);
  return sparse ? code`${type} | null` : type;
}
