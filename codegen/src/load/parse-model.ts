import type { Code } from "../diagnostics/catalog.js";
import {
  simpleTypes,
  type AstMember,
  type AstMemberedShape,
  type AstShape,
  type ShapeId,
  type SimpleType,
  type Traits,
} from "./ast.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { shown } from "../diagnostics/text.js";
import { isIdentifier, isShapeId } from "./names.js";
import { suggest } from "./suggest.js";

/** An `apply` statement: traits for a shape or member that is defined elsewhere. */
export interface Application {
  readonly target: ShapeId;
  readonly traits: Traits;
}

/** A parsed model file, in which mixins and `apply` statements are not resolved yet. */
export interface ParsedModel {
  readonly shapes: Map<ShapeId, AstShape>;
  readonly applications: readonly Application[];
  readonly metadata: JsonObject;
}

type JsonObject = Readonly<Record<string, unknown>>;

const shapeTypes: readonly string[] = [
  ...simpleTypes,
  "structure",
  "union",
  "enum",
  "intEnum",
  "list",
  "set",
  "map",
  "operation",
  "resource",
  "service",
  "apply",
];

/**
 * Parses the JSON AST of a model (Smithy 2.0, "JSON AST"; the parts that are used are the same in 1.0).
 * @throws ModelError with every violation of the specification
 */
export function parseModel(json: unknown, diagnostics: Diagnostics): ParsedModel {
  if (!isRecord(json)) diagnostics.fail("SC1007", "", "expected a Smithy JSON AST (an object)");
  const version = own(json, "smithy");
  if (typeof version !== "string" || !/^[12](\.\d+)?$/.test(version)) {
    diagnostics.fail(
      "SC1007",
      "",
      'expected a Smithy JSON AST with a member "smithy" that is "2.0" or "1.0"',
    );
  }
  const shapes = own(json, "shapes") ?? {};
  if (!isRecord(shapes)) diagnostics.fail("SC1007", "", 'expected "shapes" to be an object');

  const metadata = own(json, "metadata") ?? {};
  if (!isRecord(metadata)) diagnostics.fail("SC1007", "", 'expected "metadata" to be an object');

  const model = { shapes: new Map<ShapeId, AstShape>(), applications: [], metadata };
  // Sorted, so that the result does not depend on the order of keys in the file.
  for (const id of Object.keys(shapes).sort()) {
    new ShapeParser(id, model, diagnostics).parse(own(shapes, id));
  }
  diagnostics.throwIfErrors();
  return model;
}

/** What is parsed so far. */
interface Target {
  readonly shapes: Map<ShapeId, AstShape>;
  readonly applications: Application[];
}

class ShapeParser {
  readonly #id: ShapeId;
  readonly #model: Target;
  readonly #diagnostics: Diagnostics;

  constructor(id: ShapeId, model: Target, diagnostics: Diagnostics) {
    this.#id = id;
    this.#model = model;
    this.#diagnostics = diagnostics;
  }

  parse(json: unknown): void {
    const id = this.#id;
    if (!isRecord(json)) {
      this.#error("SC1101", "expected a shape (an object)");
      return;
    }
    const type = own(json, "type");
    if (typeof type !== "string" || !shapeTypes.includes(type)) {
      const hint = typeof type === "string" ? suggest(type, shapeTypes) : "";
      this.#error("SC1102", `expected "type" to be a shape type, found ${shown(type)}.${hint}`);
      return;
    }
    if (type === "apply") {
      if (!isShapeId(id, "with member")) {
        this.#error(
          "SC1103",
          "is not a valid shape id; expected namespace#Name or namespace#Name$member",
        );
        return;
      }
      this.#model.applications.push({ target: id, traits: this.#traits(json, id) });
      return;
    }
    if (!isShapeId(id)) {
      this.#error("SC1103", "is not a valid shape id; expected namespace#Name");
      return;
    }
    const shape = this.#shape(type, json);
    if (shape !== undefined) this.#model.shapes.set(id, shape);
  }

  #shape(type: string, json: JsonObject): AstShape | undefined {
    const id = this.#id;
    const traits = this.#traits(json, id);
    const mixins = this.#references(json, "mixins");
    switch (type) {
      case "structure":
      case "union":
      case "enum":
      case "intEnum":
        return { id, type, traits, mixins, ...this.#members(json) };
      case "list":
      case "set": {
        const member = this.#member(json, "member");
        return member && { id, type, traits, mixins, member };
      }
      case "map": {
        const key = this.#member(json, "key");
        const value = this.#member(json, "value");
        return key && value && { id, type, traits, mixins, key, value };
      }
      case "operation":
        return {
          id,
          type,
          traits,
          mixins,
          input: this.#reference(json, "input") ?? "smithy.api#Unit",
          output: this.#reference(json, "output") ?? "smithy.api#Unit",
          errors: this.#references(json, "errors"),
        };
      case "resource":
        return {
          id,
          type,
          traits,
          mixins,
          identifiers: this.#identifiers(json),
          operations: [
            ...["put", "create", "read", "update", "delete", "list"]
              .map((lifecycle) => this.#reference(json, lifecycle))
              .filter((target) => target !== undefined),
            ...this.#references(json, "operations"),
            ...this.#references(json, "collectionOperations"),
          ],
          resources: this.#references(json, "resources"),
        };
      case "service":
        return {
          id,
          type,
          traits,
          mixins,
          version: ownText(json, "version") ?? "",
          operations: this.#references(json, "operations"),
          resources: this.#references(json, "resources"),
          errors: this.#references(json, "errors"),
          rename: this.#rename(json),
        };
      default:
        return { id, type: type as SimpleType, traits, mixins };
    }
  }

  #members(json: JsonObject): Pick<AstMemberedShape, "members" | "order"> {
    const members = new Map<string, AstMember>();
    const given = own(json, "members") ?? {};
    if (!isRecord(given)) {
      this.#error("SC1104", 'expected "members" to be an object');
      return { members, order: [] };
    }
    const order = Object.keys(given);
    for (const name of order.toSorted()) {
      const member = this.#member(given, name);
      if (member !== undefined) members.set(name, member);
    }
    return { members, order };
  }

  #identifiers(json: JsonObject): Record<string, ShapeId> {
    const given = own(json, "identifiers") ?? {};
    if (!isRecord(given)) {
      this.#error("SC1104", 'expected "identifiers" to be an object');
      return {};
    }
    return Object.fromEntries(
      Object.keys(given)
        .sort()
        .map((name) => [name, this.#reference(given, name) ?? ""]),
    );
  }

  #member(json: JsonObject, name: string): AstMember | undefined {
    const place = `${this.#id}$${name}`;
    const member = own(json, name);
    if (!isShapeId(place, "with member")) {
      this.#error("SC1105", `the member name ${JSON.stringify(name)} is not a valid identifier`);
      return undefined;
    }
    const target = isRecord(member) ? ownText(member, "target") : undefined;
    if (!isRecord(member) || target === undefined) {
      this.#diagnostics.error("SC1106", place, 'expected a member (an object with a "target")');
      return undefined;
    }
    return { target, traits: this.#traits(member, place) };
  }

  #reference(json: JsonObject, name: string): ShapeId | undefined {
    const reference = own(json, name);
    if (reference === undefined) return undefined;
    const target = isRecord(reference) ? ownText(reference, "target") : undefined;
    if (target !== undefined) return target;
    this.#error("SC1104", `expected ${JSON.stringify(name)} to be an object with a "target"`);
    return undefined;
  }

  #references(json: JsonObject, name: string): ShapeId[] {
    const list = own(json, name) ?? [];
    if (!Array.isArray(list)) {
      this.#error("SC1104", `expected ${JSON.stringify(name)} to be an array`);
      return [];
    }
    return list
      .map((reference: unknown) => this.#reference({ [name]: reference }, name))
      .filter((target) => target !== undefined);
  }

  #rename(json: JsonObject): Record<ShapeId, string> {
    const rename = own(json, "rename") ?? {};
    if (!isRecord(rename)) {
      this.#error("SC1104", 'expected "rename" to be an object of strings');
      return {};
    }
    for (const [id, name] of Object.entries(rename)) {
      if (typeof name !== "string" || !isIdentifier(name)) {
        this.#error("SC1107", `renames ${id} to ${shown(name)}, which is not a valid identifier`);
      }
    }
    return rename as Record<ShapeId, string>;
  }

  #traits(json: JsonObject, place: string): Traits {
    const traits = own(json, "traits") ?? {};
    if (isRecord(traits)) return traits;
    this.#diagnostics.error("SC1104", place, 'expected "traits" to be an object');
    return {};
  }

  #error(code: Code, message: string): void {
    this.#diagnostics.error(code, this.#id, message);
  }
}

/** Returns an own property of a JSON object, ignoring its prototype. */
export function own(json: JsonObject, name: string): unknown {
  return Object.hasOwn(json, name) ? json[name] : undefined;
}

/** Returns an own property of a JSON object if it is a string. */
export function ownText(json: JsonObject, name: string): string | undefined {
  const value = own(json, name);
  return typeof value === "string" ? value : undefined;
}

/** Returns whether a JSON value is an object. */
export function isRecord(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
