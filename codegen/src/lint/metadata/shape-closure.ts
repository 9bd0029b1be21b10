import { nameOf } from "../../load/names.js";
import { findAny } from "../../model/find-shape.js";
import type { EventSeverity, ShapeId, SourceLocation, ValidationEvent } from "../../model/model.js";
import { parseSelector } from "../../selectors/parse-selector.js";
import { select } from "../../selectors/select.js";
import { SelectorError } from "../../selectors/selector.js";
import type { Entity } from "../../selectors/attributes.js";
import { reachable } from "../../selectors/reachable.js";
import type { Rule, RuleContext } from "../rule.js";
import { closuresKey, readClosures, type ShapeClosure } from "./read-closures.js";

/** The closures of shapes in metadata have shapes, ids of their own, and names without conflicts. */
export const shapeClosure: Rule = {
  id: "ShapeClosure",
  *check(context) {
    const seen = new Set<string>();
    for (const closure of readClosures(context.model)) {
      const check = new ClosureCheck(closure, context);
      if (seen.has(closure.id)) yield check.fail("is defined more than once");
      else yield* check.all();
      seen.add(closure.id);
    }
  },
};

class ClosureCheck {
  readonly #closure: ShapeClosure;
  readonly #context: RuleContext;
  readonly #location: SourceLocation;

  constructor(closure: ShapeClosure, context: RuleContext) {
    this.#closure = closure;
    this.#context = context;
    const { metadataLocations } = context.model;
    this.#location = metadataLocations.get(closuresKey) ?? { file: "", line: 1, column: 1 };
  }

  *all(): Iterable<ValidationEvent> {
    const { id, namespaces, selector } = this.#closure;
    const { model } = this.#context;
    if (findAny(model, id) !== undefined) yield this.fail("has the id of a shape");
    if (namespaces.length === 0 && selector === undefined)
      yield this.fail("needs includeNamespaces or includeBySelector");
    for (const namespace of namespaces)
      if (!this.#hasNamespace(namespace))
        yield this.#event(
          "DANGER",
          `includes the namespace ${namespace}, which has no shapes`,
          "EmptyNamespace",
        );
    const selected = this.#select();
    if (typeof selected === "string") {
      yield this.fail(`has an invalid includeBySelector: ${selected}`);
      return;
    }
    const added = [...selected].filter((entity) => !namespaces.includes(namespaceOf(entity)));
    if (selector !== undefined && selector !== "" && added.length === 0)
      yield this.#event(
        "DANGER",
        "has an includeBySelector that matches no shapes, apart from those of includeNamespaces",
        "EmptySelector",
      );
    const entities = this.#resolve(added);
    yield* this.#checkRenames(entities);
    yield* this.#checkNames(entities);
  }

  fail(problem: string): ValidationEvent {
    return this.#event("ERROR", problem);
  }

  #event(severity: EventSeverity, problem: string, suffix?: string): ValidationEvent {
    const { id } = this.#closure;
    return {
      id: suffix === undefined ? "ShapeClosure" : `ShapeClosure.${suffix}.${id}`,
      severity,
      location: this.#location,
      message: `the shape closure ${id} ${problem}`,
    };
  }

  #hasNamespace(namespace: string): boolean {
    const { shapes, library } = this.#context.model;
    for (const all of [shapes, library])
      for (const id of all.keys()) if (id.startsWith(`${namespace}#`)) return true;
    return false;
  }

  /** Returns what the selector matches, or why it is invalid. */
  #select(): ReadonlySet<Entity> | string {
    const { selector = "" } = this.#closure;
    if (selector === "") return new Set();
    try {
      return select(this.#context.graph, parseSelector(selector));
    } catch (error) {
      if (error instanceof SelectorError) return error.message;
      throw error;
    }
  }

  /** The shapes and members in the closure: those that are included, and what they refer to. */
  #resolve(selected: readonly Entity[]): ReadonlyMap<ShapeId, Entity> {
    const { model, graph } = this.#context;
    const { namespaces } = this.#closure;
    const own = [...model.shapes.values(), ...model.library.values()].filter((shape) =>
      namespaces.includes(namespaceOf(shape)),
    );
    return new Map(reachable(graph, [...own, ...selected]).map((entity) => [entity.id, entity]));
  }

  *#checkRenames(entities: ReadonlyMap<ShapeId, Entity>): Iterable<ValidationEvent> {
    const { rename } = this.#closure;
    const kept = new Map(this.#unchanged(entities).map((id) => [nameOf(id).toLowerCase(), id]));
    const renamed = new Map<string, ShapeId>();
    for (const [id, name] of rename) {
      const what = `renames ${id} to ${JSON.stringify(name)}, which`;
      if (name === nameOf(id)) yield this.fail(`${what} is its name already`);
      if (!entities.has(id)) {
        yield this.fail(`renames ${id}, which is not in the closure`);
        continue;
      }
      const key = name.toLowerCase();
      const [other, unchanged] = [renamed.get(key), kept.get(key)];
      renamed.set(key, id);
      if (other !== undefined) yield this.fail(`${what} is also the new name of ${other}`);
      if (unchanged !== undefined) yield this.fail(`${what} is the name of ${unchanged}`);
    }
  }

  *#checkNames(entities: ReadonlyMap<ShapeId, Entity>): Iterable<ValidationEvent> {
    const groups = new Map<string, ShapeId[]>();
    for (const id of this.#unchanged(entities)) {
      const name = nameOf(id).toLowerCase();
      groups.set(name, [...(groups.get(name) ?? []), id]);
    }
    for (const group of groups.values()) {
      if (group.length < 2) continue;
      const problem = `has shapes with the same name, apart from case: ${group.sort().join(", ")}; use "rename"`;
      yield this.#event("WARNING", problem, "NameConflicts");
    }
  }

  /** The ids of the shapes that keep their names. */
  #unchanged(entities: ReadonlyMap<ShapeId, Entity>): readonly ShapeId[] {
    return [...entities.values()]
      .filter((entity) => "type" in entity && !this.#closure.rename.has(entity.id))
      .map(({ id }) => id);
  }
}

function namespaceOf({ id }: Entity): string {
  return id.slice(0, id.indexOf("#"));
}
