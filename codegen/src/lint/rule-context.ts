import type { Entity } from "../selectors/attributes.js";
import type { ShapeGraph } from "../selectors/shape-graph.js";
import type { Shape, ShapeId, ShapeType, SmithyModel } from "../model/model.js";
import { appliedTraits } from "./applied-traits.js";
import type { RuleContext } from "./rule.js";

/** What the contexts of all rules share. */
export class SharedContext {
  readonly model: SmithyModel;
  readonly source: SmithyModel;
  readonly graph: ShapeGraph;
  #byTrait: ReadonlyMap<ShapeId, readonly Entity[]> | undefined;
  #byType: ReadonlyMap<ShapeType, readonly Shape[]> | undefined;

  constructor(source: SmithyModel, graph: ShapeGraph) {
    this.source = source;
    this.model = graph.model;
    this.graph = graph;
  }

  /** Returns the context of a rule. */
  of(id: string): RuleContext {
    return {
      model: this.model,
      source: this.source,
      graph: this.graph,
      shapesOf: (...types) => this.#shapesOf(types),
      withTrait: (trait) => (this.#byTrait ??= this.#indexTraits()).get(trait) ?? [],
      event: (severity, entity, message, { suffix, location, hint } = {}) => ({
        id: suffix === undefined ? id : `${id}.${suffix}`,
        severity,
        shape: entity.id,
        location: location ?? entity.location,
        message,
        ...(hint !== undefined && { hint }),
      }),
    };
  }

  #shapesOf<T extends ShapeType>(types: readonly T[]): Iterable<Shape & { type: T }> {
    this.#byType ??= this.#indexTypes();
    const shapes = types.flatMap((type) => this.#byType?.get(type) ?? []);
    return shapes as (Shape & { type: T })[];
  }

  #indexTypes(): ReadonlyMap<ShapeType, readonly Shape[]> {
    const index = new Map<ShapeType, Shape[]>();
    for (const shape of this.model.shapes.values()) add(index, shape.type, shape);
    return index;
  }

  #indexTraits(): ReadonlyMap<ShapeId, readonly Entity[]> {
    const index = new Map<ShapeId, Entity[]>();
    for (const { entity, trait } of appliedTraits(this.model)) add(index, trait.id, entity);
    return index;
  }
}

function add<K, V>(index: Map<K, V[]>, key: K, value: V): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [value]);
  else known.push(value);
}
