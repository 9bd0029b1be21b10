import type { SimpleType } from "../../load/ast.js";
import { isShapeId } from "../../load/names.js";
import { suggestion } from "../suggestion.js";
import type {
  Draft,
  DraftFile,
  DraftMember,
  DraftMetadata,
  DraftTrait,
  SmithyVersion,
} from "../assemble/drafts.js";
import type { Events } from "../events.js";
import { lifecycles, type Lifecycle, type ShapeId } from "../model.js";
import type { NodeObject, NodeValue } from "../node.js";
import { isNodeArray, isNodeObject, nodeType, property } from "../nodes.js";
import type { JsonPlaces } from "../places.js";
import { memberedTypes, propertiesOf, shapeTypes } from "./properties.js";
import { versionOf } from "./versions.js";

/** A property of a shape has the wrong form. The shape is left out. */
class ShapeError extends Error {}

/**
 * Reads a JSON AST (Smithy 2.0, "JSON AST") as drafts of shapes. Everything that is wrong becomes an event: a shape
 * with a mistake is left out, properties that are not known are warnings.
 */
export function lowerJson(root: NodeValue, places: JsonPlaces, events: Events): DraftFile {
  return new JsonLowering(places, events).lower(root);
}

type Path = readonly string[];

class JsonLowering {
  readonly #shapes: Draft[] = [];
  readonly #traits: DraftTrait[] = [];
  readonly #places: JsonPlaces;
  readonly #events: Events;
  #version: SmithyVersion = "2.0";

  constructor(places: JsonPlaces, events: Events) {
    this.#places = places;
    this.#events = events;
  }

  lower(root: NodeValue): DraftFile {
    const nothing: DraftFile = { shapes: [], traits: [], metadata: [] };
    const start = this.#places.at([]);
    if (!isNodeObject(root)) {
      this.#events.error(start, `expected a JSON AST (an object), found ${nodeType(root)}`);
      return nothing;
    }
    const given = property(root, "smithy");
    const version = versionOf(given);
    if (version === undefined) {
      const found = given === undefined ? "it is missing" : `found ${JSON.stringify(given)}`;
      const message = `expected "smithy" to be a version, "1.0" or "2.0"; ${found}`;
      this.#events.error(this.#places.at(["smithy"]), message);
      return nothing;
    }
    this.#version = version;
    this.#checkNames(root, ["smithy", "shapes", "metadata"], []);
    if (version === "1.0")
      this.#events.add(
        "WARNING",
        "ModelDeprecation",
        this.#places.at(["smithy"]),
        "Smithy 1.0 is deprecated; upgrade the model to 2.0",
      );
    this.#lowerShapes(property(root, "shapes") ?? {});
    const metadata = this.#lowerMetadata(property(root, "metadata") ?? {});
    return { shapes: this.#shapes, traits: this.#traits, metadata };
  }

  #lowerMetadata(metadata: NodeValue): DraftMetadata[] {
    if (!isNodeObject(metadata)) {
      const message = `expected "metadata" to be an object, found ${nodeType(metadata)}`;
      this.#events.error(this.#places.at(["metadata"]), message);
      return [];
    }
    return Object.entries(metadata).map(([key, value]) => ({
      key,
      value,
      location: this.#places.at(["metadata", key]),
    }));
  }

  #lowerShapes(shapes: NodeValue): void {
    if (!isNodeObject(shapes)) {
      const message = `expected "shapes" to be an object, found ${nodeType(shapes)}`;
      this.#events.error(this.#places.at(["shapes"]), message);
      return;
    }
    for (const [id, json] of Object.entries(shapes)) {
      const path = ["shapes", id];
      const traitCount = this.#traits.length;
      try {
        this.#lowerShape(id, json, path);
      } catch (error) {
        if (!(error instanceof ShapeError)) throw error;
        this.#traits.length = traitCount;
        this.#events.error(this.#places.at(path), error.message, id);
      }
    }
  }

  #lowerShape(id: ShapeId, json: NodeValue, path: Path): void {
    if (!isNodeObject(json)) throw new ShapeError(expected("an object", json));
    const type = property(json, "type");
    if (typeof type !== "string" || !(shapeTypes.has(type) || type === "apply")) {
      const hint = typeof type === "string" ? suggestion(type, shapeTypes.keys()) : undefined;
      const message = `expected "type" to be a shape type, found ${JSON.stringify(type)}`;
      throw new ShapeError(hint === undefined ? message : `${message}. ${hint}`);
    }
    if (!isShapeId(id, type === "apply" ? "with member" : undefined))
      throw new ShapeError("the key is not a valid shape id");
    if (this.#version === "1.0" ? type === "enum" || type === "intEnum" : type === "set")
      throw new ShapeError(`there are no shapes of type ${type} in Smithy ${this.#version}`);
    this.#checkNames(json, propertiesOf(type), path, id);
    this.#lowerTraits(id, json, path);
    if (type !== "apply") this.#shapes.push(this.#draft(id, type, json, path));
  }

  #draft(id: ShapeId, type: string, json: NodeObject, path: Path): Draft {
    const base = {
      id,
      version: this.#version,
      location: this.#places.at(path),
      mixins: references(json, "mixins"),
      members: this.#members(id, type, json, path),
    };
    switch (type) {
      case "operation":
        return {
          ...base,
          type,
          input: reference(json, "input"),
          output: reference(json, "output"),
          errors: references(json, "errors"),
        };
      case "resource":
        return {
          ...base,
          type,
          identifiers: namedReferences(json, "identifiers"),
          properties: this.#resourceProperties(id, json, path),
          lifecycle: new Map(
            lifecycles
              .map((name): [Lifecycle, ShapeId | undefined] => [name, reference(json, name)])
              .filter((entry): entry is [Lifecycle, ShapeId] => entry[1] !== undefined),
          ),
          operations: references(json, "operations"),
          collectionOperations: references(json, "collectionOperations"),
          resources: references(json, "resources"),
        };
      case "service":
        return {
          ...base,
          type,
          serviceVersion: text(json, "version") ?? "",
          operations: references(json, "operations"),
          resources: references(json, "resources"),
          errors: references(json, "errors"),
          rename: renames(json),
        };
      case "list":
      case "set":
      case "map":
      case "structure":
      case "union":
      case "enum":
      case "intEnum":
        return { ...base, type };
      default:
        return { ...base, type: type as SimpleType };
    }
  }

  #resourceProperties(id: ShapeId, json: NodeObject, path: Path): ReadonlyMap<string, ShapeId> {
    const properties = namedReferences(json, "properties");
    if (this.#version === "1.0" && properties.size > 0)
      this.#events.error(
        this.#places.at([...path, "properties"]),
        "properties of resources need Smithy 2.0; the file has version 1.0",
        id,
      );
    return properties;
  }

  #members(id: ShapeId, type: string, json: NodeObject, path: Path): Map<string, DraftMember> {
    const fixed = type === "map" ? ["key", "value"] : ["member"];
    const isNamed = memberedTypes.has(type);
    if (!isNamed && type !== "list" && type !== "set" && type !== "map") return new Map();
    const holder = isNamed ? (property(json, "members") ?? {}) : json;
    if (!isNodeObject(holder))
      throw new ShapeError(`in "members": ${expected("an object", holder)}`);
    const names = isNamed
      ? Object.keys(holder)
      : fixed.filter((name) => property(holder, name) !== undefined);
    const members = new Map<string, DraftMember>();
    for (const name of names) {
      const memberPath = isNamed ? [...path, "members", name] : [...path, name];
      const memberId = `${id}$${name}`;
      const target = this.#member(memberId, property(holder, name), memberPath);
      members.set(name, { id: memberId, name, target, location: this.#places.at(memberPath) });
    }
    return members;
  }

  #member(id: ShapeId, json: NodeValue | undefined, path: Path): ShapeId {
    const name = JSON.stringify(path.at(-1));
    if (!isShapeId(id, "with member"))
      throw new ShapeError(`${name} is not a valid name of a member`);
    if (!isNodeObject(json))
      throw new ShapeError(`in the member ${name}: ${expected("an object", json)}`);
    this.#checkNames(json, ["target", "traits"], path, id);
    this.#lowerTraits(id, json, path);
    return targetOf(json, `the member ${name}`);
  }

  #lowerTraits(target: ShapeId, json: NodeObject, path: Path): void {
    const traits = property(json, "traits") ?? {};
    if (!isNodeObject(traits))
      throw new ShapeError(`in "traits": ${expected("an object", traits)}`);
    for (const [id, value] of Object.entries(traits)) {
      if (!isShapeId(id)) {
        const name = JSON.stringify(id);
        throw new ShapeError(`${name} in "traits" is not the absolute id of a trait`);
      }
      const location = this.#places.at([...path, "traits", id]);
      this.#traits.push({ target, id, value, location, version: this.#version });
    }
  }

  #checkNames(json: NodeObject, known: readonly string[], path: Path, shape?: ShapeId): void {
    const unknown = Object.keys(json).filter((name) => !known.includes(name));
    const [first] = unknown;
    if (first === undefined) return;
    const names = unknown.map((name) => JSON.stringify(name)).join(", ");
    const what = unknown.length === 1 ? `property ${names} is` : `properties ${names} are`;
    const message = `the ${what} not known; expected ${known.join(", ")}`;
    this.#events.warn(this.#places.at([...path, first]), message, shape);
  }
}

function expected(type: string, found: NodeValue | undefined): string {
  return `expected ${type}, found ${nodeType(found)}`;
}

function targetOf(json: NodeValue | undefined, place: string): ShapeId {
  if (!isNodeObject(json)) throw new ShapeError(`in ${place}: ${expected("an object", json)}`);
  const target = property(json, "target");
  if (typeof target !== "string" || !isShapeId(target, "with member"))
    throw new ShapeError(
      `in ${place}: expected "target" to be a shape id, found ${nodeText(target)}`,
    );
  return target;
}

function nodeText(value: NodeValue | undefined): string {
  return typeof value === "string" ? JSON.stringify(value) : nodeType(value);
}

function reference(json: NodeObject, name: string): ShapeId | undefined {
  const value = property(json, name);
  return value === undefined ? undefined : targetOf(value, JSON.stringify(name));
}

function references(json: NodeObject, name: string): ShapeId[] {
  const value = property(json, name) ?? [];
  if (!isNodeArray(value)) throw new ShapeError(`in "${name}": ${expected("an array", value)}`);
  return value.map((item) => targetOf(item, JSON.stringify(name)));
}

function namedReferences(json: NodeObject, name: string): Map<string, ShapeId> {
  const value = property(json, name) ?? {};
  if (!isNodeObject(value)) throw new ShapeError(`in "${name}": ${expected("an object", value)}`);
  return new Map(Object.entries(value).map(([key, item]) => [key, targetOf(item, `"${name}"`)]));
}

function text(json: NodeObject, name: string): string | undefined {
  const value = property(json, name);
  if (value !== undefined && typeof value !== "string")
    throw new ShapeError(`in "${name}": ${expected("a string", value)}`);
  return value;
}

function renames(json: NodeObject): Map<ShapeId, string> {
  const value = property(json, "rename") ?? {};
  if (!isNodeObject(value)) throw new ShapeError(`in "rename": ${expected("an object", value)}`);
  return new Map(
    Object.entries(value).map(([id, name]) => {
      if (typeof name !== "string")
        throw new ShapeError(`in "rename": ${expected("a string", name)}`);
      return [id, name];
    }),
  );
}
