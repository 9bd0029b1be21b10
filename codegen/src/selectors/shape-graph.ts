import { findShape } from "../model/find-shape.js";
import { unitId } from "../load/prelude.js";
import type { Lifecycle, Member, ResourceShape, ShapeId, SmithyModel } from "../model/model.js";
import type { Entity } from "./attributes.js";

/** A relationship from a shape to another (Smithy 2.0, "Relationships"). */
export interface Relationship {
  /** How selectors name it: one name, or more for the operations of resources. None for targets of members. */
  readonly labels: readonly string[];
  readonly to: Entity;
}

const collectionLifecycles: ReadonlySet<Lifecycle> = new Set(["create", "list"]);

/** Labels that are followed only where a selector names them. */
const hidden: ReadonlySet<string> = new Set(["trait", "bound"]);

/** The relationships of the shapes of a model. They are found when they are needed. */
export class ShapeGraph {
  readonly model: SmithyModel;
  readonly #source: SmithyModel;
  readonly #forward = new Map<Entity, readonly Relationship[]>();
  readonly #closures = new Map<Entity, ReadonlySet<Entity>>();
  readonly #matches = new Map<string, ReadonlySet<Entity>>();
  #reverse: Map<Entity, Relationship[]> | undefined;
  #bound: Map<ShapeId, Entity[]> | undefined;

  /**
   * @param model the model, whose mixins are flattened
   * @param source the same model with its mixins
   */
  constructor(model: SmithyModel, source: SmithyModel) {
    this.model = model;
    this.#source = source;
  }

  /** Every shape and member: those of the model, then those of Smithy's own packages. */
  *all(): Iterable<Entity> {
    for (const shapes of [this.model.shapes, this.model.library]) {
      for (const shape of shapes.values()) {
        yield shape;
        yield* shape.members.values();
      }
    }
  }

  /** The shapes that a shape refers to. */
  forward(entity: Entity, labels?: readonly string[]): readonly Relationship[] {
    let found = this.#forward.get(entity);
    if (found === undefined) this.#forward.set(entity, (found = [...this.#relationships(entity)]));
    return withLabels(found, labels);
  }

  /** The shapes that refer to a shape; `to` is the shape that refers. */
  reverse(entity: Entity, labels?: readonly string[]): readonly Relationship[] {
    this.#reverse ??= this.#invert();
    return withLabels(this.#reverse.get(entity) ?? [], labels);
  }

  /** The shapes that can be reached from a shape, without the shape itself unless it is recursive. */
  closure(entity: Entity): ReadonlySet<Entity> {
    let found = this.#closures.get(entity);
    if (found === undefined) this.#closures.set(entity, (found = this.#reach(entity)));
    return found;
  }

  /** What a selector matches in the whole model. It is evaluated once. */
  matching(
    selector: string,
    select: (selector: string) => ReadonlySet<Entity>,
  ): ReadonlySet<Entity> {
    let found = this.#matches.get(selector);
    if (found === undefined) this.#matches.set(selector, (found = select(selector)));
    return found;
  }

  #reach(entity: Entity): ReadonlySet<Entity> {
    const reached = new Set<Entity>();
    const pending = [entity];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      for (const { to } of this.forward(next)) {
        if (reached.has(to)) continue;
        reached.add(to);
        pending.push(to);
      }
    }
    return reached;
  }

  #invert(): Map<Entity, Relationship[]> {
    const reverse = new Map<Entity, Relationship[]>();
    for (const from of this.all()) {
      for (const { labels, to } of this.#relationships(from)) {
        const known = reverse.get(to);
        if (known === undefined) reverse.set(to, [{ labels, to: from }]);
        else known.push({ labels, to: from });
      }
    }
    return reverse;
  }

  *#relationships(entity: Entity): Iterable<Relationship> {
    if ("type" in entity) {
      for (const member of entity.members.values()) yield { labels: ["member"], to: member };
      yield* this.#to(findShape(this.#source, entity.id)?.mixins ?? [], "mixin");
      if (entity.type === "operation") {
        yield* this.#to([entity.input].filter(isPresent), "input");
        yield* this.#to([entity.output].filter(isPresent), "output");
        yield* this.#to(entity.errors, "error");
        yield* this.#containers(entity.id);
      } else if (entity.type === "service") {
        yield* this.#to(entity.operations, "operation");
        yield* this.#to(entity.resources, "resource");
        yield* this.#to(entity.errors, "error");
      } else if (entity.type === "resource") {
        yield* this.#ofResource(entity);
        yield* this.#containers(entity.id);
      }
    } else if (!this.#isOfEnum(entity)) {
      yield* this.#to([entity.target]);
    }
    yield* this.#to(entity.traits.keys(), "trait");
  }

  /** Members of enums only formally have a target, so that an enum does not bring it into a service. */
  #isOfEnum({ id, target }: Member): boolean {
    if (target !== unitId) return false;
    const type = findShape(this.model, id.slice(0, id.indexOf("$")))?.type;
    return type === "enum" || type === "intEnum";
  }

  *#ofResource(resource: ResourceShape): Iterable<Relationship> {
    yield* this.#to(resource.identifiers.values(), "identifier");
    yield* this.#to(resource.properties.values(), "property");
    yield* this.#to(resource.resources, "resource");
    for (const [lifecycle, id] of resource.lifecycle) {
      const isCollection = collectionLifecycles.has(lifecycle);
      const kind = isCollection ? "collectionOperation" : "instanceOperation";
      yield* this.#to([id], lifecycle, "operation", kind);
    }
    yield* this.#to(resource.operations, "operation", "instanceOperation");
    yield* this.#to(resource.collectionOperations, "operation", "collectionOperation");
  }

  #containers(id: ShapeId): readonly Relationship[] {
    this.#bound ??= this.#findBound();
    return (this.#bound.get(id) ?? []).map((to) => ({ labels: ["bound"], to }));
  }

  #findBound(): Map<ShapeId, Entity[]> {
    const bound = new Map<ShapeId, Entity[]>();
    for (const shape of this.model.shapes.values()) {
      for (const id of boundTo(shape)) bound.set(id, [...(bound.get(id) ?? []), shape]);
    }
    return bound;
  }

  *#to(ids: Iterable<ShapeId>, ...labels: string[]): Iterable<Relationship> {
    for (const id of ids) {
      const to = findShape(this.model, id);
      if (to !== undefined) yield { labels, to };
    }
  }
}

function withLabels(
  relationships: readonly Relationship[],
  labels: readonly string[] | undefined,
): readonly Relationship[] {
  return relationships.filter((relationship) =>
    labels === undefined
      ? !relationship.labels.some((label) => hidden.has(label))
      : relationship.labels.some((label) => labels.includes(label)),
  );
}

function isPresent(id: ShapeId): boolean {
  return id !== unitId;
}

function boundTo(entity: Entity): ReadonlySet<ShapeId> {
  if (!("type" in entity)) return new Set();
  if (entity.type === "service") return new Set([...entity.operations, ...entity.resources]);
  if (entity.type !== "resource") return new Set();
  return new Set([
    ...entity.lifecycle.values(),
    ...entity.operations,
    ...entity.collectionOperations,
    ...entity.resources,
  ]);
}
