import { pointerOf } from "../../runtime/values/path.js";
import type { Excerpt } from "./diagnostic.js";
import { Lines, type Position } from "./position.js";

/** Where a shape or member is. */
export interface Location extends Position {
  readonly file: string;
  /** A JSON pointer (RFC 6901), in a JSON AST. */
  readonly pointer?: string;
  /** A part of the line, in Smithy IDL. */
  readonly excerpt?: Excerpt;
}

/** The places of the shapes and members of a model by their ids. */
export interface ShapePlaces {
  /** Where a shape or member is defined; for a member that is inherited from a mixin, where its shape is. */
  find(id: string): Location | undefined;
  /** Where a shape or member is defined itself. */
  findExactly(id: string): Location | undefined;
}

/** A key of an object: its name, and where it begins. */
interface Key {
  readonly name: string;
  readonly offset: number;
}

/** The places of the shapes and members of a JSON AST by their ids. */
export class ShapeLocations implements ShapePlaces {
  readonly #file: string;
  readonly #keys = new Map<string, readonly Key[]>();
  readonly #lines: Lines;

  /** @param text a valid JSON text; of an invalid one, only the first part is found */
  constructor(text: string, file: string) {
    this.#file = file;
    this.#lines = new Lines(text);
    this.#scan(text);
  }

  find(id: string): Location | undefined {
    return this.findExactly(id) ?? this.findExactly(id.split("$", 1)[0] ?? "");
  }

  findExactly(id: string): Location | undefined {
    const keys = this.#keys.get(id);
    const last = keys?.at(-1);
    if (keys === undefined || last === undefined) return undefined;
    const pointer = pointerOf(keys.map(({ name }) => name));
    return { file: this.#file, pointer, ...this.#lines.at(last.offset) };
  }

  #scan(text: string): void {
    // This form needs no backtracking state per character: a string may have millions.
    const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\]]/g;
    const path: (Key | undefined)[] = [];
    for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
      const [token, colon] = match;
      if (token === "{" || token === "[") path.push(undefined);
      else if (token === "}" || token === "]") path.pop();
      else if (colon !== undefined && path.length <= 4) {
        const name = JSON.parse(token.slice(0, -colon.length)) as string;
        path[path.length - 1] = { name, offset: match.index };
        this.#add(path);
      }
    }
  }

  #add(path: readonly (Key | undefined)[]): void {
    const keys = path.filter((key) => key !== undefined);
    if (keys.length !== path.length || keys[0]?.name !== "shapes") return;
    const [, shape, property, member] = keys;
    if (shape === undefined) return;
    if (property === undefined) this.#keys.set(shape.name, keys);
    else if (member === undefined) {
      if (/^(member|key|value)$/.test(property.name))
        this.#keys.set(`${shape.name}$${property.name}`, keys);
    } else if (property.name === "members") this.#keys.set(`${shape.name}$${member.name}`, keys);
  }
}
