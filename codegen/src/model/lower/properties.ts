import { simpleTypes } from "../../load/ast.js";

/** The types with members that have names. */
export const memberedTypes: ReadonlySet<string> = new Set([
  "structure",
  "union",
  "enum",
  "intEnum",
]);

const lists = ["type", "member", "mixins", "traits"];
const membered = ["type", "members", "mixins", "traits"];

/** The properties of shapes in a JSON AST by their types (Smithy 2.0, "JSON AST"). */
export const shapeTypes: ReadonlyMap<string, readonly string[]> = new Map([
  ...simpleTypes.map((type): [string, string[]] => [type, ["type", "mixins", "traits"]]),
  ["list", lists],
  ["set", lists],
  ["map", ["type", "key", "value", "mixins", "traits"]],
  ["structure", membered],
  ["union", membered],
  ["enum", membered],
  ["intEnum", membered],
  ["operation", ["type", "input", "output", "errors", "mixins", "traits"]],
  [
    "resource",
    [
      ...["type", "identifiers", "properties", "create", "put", "read", "update", "delete", "list"],
      ...["operations", "collectionOperations", "resources", "mixins", "traits"],
    ],
  ],
  [
    "service",
    ["type", "version", "operations", "resources", "errors", "rename", "mixins", "traits"],
  ],
]);

/** The properties of a shape of a type, or of an `apply` statement. */
export function propertiesOf(type: string): readonly string[] {
  return shapeTypes.get(type) ?? ["type", "traits"];
}
