import type { AstShape, AstType, Model, ShapeId, Traits } from "../load/ast.js";
import type { Diagnostics } from "../load/diagnostics.js";
import { ignoredNamespaces, knownTraits } from "../load/known-traits.js";
import { hasTrait } from "../load/traits.js";

const numbers: readonly AstType[] = [
  "byte",
  "short",
  "integer",
  "long",
  "float",
  "double",
  "bigInteger",
  "bigDecimal",
  "intEnum",
];

/** The types of shape that a trait may stand on, or on whose members it may stand. */
const selectors: Readonly<Record<string, readonly AstType[]>> = {
  "smithy.api#enum": ["string", "enum"],
  "smithy.api#error": ["structure"],
  "smithy.api#http": ["operation"],
  "smithy.api#idempotencyToken": ["string"],
  "smithy.api#length": ["string", "enum", "blob", "list", "set", "map"],
  "smithy.api#mediaType": ["string", "enum", "blob"],
  "smithy.api#pattern": ["string", "enum"],
  "smithy.api#range": numbers,
  "smithy.api#requiresLength": ["blob"],
  "smithy.api#sparse": ["list", "set", "map"],
  "smithy.api#streaming": ["blob", "union"],
  "smithy.api#timestampFormat": ["timestamp"],
  "smithy.api#uniqueItems": ["list", "set"],
};

/** Warns of traits that nothing is known of, and reports those that cannot stand where they stand. */
export function checkTraits(
  shapes: ReadonlyMap<ShapeId, AstShape>,
  model: Model,
  diagnostics: Diagnostics,
): void {
  const unknown = new Map<ShapeId, string>();
  for (const shape of shapes.values()) {
    check(shape, shape.id, shape.type);
    for (const [name, member] of membersOf(shape)) {
      check(member, `${shape.id}$${name}`, model.shapes.get(member.target)?.type);
    }
  }
  for (const [id, place] of unknown) {
    diagnostics.warn(
      place,
      `the trait ${id} is not known, here and wherever else it stands; it is ignored`,
    );
  }

  function check(
    holder: { readonly traits: Traits },
    place: string,
    type: AstType | undefined,
  ): void {
    for (const id of Object.keys(holder.traits).sort()) {
      if (!isKnown(id, model) && !unknown.has(id)) unknown.set(id, place);
      const allowed = Object.hasOwn(selectors, id) ? selectors[id] : undefined;
      if (allowed !== undefined && type !== undefined && !allowed.includes(type)) {
        diagnostics.error(place, `the trait ${id} cannot stand on a shape of type ${type}`);
      }
    }
  }
}

function isKnown(id: ShapeId, model: Model): boolean {
  if (Object.hasOwn(knownTraits, id)) return true;
  const namespace = id.slice(0, id.indexOf("#"));
  if (Object.hasOwn(ignoredNamespaces, namespace)) return true;
  // A trait that the model itself defines means something to its authors alone.
  const definition = model.shapes.get(id);
  return definition !== undefined && hasTrait(definition, "smithy.api#trait");
}

function membersOf(
  shape: AstShape,
): Iterable<readonly [string, { target: ShapeId; traits: Traits }]> {
  switch (shape.type) {
    case "structure":
    case "union":
      return shape.members;
    case "list":
    case "set":
      return [["member", shape.member]];
    case "map":
      return [
        ["key", shape.key],
        ["value", shape.value],
      ];
    default:
      return [];
  }
}
