import { nameOf } from "../load/names.js";
import { findShape } from "../model/find-shape.js";
import type { ShapeId, SmithyModel } from "../model/model.js";

const prelude = "smithy.api";

/**
 * The names of one file: writes ids as short as they can be without a change of their meaning (Smithy 2.0, "Relative
 * shape ID resolution"), and collects what the file has to import.
 */
export class NameScope {
  readonly namespace: string;
  readonly #model: SmithyModel;
  readonly #imports = new Map<string, ShapeId>();

  constructor(namespace: string, model: SmithyModel) {
    this.namespace = namespace;
    this.#model = model;
  }

  /** The ids of the `use` statements, sorted. */
  get imports(): readonly ShapeId[] {
    return [...this.#imports.values()].sort();
  }

  /** Returns an id as it is written in the file. It can have a member. */
  write(id: ShapeId): string {
    const [shape = "", member] = id.split("$", 2);
    const name = this.#isShort(shape) ? nameOf(shape) : shape;
    return member === undefined ? name : `${name}$${member}`;
  }

  #isShort(id: ShapeId): boolean {
    const name = nameOf(id);
    const imported = this.#imports.get(name);
    if (imported !== undefined) return imported === id;
    // A shape that does not exist would be looked for in the prelude.
    if (id === `${this.namespace}#${name}`)
      return this.#has(id) || !this.#has(`${prelude}#${name}`);
    if (this.#has(`${this.namespace}#${name}`)) return false;
    if (id === `${prelude}#${name}`) return this.#has(id);
    // A name of the prelude stays what readers expect it to be, and an import needs a shape.
    if (this.#has(`${prelude}#${name}`) || !this.#has(id)) return false;
    this.#imports.set(name, id);
    return true;
  }

  #has(id: ShapeId): boolean {
    return findShape(this.#model, id) !== undefined;
  }
}
