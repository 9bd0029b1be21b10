import { setEntry } from "../../runtime/json/json.js";
import { EffectiveMembers } from "./assemble/effective-members.js";
import { findShape } from "./find-shape.js";
import { flattenMixins } from "./flatten-mixins.js";
import { lifecycles, type Member, type Shape, type ShapeId, type SmithyModel } from "./model.js";
import type { Traits } from "./model.js";
import type { NodeObject, NodeValue } from "./node.js";
import { isSameNode } from "./nodes.js";

export interface AstOptions {
  /** Whether mixins are kept, which is the default, or copied to the shapes that use them and removed. */
  readonly mixins?: "keep" | "flatten" | undefined;
}

type Json = Record<string, NodeValue>;

/**
 * Returns the JSON AST of a model (Smithy 2.0, "JSON AST"), in version 2.0. Shapes, traits and metadata are in the order
 * of their ids, so that equal models have equal texts. Shapes of Smithy's own packages are left out; traits that the
 * model adds to them are `apply` statements, as are those for members of mixins.
 */
export function toAst(model: SmithyModel, { mixins = "keep" }: AstOptions = {}): NodeObject {
  const source = mixins === "flatten" ? flattenMixins(model) : model;
  const members = new EffectiveMembers((id) => findShape(source, id));
  const shapes: (readonly [ShapeId, NodeValue])[] = [];
  for (const [id, shape] of source.shapes) {
    const original = model.library.get(id);
    if (shape.location.file === "" && original !== undefined)
      shapes.push(...additions(shape, original));
    else if (mixins === "keep" || !shape.traits.has("smithy.api#mixin"))
      shapes.push(...shapeEntries(shape, members.inherited(shape.mixins)));
  }
  const metadata = Object.entries(model.metadata);
  return {
    smithy: "2.0",
    ...(metadata.length > 0 && { metadata: sorted(metadata) }),
    shapes: sorted(shapes),
  };
}

function sorted(entries: readonly (readonly [string, NodeValue])[]): Json {
  const object: Json = {};
  for (const [key, value] of entries.toSorted(([left], [right]) => (left < right ? -1 : 1)))
    setEntry(object, key, value);
  return object;
}

/** A shape, and `apply` statements for its members that are inherited. */
function shapeEntries(
  shape: Shape,
  inherited: ReadonlyMap<string, Member>,
): (readonly [ShapeId, NodeValue])[] {
  const own = [...shape.members.values()].filter(({ name }) => !inherited.has(name));
  const applied = [...shape.members.values()].filter(({ name }) => inherited.has(name));
  const json: Json = {
    type: shape.type,
    ...(shape.mixins.length > 0 && { mixins: references(shape.mixins) }),
    ...bodyOf(shape, own),
    ...traitsOf(shape.traits),
  };
  return [[shape.id, json], ...applied.map(({ id, traits }) => application(id, traits))];
}

function application(id: ShapeId, traits: Traits): readonly [ShapeId, NodeValue] {
  return [id, { type: "apply", ...traitsOf(traits) }];
}

/** `apply` statements for what a model adds to a shape of Smithy's own packages. */
function additions(shape: Shape, original: Shape): (readonly [ShapeId, NodeValue])[] {
  return [shape, ...shape.members.values()]
    .map((holder) => {
      const before = "name" in holder ? original.members.get(holder.name)?.traits : original.traits;
      return [
        holder.id,
        new Map(
          [...holder.traits].filter(([id, { value }]) => {
            const known = before?.get(id);
            return known === undefined || !isSameNode(known.value, value);
          }),
        ),
      ] as const;
    })
    .filter(([, traits]) => traits.size > 0)
    .map(([id, traits]) => application(id, traits));
}

function bodyOf(shape: Shape, own: readonly Member[]): Json {
  switch (shape.type) {
    case "list":
    case "map":
      return membersOf(own);
    case "structure":
    case "union":
    case "enum":
    case "intEnum":
      return { members: membersOf(own) };
    case "operation":
      return {
        input: { target: shape.input },
        output: { target: shape.output },
        ...list("errors", shape.errors),
      };
    case "resource": {
      const json: Json = {
        ...named("identifiers", shape.identifiers),
        ...named("properties", shape.properties),
      };
      for (const name of lifecycles) {
        const target = shape.lifecycle.get(name);
        if (target !== undefined) json[name] = { target };
      }
      return {
        ...json,
        ...list("operations", shape.operations),
        ...list("collectionOperations", shape.collectionOperations),
        ...list("resources", shape.resources),
      };
    }
    case "service":
      return {
        ...(shape.version !== "" && { version: shape.version }),
        ...list("operations", shape.operations),
        ...list("resources", shape.resources),
        ...list("errors", shape.errors),
        ...(shape.rename.size > 0 && { rename: Object.fromEntries(shape.rename) }),
      };
    default:
      return {};
  }
}

function membersOf(members: readonly Member[]): Json {
  return Object.fromEntries(
    members.map(({ name, target, traits }) => [name, { target, ...traitsOf(traits) }]),
  );
}

/** The traits, without `@box`, which does not exist in Smithy 2.0. */
function traitsOf(traits: Traits): Json {
  const entries = [...traits.values()]
    .filter(({ id }) => id !== "smithy.api#box")
    .map(({ id, value }) => [id, value] as const);
  return entries.length === 0 ? {} : { traits: sorted(entries) };
}

function references(ids: readonly ShapeId[]): NodeValue {
  return ids.map((target) => ({ target }));
}

function list(name: string, ids: readonly ShapeId[]): Json {
  return ids.length === 0 ? {} : { [name]: references(ids) };
}

function named(name: string, ids: ReadonlyMap<string, ShapeId>): Json {
  if (ids.size === 0) return {};
  return { [name]: Object.fromEntries([...ids].map(([key, target]) => [key, { target }])) };
}
