import type { SmithyModel, SourceLocation, ValidationEvent } from "../../model/model.js";
import { isNodeObject } from "../../model/nodes.js";
import type { NodeObject, NodeValue } from "../../model/node.js";

/** Reads a list of objects in metadata. What does not fit is an event, and skipped. */
export class MetadataReader {
  readonly location: SourceLocation;
  readonly events: ValidationEvent[] = [];
  readonly #key: string;
  readonly #value: NodeValue | undefined;

  constructor(model: SmithyModel, key: string) {
    this.#key = key;
    this.#value = Object.hasOwn(model.metadata, key) ? model.metadata[key] : undefined;
    this.location = model.metadataLocations.get(key) ?? { file: "", line: 1, column: 1 };
  }

  /** The objects of the list; none if the metadata is missing or something else. */
  objects(): readonly NodeObject[] {
    if (this.#value === undefined) return [];
    if (!Array.isArray(this.#value)) {
      this.fail("expected an array of objects");
      return [];
    }
    return (this.#value as readonly NodeValue[]).filter((item): item is NodeObject => {
      if (isNodeObject(item)) return true;
      this.fail("expected every item to be an object");
      return false;
    });
  }

  /** A property that must be a text. */
  text(object: NodeObject, name: string): string | undefined {
    const value = this.optionalText(object, name);
    if (value === undefined && !Object.hasOwn(object, name))
      this.fail(`expected an object with the property "${name}"`);
    return value;
  }

  /** Properties that must be texts. Only the first that is not a text is an event. */
  texts(object: NodeObject, names: readonly string[]): readonly string[] {
    const found: string[] = [];
    for (const name of names) {
      const value = this.text(object, name);
      if (value === undefined) return [];
      found.push(value);
    }
    return found;
  }

  optionalText(object: NodeObject, name: string): string | undefined {
    const value = Object.hasOwn(object, name) ? object[name] : undefined;
    if (value === undefined || typeof value === "string") return value;
    this.fail(`expected "${name}" to be a text`);
    return undefined;
  }

  fail(message: string): void {
    const { location } = this;
    const text = `the metadata "${this.#key}" is invalid: ${message}`;
    this.events.push({ id: "Model", severity: "ERROR", location, message: text });
  }

  warn(id: string, message: string): void {
    this.events.push({ id, severity: "WARNING", location: this.location, message });
  }
}
