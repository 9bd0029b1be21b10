import type { JsonObject } from "../../runtime/types.js";
import { compare } from "../load/select-service.js";

/** The schemas of a document that have a name. */
export class Components {
  readonly #schemas = new Map<string, JsonObject>();
  readonly #shapes = new Set<object>();
  readonly #contents = new Map<object, string>();
  readonly #claimed: Set<string>;

  /** @param reserved the names of shapes, which are kept for them */
  constructor(reserved: Iterable<string>) {
    this.#claimed = new Set(reserved);
  }

  /**
   * Returns a reference to the schema of a shape, which is made at the first call.
   * @param name the name of the shape, which is reserved
   */
  shape(shape: object, name: string, make: () => JsonObject): JsonObject {
    if (!this.#shapes.has(shape)) {
      this.#shapes.add(shape);
      this.#schemas.set(name, make());
    }
    return reference(name);
  }

  /**
   * Returns a reference to the schema of a content, which is made at the first call.
   * @param owner what the content belongs to
   * @param name the wanted name; it gets a number if a shape has it
   */
  content(owner: object, name: string, make: () => JsonObject): JsonObject {
    const known = this.#contents.get(owner);
    if (known !== undefined) return reference(known);
    const free = this.#claim(name);
    this.#contents.set(owner, free);
    this.#schemas.set(free, make());
    return reference(free);
  }

  #claim(name: string): string {
    let free = name;
    for (let count = 2; this.#claimed.has(free); count++) free = `${name}${count}`;
    this.#claimed.add(free);
    return free;
  }

  /** The schemas by name, sorted by it. */
  sorted(): (readonly [name: string, schema: JsonObject])[] {
    return [...this.#schemas].sort(([left], [right]) => compare(left, right));
  }
}

function reference(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}
