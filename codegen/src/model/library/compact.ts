import type { SimpleType } from "../../load/ast.js";
import type { Member, Shape, ShapeId, Traits } from "../model.js";
import type { NodeObject, NodeValue } from "../node.js";
import { nowhere } from "../places.js";

/** Traits by their ids; those of the prelude without their namespace. */
type CompactTraits = NodeObject;

/**
 * A member: its target, or in enums its value; with its traits, if it has any. Targets in the same namespace or the
 * prelude are without their namespace.
 */
export type CompactMember =
  string | number | readonly [target: string | number, traits: CompactTraits];

/** A shape: its type, its traits and its members. What is empty at the end is left out. */
export type CompactShape = readonly [
  type: string,
  traits?: CompactTraits,
  members?: Readonly<Record<string, CompactMember>>,
];

/** The shapes of a namespace by their names. */
export type CompactNamespace = Readonly<Record<string, CompactShape>>;

const prelude = "smithy.api";
const enumValue = `${prelude}#enumValue`;

/** Returns the shapes of a namespace. */
export function expand(namespace: string, shapes: CompactNamespace): Shape[] {
  return Object.entries(shapes).map(([name, [type, traits = {}, members = {}]]) => {
    const id = `${namespace}#${name}`;
    const isEnum = type === "enum" || type === "intEnum";
    const target = (text: string): ShapeId => {
      if (text.includes("#")) return text;
      return `${Object.hasOwn(shapes, text) ? namespace : prelude}#${text}`;
    };
    const expandedMembers = Object.entries(members).map(([memberName, member]): Member => {
      const [value, memberTraits] = Array.isArray(member)
        ? (member as readonly [string | number, CompactTraits])
        : ([member as string | number, {}] as const);
      const expanded = expandTraits(memberTraits);
      if (isEnum) expanded.set(enumValue, { id: enumValue, value, location: nowhere });
      return {
        id: `${id}$${memberName}`,
        name: memberName,
        target: isEnum ? `${prelude}#Unit` : target(String(value)),
        traits: expanded,
        location: nowhere,
      };
    });
    return {
      id,
      type: type as SimpleType | "list" | "map" | "structure" | "union" | "enum" | "intEnum",
      traits: expandTraits(traits),
      members: new Map(expandedMembers.map((member) => [member.name, member])),
      mixins: [],
      location: nowhere,
    };
  });
}

function expandTraits(
  traits: CompactTraits,
): Map<ShapeId, { id: ShapeId; value: NodeValue; location: typeof nowhere }> {
  return new Map(
    Object.entries(traits).map(([name, value]) => {
      const id = name.includes("#") ? name : `${prelude}#${name}`;
      return [id, { id, value, location: nowhere }];
    }),
  );
}

/** The reverse of `expand`, for shapes of one namespace without mixins. */
export function compact(namespace: string, shapes: readonly Shape[]): CompactNamespace {
  const names = new Set(shapes.map(({ id }) => id.slice(namespace.length + 1)));
  const target = (id: ShapeId): string => {
    const [owner, name = ""] = id.split("#", 2);
    const isShort = owner === namespace || (owner === prelude && !names.has(name));
    return isShort ? name : id;
  };
  return Object.fromEntries(
    shapes.map(({ id, type, traits, members }): [string, CompactShape] => {
      const compactMembers = Object.fromEntries(
        [...members.values()].map((member) => [member.name, compactMember(type, member, target)]),
      );
      const entry: CompactShape =
        members.size > 0
          ? [type, compactTraits(traits), compactMembers]
          : traits.size > 0
            ? [type, compactTraits(traits)]
            : [type];
      return [id.slice(namespace.length + 1), entry];
    }),
  );
}

function compactMember(
  type: Shape["type"],
  member: Member,
  target: (id: ShapeId) => string,
): CompactMember {
  const isEnum = type === "enum" || type === "intEnum";
  const value = isEnum
    ? (member.traits.get(enumValue)?.value as string | number)
    : target(member.target);
  const traits = new Map(member.traits);
  if (isEnum) traits.delete(enumValue);
  return traits.size === 0 ? value : [value, compactTraits(traits)];
}

function compactTraits(traits: Traits): CompactTraits {
  const start = `${prelude}#`;
  return Object.fromEntries(
    [...traits.values()].map(({ id, value }) => [
      id.startsWith(start) ? id.slice(start.length) : id,
      value,
    ]),
  );
}
