import type { Documentation } from "./documentation.js";
import { sortedEntries } from "./json.js";
import type { SdkMember, SdkSchemas, SdkStructure, SdkType } from "./read-sdk-schemas.js";
import type { NamelessShape } from "./read-tables.js";
import type { Place } from "./simple-shapes.js";
import type { Member, Reference, Shape, Traits } from "./smithy-ast.js";
import { shapeId, UNIT } from "./smithy-ast.js";
import type { Role, Sources } from "./sources.js";
import { optionalTraits, withDocumentation } from "./traits.js";

/** The traits that bind a member outside the body. */
const OUTSIDE_BODY = ["smithy.api#httpHeader", "smithy.api#httpLabel", "smithy.api#httpQuery"];

/** Builds a shape that another shape refers to by name: anything except a service or an operation. */
export function buildShape(
  name: string,
  roles: ReadonlyMap<string, Role>,
  sources: Sources,
): Shape {
  const { schemas, declarations, simpleShapes, documentation } = sources;
  const structure = schemas.structures.get(name);
  if (structure !== undefined) return buildStructure(name, structure, roles.get(name), sources);
  const values = declarations.enums.get(name);
  if (values !== undefined) return buildEnum(name, values, documentation);
  const collection = findCollection(name, schemas);
  if (collection !== undefined) return buildCollection(name, collection, sources);
  const nameless = simpleShapes.definitionOf(name);
  if (nameless !== undefined) return buildNameless(name, nameless, documentation);
  throw new Error(`${name}: this shape is neither in the package nor in simple-shapes.json.`);
}

function buildStructure(
  name: string,
  structure: SdkStructure,
  role: Role | undefined,
  sources: Sources,
): Shape {
  const { documentation } = sources;
  const members: Record<string, Member> = {};
  for (const [memberName, member] of sortedEntries(structure.members)) {
    const place = {
      shape: name,
      member: memberName,
      plain: OUTSIDE_BODY.some((trait) => trait in member.traits),
    };
    const traits = { ...member.traits, ...requiredTraits(member) };
    members[memberName] = {
      target: shapeId(targetName(member.type, place, sources)),
      ...optionalTraits(withDocumentation(traits, documentation.ofMember(name, memberName))),
    };
  }
  const roleTraits =
    role === undefined
      ? {}
      : { [role.role === "Input" ? "smithy.api#input" : "smithy.api#output"]: {} };
  const text =
    role === undefined
      ? documentation.ofShape(name)
      : documentation.ofMessage(name, role.role, role.operation);
  return {
    type: "structure",
    members,
    ...optionalTraits(withDocumentation({ ...structure.traits, ...roleTraits }, text)),
  };
}

/** AWS may stop requiring any member except labels, without which there is no URI. */
function requiredTraits(member: SdkMember): Traits {
  if (!member.required) return {};
  return "smithy.api#httpLabel" in member.traits
    ? { "smithy.api#required": {} }
    : { "smithy.api#clientOptional": {}, "smithy.api#required": {} };
}

function buildEnum(
  name: string,
  values: Readonly<Record<string, string>>,
  documentation: Documentation,
): Shape {
  const members: Record<string, Member> = {};
  for (const [memberName, value] of sortedEntries(values)) {
    members[memberName] = {
      target: UNIT,
      traits: withDocumentation(
        { "smithy.api#enumValue": value },
        documentation.ofMember(name, memberName),
      ),
    };
  }
  return {
    type: "enum",
    members,
    ...optionalTraits(withDocumentation({}, documentation.ofShape(name))),
  };
}

type Collection = Extract<SdkType, { readonly kind: "list" | "map" }>;

function buildCollection(name: string, collection: Collection, sources: Sources): Shape {
  const traits = optionalTraits(
    withDocumentation(collection.traits, sources.documentation.ofSimpleShape(name)),
  );
  const reference = (type: SdkType, member: string): Reference => ({
    target: shapeId(targetName(type, { shape: name, member, plain: member === "key" }, sources)),
  });
  return collection.kind === "list"
    ? { type: "list", member: reference(collection.member, "member"), ...traits }
    : {
        type: "map",
        key: reference(collection.key, "key"),
        value: reference(collection.value, "value"),
        ...traits,
      };
}

function buildNameless(name: string, shape: NamelessShape, documentation: Documentation): Shape {
  const own = ("traits" in shape ? shape.traits : undefined) ?? {};
  const traits = optionalTraits(withDocumentation(own, documentation.ofSimpleShape(name)));
  switch (shape.type) {
    case "list":
      return { type: "list", member: { target: shapeId(shape.member) }, ...traits };
    case "map":
      return {
        type: "map",
        key: { target: shapeId(shape.key) },
        value: { target: shapeId(shape.value) },
        ...traits,
      };
    default:
      return { type: shape.type, ...traits };
  }
}

function targetName(type: SdkType, place: Place, sources: Sources): string {
  const enumName = sources.declarations.enumOfMember.get(`${place.shape}$${place.member}`);
  if (type.kind === "string" && enumName !== undefined) return enumName;
  if ("name" in type && type.name !== undefined) return type.name;
  return sources.simpleShapes.nameOf(type, place);
}

/** Finds a named list or map among the types of all members. */
function findCollection(name: string, { structures }: SdkSchemas): Collection | undefined {
  for (const { members } of structures.values()) {
    for (const { type } of Object.values(members)) {
      if ((type.kind === "list" || type.kind === "map") && type.name === name) return type;
    }
  }
  return undefined;
}
