import type { Member, Shape, ShapeId, Traits } from "../model.js";
import type { NodeValue } from "../node.js";

const box = "smithy.api#box";
const defaultTrait = "smithy.api#default";

/** What values of a type are in Smithy 1.0 if they are not set; `undefined` for other types. */
function zeroOf(type: Shape["type"]): NodeValue | undefined {
  switch (type) {
    case "boolean":
      return false;
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "float":
    case "double":
    case "intEnum":
      return 0;
    default:
      return undefined;
  }
}

/** Adds the default that a shape of a file in Smithy 1.0 has implicitly. */
export function upgradeShape(shape: Shape): Shape {
  const zero = zeroOf(shape.type);
  if (zero === undefined || shape.traits.has(box) || shape.traits.has(defaultTrait)) return shape;
  return { ...shape, traits: withDefault(shape, zero) };
}

/**
 * Adds the defaults that the members of a structure in Smithy 1.0 have implicitly: zero if the target is not boxed,
 * null if the member is, and an empty text for streams that are not required.
 * @param find returns shapes of the model, after `upgradeShape`
 */
export function upgradeMembers(shape: Shape, find: (id: ShapeId) => Shape | undefined): Shape {
  if (shape.type !== "structure" || shape.members.size === 0) return shape;
  const members = new Map<string, Member>();
  for (const [name, member] of shape.members) {
    const value = defaultOf(member, find(member.target));
    members.set(
      name,
      value === undefined ? member : { ...member, traits: withDefault(member, value) },
    );
  }
  return { ...shape, members };
}

function defaultOf({ traits }: Member, target: Shape | undefined): NodeValue | undefined {
  if (target === undefined || traits.has(defaultTrait)) return undefined;
  if (traits.has(box)) return null;
  const zero = zeroOf(target.type);
  if (zero !== undefined) return isBoxed(target, zero) ? undefined : zero;
  const isStream = target.type === "blob" && target.traits.has("smithy.api#streaming");
  return isStream && !traits.has("smithy.api#required") ? "" : undefined;
}

/** Whether a shape is boxed in Smithy 1.0. Shapes of Smithy 2.0 are, unless their default is zero. */
function isBoxed({ traits }: Shape, zero: NodeValue): boolean {
  return traits.has(box) || traits.get(defaultTrait)?.value !== zero;
}

function withDefault({ traits, location }: Shape | Member, value: NodeValue): Traits {
  return new Map(traits).set(defaultTrait, { id: defaultTrait, value, location });
}
