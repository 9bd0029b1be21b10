import type { FileSyntax } from "../../idl/syntax.js";
import type { Events } from "../events.js";
import type { ShapeId } from "../model.js";
import type { TextPlaces } from "../places.js";
import { suggestion } from "../suggestion.js";

const prelude = "smithy.api";

/** Resolves the names in a file (Smithy 2.0, "Relative shape ID resolution"). */
export class Names {
  readonly #namespace: string | undefined;
  readonly #uses: ReadonlyMap<string, ShapeId>;
  readonly #types: ReadonlyMap<ShapeId, string>;
  readonly #resolved = new Map<string, ShapeId>();

  /**
   * @param types the types of all shapes of the model
   */
  constructor(
    file: FileSyntax,
    places: TextPlaces,
    types: ReadonlyMap<ShapeId, string>,
    events: Events,
  ) {
    this.#namespace = file.namespace?.name.text;
    this.#types = types;
    const uses = new Map<string, ShapeId>();
    for (const { id } of file.uses) {
      // The parser reports members.
      if (id.text.includes("$")) continue;
      const location = places.at(id.start);
      const name = id.text.slice(id.text.indexOf("#") + 1);
      const earlier = uses.get(name);
      if (earlier !== undefined) {
        const message = `the name ${name} is already used for ${earlier}; refer to ${id.text} by its absolute id`;
        events.error(location, message);
        continue;
      }
      uses.set(name, id.text);
      if (!types.has(id.text)) {
        const hint = suggestion(id.text, types.keys());
        const message = `the shape ${id.text} does not exist`;
        events.add("WARNING", "Model", location, message, undefined, hint);
      }
    }
    this.#uses = uses;
  }

  /** The shape that `use` imports by a name. */
  used(name: string): ShapeId | undefined {
    return this.#uses.get(name);
  }

  /** The absolute id of a shape that the file defines. */
  define(name: string): ShapeId {
    return `${this.#namespace ?? ""}#${name}`;
  }

  /** The absolute id that a name stands for; in the namespace of the file if there is no such shape. */
  resolve(text: string): ShapeId {
    let id = this.#resolved.get(text);
    if (id === undefined) this.#resolved.set(text, (id = this.#find(text)));
    return id;
  }

  #find(text: string): ShapeId {
    const dollar = text.indexOf("$");
    if (dollar !== -1) return `${this.resolve(text.slice(0, dollar))}${text.slice(dollar)}`;
    if (text.includes("#")) return text;
    const used = this.#uses.get(text);
    if (used !== undefined) return used;
    const here = this.define(text);
    if (this.#namespace !== undefined && this.#types.has(here)) return here;
    const inPrelude = resolveInPrelude(text);
    return this.#namespace === undefined || this.#types.has(inPrelude) ? inPrelude : here;
  }
}

/** The id that a name stands for in metadata and control statements, which have no namespace. */
export function resolveInPrelude(text: string): ShapeId {
  return text.includes("#") ? text : `${prelude}#${text}`;
}
