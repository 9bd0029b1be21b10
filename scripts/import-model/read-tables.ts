import { readFileSync } from "node:fs";
import type { JsonObject, JsonValue } from "./json.js";
import { isObject } from "./json.js";
import type { SimpleType, Traits } from "./smithy-ast.js";

/** `model/service.json`: the service shape, of which the package has very little. */
export type ServiceTable = {
  readonly name: string;
  readonly version: string;
  readonly traits: Traits;
  readonly metadata: JsonObject;
};

/** A shape whose name is not in the package. Other shapes are named without their namespace. */
export type NamelessShape =
  | { readonly type: SimpleType; readonly traits?: Traits }
  | { readonly type: "list"; readonly member: string }
  | { readonly type: "map"; readonly key: string; readonly value: string };

/** `model/simple-shapes.json`: the names of simple shapes, and of lists and maps of them, and their members. */
export type SimpleShapesTable = {
  readonly shapes: Readonly<Record<string, NamelessShape>>;
  readonly members: Readonly<Record<string, string>>;
};

/** `model/documentation.json`: the documentation, in CommonMark. */
export type DocumentationTable = {
  readonly service: string;
  readonly operations: Readonly<Record<string, string>>;
  readonly shapes: Readonly<Record<string, string>>;
  readonly members: Readonly<Record<string, string>>;
};

/** Reads `service.json`. */
export function readServiceTable(file: URL): ServiceTable {
  const table = readObject(file);
  return {
    name: text(table["name"], "name", file),
    version: text(table["version"], "version", file),
    traits: object(table["traits"], "traits", file),
    metadata: object(table["metadata"], "metadata", file),
  };
}

/** Reads `simple-shapes.json`. */
export function readSimpleShapesTable(file: URL): SimpleShapesTable {
  const table = readObject(file);
  const shapes = object(table["shapes"], "shapes", file);
  return {
    shapes: Object.fromEntries(
      Object.keys(shapes).map((name) => [name, readNamelessShape(shapes[name], name, file)]),
    ),
    members: texts(table["members"], "members", file),
  };
}

/** Reads `documentation.json`. */
export function readDocumentationTable(file: URL): DocumentationTable {
  const table = readObject(file);
  return {
    service: text(table["service"], "service", file),
    operations: texts(table["operations"], "operations", file),
    shapes: texts(table["shapes"], "shapes", file),
    members: texts(table["members"], "members", file),
  };
}

function readNamelessShape(value: JsonValue | undefined, name: string, file: URL): NamelessShape {
  const shape = object(value, name, file);
  const type = text(shape["type"], name, file);
  switch (type) {
    case "list":
      return { type, member: text(shape["member"], `${name}$member`, file) };
    case "map":
      return {
        type,
        key: text(shape["key"], `${name}$key`, file),
        value: text(shape["value"], `${name}$value`, file),
      };
    case "blob":
    case "boolean":
    case "double":
    case "integer":
    case "long":
    case "string":
    case "timestamp":
      return shape["traits"] === undefined
        ? { type }
        : { type, traits: object(shape["traits"], name, file) };
    default:
      throw new Error(
        `${file.pathname}: ${name}: "${type}" is not a type of a simple shape, list or map.`,
      );
  }
}

function readObject(file: URL): JsonObject {
  return object(JSON.parse(readFileSync(file, "utf8")) as JsonValue, "the file", file);
}

function object(value: JsonValue | undefined, what: string, file: URL): JsonObject {
  if (!isObject(value)) throw new Error(`${file.pathname}: ${what} must be an object.`);
  return value;
}

function text(value: JsonValue | undefined, what: string, file: URL): string {
  if (typeof value !== "string") throw new Error(`${file.pathname}: ${what} must be a string.`);
  return value;
}

function texts(value: JsonValue | undefined, what: string, file: URL): Record<string, string> {
  return Object.fromEntries(
    Object.entries(object(value, what, file)).map(([key, item]) => [key, text(item, key, file)]),
  );
}
