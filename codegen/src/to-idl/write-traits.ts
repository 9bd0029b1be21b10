import { findShape } from "../model/find-shape.js";
import type { ShapeId, SmithyModel, Trait, Traits } from "../model/model.js";
import { isNodeObject } from "../model/nodes.js";
import type { NameScope } from "./name-scope.js";
import { writeEntries, writeNode } from "./write-node.js";

const documentation = "smithy.api#documentation";

/** Writes traits, each on a line of its own: documentation as a comment, and others in the order of their ids. */
export class TraitWriter {
  readonly #model: SmithyModel;
  readonly #scope: NameScope;

  constructor(model: SmithyModel, scope: NameScope) {
    this.#model = model;
    this.#scope = scope;
  }

  /** @param implied the traits that something else says in the file */
  write(traits: Traits, implied: ReadonlySet<ShapeId> = new Set()): readonly string[] {
    const text = traits.get(documentation)?.value;
    const comment = typeof text === "string" && fitsComment(text) ? text : undefined;
    const others = [...traits.values()]
      .filter(({ id }) => !implied.has(id) && (id !== documentation || comment === undefined))
      .sort((left, right) => (left.id < right.id ? -1 : 1))
      .map((trait) => this.writeTrait(trait));
    return [...(comment === undefined ? [] : [writeComment(comment)]), ...others];
  }

  writeTrait({ id, value }: Trait): string {
    const name = `@${this.#scope.write(id)}`;
    if (isNodeObject(value)) {
      const entries = writeEntries(value);
      if (entries !== "") return `${name}(\n${entries}\n)`;
      // Without a value, a trait whose shape is a structure is an empty object, and others are not.
      if (findShape(this.#model, id)?.type === "structure") return name;
    }
    return `${name}(${writeNode(value)})`;
  }
}

/** Whether a text is the same after it is written as a comment, which has no escapes, and read again. */
function fitsComment(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return text !== "" && !/[\0-\x08\x0b-\x1f]|[\t ]$|\p{Surrogate}/mu.test(text);
}

function writeComment(text: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? "///" : `/// ${line}`))
    .join("\n");
}
