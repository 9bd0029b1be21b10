import type { AstShape, AstType, Model, ShapeId, Traits } from "../load/ast.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { shown } from "../diagnostics/text.js";
import { ignoredNamespaces, knownTraits } from "../load/known-traits.js";
import { membersOf } from "../load/members-of.js";
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

const strings: readonly AstType[] = ["string", "enum"];

/** Types that have a text form, and so can be in a path, a query string or a header. */
const scalars: readonly AstType[] = [...strings, "boolean", "timestamp", ...numbers];

/** The shape types that a trait can be applied to, directly or on a member that targets the shape. */
const selectors: Readonly<Record<string, readonly AstType[]>> = {
  "smithy.api#enum": ["string", "enum"],
  "smithy.api#error": ["structure"],
  "smithy.api#eventHeader": ["boolean", "blob", "string", "enum", "timestamp", ...numbers],
  "smithy.api#eventPayload": ["blob", "string", "enum", "structure", "union"],
  "smithy.api#hostLabel": ["string", "enum"],
  "smithy.api#http": ["operation"],
  "smithy.api#httpHeader": [...scalars, "list", "set"],
  "smithy.api#httpLabel": scalars,
  "smithy.api#httpPayload": [
    "string",
    "enum",
    "blob",
    "document",
    "structure",
    "union",
    "list",
    "set",
    "map",
  ],
  "smithy.api#httpPrefixHeaders": ["map"],
  "smithy.api#httpQuery": [...scalars, "list", "set"],
  "smithy.api#httpQueryParams": ["map"],
  "smithy.api#httpResponseCode": ["integer", "intEnum"],
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
  "smithy.api#xmlAttribute": scalars,
  "smithy.api#xmlFlattened": ["list", "set", "map"],
};

/** The types of elements that a collection can have if a trait serializes it as text. */
const elements: Readonly<Record<string, readonly AstType[]>> = {
  "smithy.api#httpHeader": scalars,
  "smithy.api#httpPrefixHeaders": strings,
  "smithy.api#httpQuery": scalars,
  "smithy.api#httpQueryParams": [...strings, "list", "set"],
};

/** Traits whose value is a string. */
const texts: ReadonlySet<string> = new Set(
  `documentation httpHeader httpPrefixHeaders httpQuery jsonName mediaType pattern since`
    .split(" ")
    .map((name) => `smithy.api#${name}`),
);

/** Warns about unknown traits, and reports traits on shapes that they cannot be applied to. */
export function checkTraits(
  shapes: ReadonlyMap<ShapeId, AstShape>,
  model: Model,
  diagnostics: Diagnostics,
): void {
  const unknown = new Map<ShapeId, string>();
  for (const shape of shapes.values()) {
    check(shape, shape.id, shape);
    for (const [name, member] of membersOf(shape)) {
      check(member, `${shape.id}$${name}`, model.shapes.get(member.target));
    }
  }
  for (const [id, place] of unknown) {
    diagnostics.warn(
      "SC1401",
      place,
      `the unknown trait ${id} is ignored, here and wherever else it is applied`,
    );
  }

  function check(
    holder: { readonly traits: Traits },
    place: string,
    target: AstShape | undefined,
  ): void {
    for (const id of Object.keys(holder.traits).sort()) {
      if (!isKnown(id, model) && !unknown.has(id)) unknown.set(id, place);
      const allowed = Object.hasOwn(selectors, id) ? selectors[id] : undefined;
      if (allowed !== undefined && target !== undefined && !allowed.includes(target.type)) {
        diagnostics.error(
          "SC1402",
          place,
          `the trait ${id} cannot be applied to a shape of type ${target.type}`,
        );
      }
      const element = elementOf(target, model);
      const allowedElements = Object.hasOwn(elements, id) ? elements[id] : undefined;
      if (element !== undefined && allowedElements?.includes(element.type) === false) {
        diagnostics.error(
          "SC1402",
          place,
          `the trait ${id} cannot be applied to a collection with elements of type ${element.type}`,
        );
      }
      const inner = id === "smithy.api#httpQueryParams" ? elementOf(element, model) : undefined;
      if (inner !== undefined && !strings.includes(inner.type))
        diagnostics.error(
          "SC1402",
          place,
          `the trait ${id} cannot be applied to a map of lists with elements of type ${inner.type}`,
        );
      if (texts.has(id) && typeof holder.traits[id] !== "string") {
        diagnostics.error(
          "SC1403",
          place,
          `the trait ${id} must be a string, but is ${shown(holder.traits[id])}`,
        );
      }
    }
  }
}

function elementOf(shape: AstShape | undefined, model: Model): AstShape | undefined {
  if (shape?.type === "list" || shape?.type === "set") return model.shapes.get(shape.member.target);
  return shape?.type === "map" ? model.shapes.get(shape.value.target) : undefined;
}

function isKnown(id: ShapeId, model: Model): boolean {
  if (Object.hasOwn(knownTraits, id)) return true;
  const namespace = id.slice(0, id.indexOf("#"));
  if (Object.hasOwn(ignoredNamespaces, namespace)) return true;
  // A trait that the model itself defines is only relevant for its authors.
  const definition = model.shapes.get(id);
  return definition !== undefined && hasTrait(definition, "smithy.api#trait");
}
