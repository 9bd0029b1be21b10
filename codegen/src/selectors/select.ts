import { simpleTypes } from "../load/ast.js";
import {
  attributeAt,
  exists,
  flatten,
  type Attribute,
  type Entity,
  type Variables,
} from "./attributes.js";
import { compare } from "./compare.js";
import type { Assertion, Operand, Selector, SelectorStep } from "./selector.js";
import type { ShapeGraph } from "./shape-graph.js";

/** A shape that a selector yields, and the variables at that point. */
export interface Match {
  readonly entity: Entity;
  readonly variables: Variables;
}

/** Receives what a step yields. Returns whether it wants more. */
type Receive = (entity: Entity, variables: Variables) => boolean;

const noVariables: Variables = new Map();

/**
 * Returns the shapes that a selector matches, each once, in the order in which they are found.
 * @param from the shapes that are sent through the selector; by default, every shape and member, also those of
 *   Smithy's own packages
 */
export function select(
  graph: ShapeGraph,
  selector: Selector,
  from: Iterable<Entity> = graph.all(),
): ReadonlySet<Entity> {
  const found = new Set<Entity>();
  selectEach(graph, selector, from, ({ entity }) => found.add(entity));
  return found;
}

/** Calls back with everything that a selector yields. A shape can be yielded more than once. */
export function selectEach(
  graph: ShapeGraph,
  selector: Selector,
  from: Iterable<Entity>,
  onMatch: (match: Match) => void,
): void {
  const evaluation = new Evaluation(graph);
  for (const entity of from) {
    evaluation.run(selector, entity, noVariables, (found, variables) => {
      onMatch({ entity: found, variables });
      return true;
    });
  }
}

class Evaluation {
  readonly #graph: ShapeGraph;
  readonly #roots = new Map<Selector, ReadonlySet<Entity>>();

  constructor(graph: ShapeGraph) {
    this.#graph = graph;
  }

  /** Sends a shape through a selector. Returns whether the receiver wants more. */
  run(selector: Selector, entity: Entity, variables: Variables, receive: Receive): boolean {
    return this.#runFrom(selector, 0, entity, variables, receive);
  }

  #runFrom(
    selector: Selector,
    index: number,
    entity: Entity,
    variables: Variables,
    receive: Receive,
  ): boolean {
    const step = selector[index];
    if (step === undefined) return receive(entity, variables);
    return this.#step(step, entity, variables, (found, assigned) =>
      this.#runFrom(selector, index + 1, found, assigned, receive),
    );
  }

  #step(step: SelectorStep, entity: Entity, variables: Variables, next: Receive): boolean {
    switch (step.kind) {
      case "type":
        return !isOfType(entity, step.type) || next(entity, variables);
      case "exists":
        return (
          !exists(attributeAt({ kind: "entity", entity, variables }, step.path)) ||
          next(entity, variables)
        );
      case "attribute": {
        const scope = attributeAt({ kind: "entity", entity, variables }, step.scope);
        const holds = flatten(scope).some(
          (value) => exists(value) && step.assertions.every((each) => isTrue(each, value)),
        );
        return !holds || next(entity, variables);
      }
      case "neighbors": {
        const { labels, isReverse } = step;
        const neighbors = isReverse
          ? this.#graph.reverse(entity, labels)
          : this.#graph.forward(entity, labels);
        return neighbors.every(({ to }) => next(to, variables));
      }
      case "closure":
        return every(this.#graph.closure(entity), (to) => next(to, variables));
      case "set": {
        const found = this.#collect(step.selector, entity, variables);
        return next(entity, new Map(variables).set(step.name, found));
      }
      case "get":
        return every(variables.get(step.name) ?? [], (to) => next(to, variables));
      case "function":
        return this.#function(step.name, step.selectors, entity, variables, next);
    }
  }

  #function(
    name: string,
    selectors: readonly Selector[],
    entity: Entity,
    variables: Variables,
    next: Receive,
  ): boolean {
    const [first = [], second] = selectors;
    const keep = (holds: boolean): boolean => !holds || next(entity, variables);
    switch (name) {
      case "is":
        return selectors.every((selector) => this.run(selector, entity, variables, next));
      case "test":
        return keep(selectors.some((selector) => this.#yields(selector, entity, variables)));
      case "not":
        return keep(!this.#yields(first, entity, variables));
      case "in":
        return keep(this.#collect(first, entity, variables).has(entity));
      case "root":
        return every(this.#root(first), (to) => next(to, variables));
      case "topdown":
        return this.#topDown(first, second, entity, variables, next);
      case "recursive":
        return every(this.#repeat(first, entity, variables), (to) => next(to, variables));
      default:
        // The specification wants functions that are not known to be accepted.
        return true;
    }
  }

  #yields(selector: Selector, entity: Entity, variables: Variables): boolean {
    return !this.run(selector, entity, variables, () => false);
  }

  #collect(selector: Selector, entity: Entity, variables: Variables): ReadonlySet<Entity> {
    const found = new Set<Entity>();
    this.run(selector, entity, variables, (each) => {
      found.add(each);
      return true;
    });
    return found;
  }

  #root(selector: Selector): ReadonlySet<Entity> {
    let found = this.#roots.get(selector);
    if (found === undefined) {
      found = select(this.#graph, selector);
      this.#roots.set(selector, found);
    }
    return found;
  }

  #repeat(selector: Selector, entity: Entity, variables: Variables): ReadonlySet<Entity> {
    const found = new Set<Entity>();
    const pending = [entity];
    for (let each = pending.pop(); each !== undefined; each = pending.pop()) {
      for (const to of this.#collect(selector, each, variables)) {
        if (found.has(to)) continue;
        found.add(to);
        pending.push(to);
      }
    }
    return found;
  }

  #topDown(
    qualifier: Selector,
    disqualifier: Selector | undefined,
    start: Entity,
    variables: Variables,
    next: Receive,
  ): boolean {
    // A shape can be reached with and without a match, so both are remembered. A model can have circles.
    const visited = new Set<string>();
    const matched = new Set<Entity>();
    const pending = [{ entity: start, inherited: false }];
    for (let each = pending.pop(); each !== undefined; each = pending.pop()) {
      const { entity } = each;
      if (!("type" in entity) || !/^(service|resource|operation)$/.test(entity.type)) continue;
      let isMatch = each.inherited || this.#yields(qualifier, entity, variables);
      if (isMatch && disqualifier && this.#yields(disqualifier, entity, variables)) isMatch = false;
      const key = `${entity.id} ${String(isMatch)}`;
      if (visited.has(key)) continue;
      visited.add(key);
      if (isMatch) matched.add(entity);
      for (const { to } of this.#graph.forward(entity, ["operation", "resource"]))
        pending.push({ entity: to, inherited: isMatch });
    }
    return every(matched, (to) => next(to, variables));
  }
}

function isTrue({ left, comparator, right, ignoreCase }: Assertion, scope: Attribute): boolean {
  const value = operand(left, scope);
  return right.some((other) => compare(value, comparator, operand(other, scope), ignoreCase));
}

function operand(given: Operand, scope: Attribute): Attribute {
  return given.kind === "text"
    ? { kind: "node", node: given.text }
    : attributeAt(scope, given.path);
}

const numbers: ReadonlySet<string> = new Set([
  ...["byte", "short", "integer", "long", "float", "double", "bigInteger", "bigDecimal"],
  "intEnum",
]);
const simple: ReadonlySet<string> = new Set<string>([...simpleTypes, "enum", "intEnum"]);
const aggregates: ReadonlySet<string> = new Set(["list", "map", "structure", "union"]);
const services: ReadonlySet<string> = new Set(["service", "resource", "operation"]);

function isOfType(entity: Entity, wanted: string): boolean {
  if (wanted === "*") return true;
  if (!("type" in entity)) return wanted === "member";
  const { type } = entity;
  switch (wanted) {
    case "number":
      return numbers.has(type);
    case "simpleType":
      return simple.has(type);
    case "aggregateType":
      return aggregates.has(type);
    case "serviceType":
      return services.has(type);
    case "dataType":
      return simple.has(type) || aggregates.has(type);
    case "collection":
    case "set":
      return type === "list";
    case "string":
      return type === "string" || type === "enum";
    case "integer":
      return type === "integer" || type === "intEnum";
    default:
      return type === wanted;
  }
}

function every(entities: Iterable<Entity>, test: (entity: Entity) => boolean): boolean {
  for (const entity of entities) if (!test(entity)) return false;
  return true;
}
