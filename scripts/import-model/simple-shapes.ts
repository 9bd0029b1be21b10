import type { NamelessShape, SimpleShapesTable } from "./read-tables.js";
import type { SdkType } from "./read-sdk-schemas.js";
import type { SimpleType } from "./smithy-ast.js";

/**
 * A member of a shape. AWS uses types without constraints for labels, query parameters and map keys, even if the same
 * value is constrained in a body.
 */
export type Place = { readonly shape: string; readonly member: string; readonly plain: boolean };

/** Finds names for types without a name. */
export type SimpleShapes = {
  /** Returns the name of the shape that a member targets whose type has no name. */
  nameOf(type: SdkType, place: Place): string;
  /** Returns the definition of a shape that `nameOf` returned. */
  definitionOf(name: string): NamelessShape | undefined;
  /** Returns the members with a guessed shape, as `Shape$Member -> name`. */
  guesses(): readonly string[];
  /** Returns the entries of the table that were not used. */
  unused(): readonly string[];
};

type Default = {
  readonly name: string;
  readonly type: SimpleType;
  readonly traits?: { readonly [id: string]: string };
};

/** AWS's names for shapes without constraints, by the SDK's kind. */
const DEFAULTS: Readonly<Record<"blob" | "boolean" | "number" | "string" | "timestamp", Default>> =
  {
    blob: { name: "__blob", type: "blob" },
    boolean: { name: "__boolean", type: "boolean" },
    number: { name: "__integer", type: "integer" },
    string: { name: "__string", type: "string" },
    timestamp: {
      name: "__timestampIso8601",
      type: "timestamp",
      traits: { "smithy.api#timestampFormat": "date-time" },
    },
  };

/** Returns the SDK's kind of a shape. */
const KIND_OF: Readonly<Record<NamelessShape["type"], SdkType["kind"]>> = {
  blob: "blob",
  boolean: "boolean",
  double: "number",
  integer: "number",
  list: "list",
  long: "number",
  map: "map",
  string: "string",
  timestamp: "timestamp",
};

/** Looks up names in the table: by `Shape$Member` and then, unless the place is a plain one, by `Member`. */
export function createSimpleShapes(table: SimpleShapesTable): SimpleShapes {
  const derived = new Map<string, NamelessShape>();
  const guesses = new Set<string>();
  const used = new Set<string>();

  function definitionOf(name: string): NamelessShape | undefined {
    return table.shapes[name] ?? derived.get(name);
  }

  function nameOf(type: SdkType, place: Place): string {
    const own = `${place.shape}$${place.member}`;
    for (const key of place.plain ? [own] : [own, place.member]) {
      const name = table.members[key];
      const definition = name === undefined ? undefined : definitionOf(name);
      if (
        name !== undefined &&
        definition !== undefined &&
        KIND_OF[definition.type] === type.kind
      ) {
        used.add(key);
        return name;
      }
    }
    const name = defaultName(type, place);
    if (isGuess(type, place)) guesses.add(`${own} -> ${name}`);
    return name;
  }

  function defaultName(type: SdkType, place: Place): string {
    switch (type.kind) {
      case "structure":
        return type.name;
      case "list": {
        const member = defaultName(type.member, place);
        return derive(`__listOf${member}`, { type: "list", member });
      }
      case "map": {
        const value = defaultName(type.value, place);
        return derive(`__mapOf${value}`, { type: "map", key: defaultName(type.key, place), value });
      }
      default: {
        const { name, ...definition } = DEFAULTS[type.kind];
        return derive(name, definition);
      }
    }
  }

  function derive(name: string, definition: NamelessShape): string {
    derived.set(name, definition);
    return name;
  }

  return {
    nameOf,
    definitionOf,
    guesses: () => [...guesses].sort(),
    unused: () => Object.keys(table.members).filter((key) => !used.has(key)),
  };
}

/** Returns whether a name may be a guess: booleans, timestamps and strings in plain places have only one shape. */
function isGuess(type: SdkType, place: Place): boolean {
  if (type.kind === "boolean" || type.kind === "timestamp") return false;
  return !place.plain || type.kind === "number";
}
