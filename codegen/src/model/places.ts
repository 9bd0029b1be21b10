import { pointerOf } from "../../runtime/values/path.js";
import type { Excerpt } from "../diagnostics/diagnostic.js";
import { Lines, type Position } from "../diagnostics/position.js";
import type { SourceLocation } from "./model.js";

/** The location of what Smithy itself defines. */
export const nowhere: SourceLocation = { file: "", line: 1, column: 1 };

/** How much of a line an excerpt has around the place. */
const [maxBefore, maxAfter] = [80, 40];

/** The places in an IDL file. A location finds its line when it is asked, since most are never shown. */
export class TextPlaces {
  readonly file: string;
  readonly #text: string;
  #lines: Lines | undefined;

  constructor(file: string, text: string) {
    this.file = file;
    this.#text = text;
  }

  /** The location of an offset in UTF-16 code units. */
  at(offset: number): SourceLocation {
    return new TextLocation(this, offset);
  }

  position(offset: number): Position {
    return (this.#lines ??= new Lines(this.#text)).at(offset);
  }

  excerpt(offset: number): Excerpt {
    const text = this.#text;
    const start = Math.max(text.lastIndexOf("\n", offset - 1) + 1, offset - maxBefore);
    const end = text.indexOf("\n", offset);
    const part = text.slice(start, Math.min(end === -1 ? text.length : end, offset + maxAfter));
    // eslint-disable-next-line no-control-regex
    const shown = part.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, " ");
    return { text: shown.trimEnd(), column: offset - start + 1 };
  }
}

type Keys = readonly string[];

/** The places in a JSON file by the keys that lead to them. */
export class JsonPlaces {
  readonly file: string;
  readonly #text: string;
  #index: { readonly lines: Lines; readonly offsets: ReadonlyMap<string, number> } | undefined;

  constructor(file: string, text: string) {
    this.file = file;
    this.#text = text;
  }

  /** The location of a key: the names of the enclosing objects, then its own. */
  at(keys: Keys): SourceLocation {
    return new KeyLocation(this, keys);
  }

  position(keys: Keys): Position {
    this.#index ??= { lines: new Lines(this.#text), offsets: indexKeys(this.#text) };
    for (let length = keys.length; length > 0; length--) {
      const offset = this.#index.offsets.get(pointerOf(keys.slice(0, length)));
      if (offset !== undefined) return this.#index.lines.at(offset);
    }
    return { line: 1, column: 1 };
  }
}

/** The depth of the deepest keys that have a location: `/shapes/ID/members/NAME/traits/ID`. */
const maxDepth = 6;

/** The offsets of keys by their JSON pointers. The text is known to be valid JSON. */
function indexKeys(text: string): Map<string, number> {
  const offsets = new Map<string, number>();
  // This form needs no backtracking state per character: a string may have millions.
  const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\]]/g;
  const path: (string | undefined)[] = [];
  for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
    const [token, colon] = match;
    if (token === "{" || token === "[") path.push(undefined);
    else if (token === "}" || token === "]") path.pop();
    else if (colon !== undefined && path.length <= maxDepth) {
      path[path.length - 1] = JSON.parse(token.slice(0, -colon.length)) as string;
      const keys = path.filter((key) => key !== undefined);
      if (keys.length === path.length) offsets.set(pointerOf(keys), match.index);
    }
  }
  return offsets;
}

/** A location in an IDL file. There are many, so it has no more than it needs to find its line. */
class TextLocation implements SourceLocation {
  readonly #places: TextPlaces;
  readonly #offset: number;

  constructor(places: TextPlaces, offset: number) {
    this.#places = places;
    this.#offset = offset;
  }

  get file(): string {
    return this.#places.file;
  }

  get line(): number {
    return this.#places.position(this.#offset).line;
  }

  get column(): number {
    return this.#places.position(this.#offset).column;
  }

  get excerpt(): Excerpt {
    return this.#places.excerpt(this.#offset);
  }

  toJSON(): SourceLocation {
    return { file: this.file, line: this.line, column: this.column };
  }
}

/** A location in a JSON file. */
class KeyLocation implements SourceLocation {
  readonly #places: JsonPlaces;
  readonly #keys: Keys;

  constructor(places: JsonPlaces, keys: Keys) {
    this.#places = places;
    this.#keys = keys;
  }

  get file(): string {
    return this.#places.file;
  }

  get line(): number {
    return this.#places.position(this.#keys).line;
  }

  get column(): number {
    return this.#places.position(this.#keys).column;
  }

  get pointer(): string {
    return pointerOf(this.#keys);
  }

  toJSON(): SourceLocation {
    return { file: this.file, line: this.line, column: this.column, pointer: this.pointer };
  }
}

/** Whether two locations are the same place. */
export function isSamePlace(one: SourceLocation, other: SourceLocation): boolean {
  return (
    one === other ||
    (one.file === other.file && one.line === other.line && one.column === other.column)
  );
}

/** Formats a location for messages. */
export function placeText({ file, line, column }: SourceLocation): string {
  return `${file}:${line}:${column}`;
}
