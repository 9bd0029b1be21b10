import { SerializationException } from "../errors/errors.js";
import { setEntry, typeName } from "../json/json.js";
import {
  bigIntegerSchema,
  blobSchema,
  bounds,
  documentTypes,
  enumSchema,
  floatSchema,
  integerSchema,
  orNull,
  stringSchema,
  timestampSchema,
} from "./json-schema-leaves.js";
import { holdsNulls, isInJson, tableOf } from "./targets.js";
import type {
  EnumTable,
  ListTable,
  MapTable,
  MemberTable,
  StructureTable,
  Target,
  TargetTable,
  UnionTable,
} from "../tables.js";
import type { JsonObject, JsonSchemaOptions } from "../types.js";

/** Returns additional keywords for a part of a table, such as a description. */
export type Annotate = (part: TargetTable | MemberTable) => JsonObject;

type NamedTable = StructureTable | UnionTable | EnumTable;

const drafts: Readonly<Record<string, readonly [uri: string, definitions: string]>> = {
  "draft-2020-12": ["https://json-schema.org/draft/2020-12/schema", "$defs"],
  "draft-07": ["http://json-schema.org/draft-07/schema#", "definitions"],
};

/**
 * Returns the schema of a shape's JSON on the wire.
 * @throws SerializationException for a target that is not supported
 */
export function inputSchema(
  table: StructureTable | UnionTable,
  options: JsonSchemaOptions,
  annotate?: Annotate,
): JsonObject {
  return writeSchema("input", table, options, annotate);
}

/**
 * Returns the schema of the result of `JSON.stringify` for a shape's values: member names, dates as
 * text.
 * @throws SerializationException for an unsupported target, and if values contain bytes or bigints
 */
export function outputSchema(
  table: StructureTable | UnionTable,
  options: JsonSchemaOptions,
): JsonObject {
  return writeSchema("output", table, options);
}

function writeSchema(
  side: "input" | "output",
  table: NamedTable,
  options: JsonSchemaOptions | undefined,
  annotate: Annotate = () => ({}),
): JsonObject {
  const target: unknown = options?.target;
  const draft =
    typeof target === "string" && Object.hasOwn(drafts, target) ? drafts[target] : undefined;
  const [uri, keyword] = draft ?? badTarget(target);
  const writer = new SchemaWriter(side, keyword, annotate);
  const schema = writer.define(table);
  const definitions = writer.definitions();
  return {
    $schema: uri,
    ...schema,
    ...(Object.keys(definitions).length > 0 ? { [keyword]: definitions } : {}),
  };
}

/** Writes schemas of JSON on the wire (`input`) or of values in memory (`output`). */
class SchemaWriter {
  readonly #isInput: boolean;
  readonly #keyword: string;
  readonly #annotate: Annotate;
  readonly #referred = new Map<string, NamedTable>();

  /** @param keyword the keyword of definitions: `$defs`, or `definitions` in drafts before 2019 */
  constructor(side: "input" | "output", keyword: string, annotate: Annotate) {
    this.#isInput = side === "input";
    this.#keyword = keyword;
    this.#annotate = annotate;
  }

  /** Returns the definitions of all shapes that are referred to, directly or indirectly. */
  definitions(): JsonObject {
    const definitions: JsonObject = {};
    // The iteration includes entries that are added meanwhile, so it needs no recursion.
    for (const [name, table] of this.#referred) setEntry(definitions, name, this.define(table));
    return definitions;
  }

  /** Returns the schema of a shape. The shapes that it refers to have separate definitions. */
  define(table: NamedTable): JsonObject {
    const notes = this.#annotate(table);
    switch (table.type) {
      case "structure":
        return { ...notes, ...this.#structure(table) };
      case "union":
        return { ...notes, ...this.#union(table) };
      case "enum":
        return { ...notes, ...enumSchema(table) };
    }
  }

  #structure({ members }: StructureTable): JsonObject {
    const properties: JsonObject = {};
    const required: string[] = [];
    for (const member of members.filter(isInJson)) {
      const [name, wireName, target, facts = {}] = member;
      const key = this.#isInput ? wireName : name;
      const isRequired = facts.required === true || (facts.default !== undefined && !this.#isInput);
      if (isRequired) required.push(key);
      const schema = this.#target(target);
      // On the wire, null means that a member is absent.
      const isNullable = this.#isInput && !isRequired;
      setEntry(properties, key, {
        ...(isNullable ? orNull(schema) : schema),
        ...this.#annotate(member),
      });
    }
    return { type: "object", properties, ...(required.length > 0 ? { required } : {}) };
  }

  /** Exactly one member is set. On the wire, others may be null. */
  #union({ members }: UnionTable): JsonObject {
    const oneOf = members.map((member) => {
      const [name, wireName, target] = member;
      const key = this.#isInput ? wireName : name;
      const properties: JsonObject = {};
      setEntry(properties, key, { ...this.#target(target), ...this.#annotate(member) });
      return {
        properties,
        required: [key],
        additionalProperties: this.#isInput ? { type: "null" } : false,
      };
    });
    return { type: "object", oneOf };
  }

  #target(target: Target): JsonObject {
    const table = tableOf(target);
    switch (table.type) {
      case "structure":
      case "union":
      case "enum":
        if (!this.#referred.has(table.name)) this.#referred.set(table.name, table);
        return { $ref: `#/${this.#keyword}/${table.name}` };
      case "list":
        return { ...this.#list(table), ...this.#annotate(table) };
      case "map":
        return { ...this.#map(table), ...this.#annotate(table) };
      case "string":
        return stringSchema(table);
      case "blob":
        return this.#isInput ? blobSchema(table) : withoutJson("a Uint8Array");
      case "bigInteger":
      case "int64":
        return this.#isInput ? bigIntegerSchema(table) : withoutJson("a bigint");
      case "float":
        return floatSchema(table, this.#isInput);
      case "bigDecimal":
        // In memory, a bigDecimal is text.
        return this.#isInput
          ? { type: "number", ...bounds("minimum", "maximum", table.range) }
          : { type: "string" };
      case "timestamp":
        return this.#isInput ? timestampSchema(table) : { type: "string", format: "date-time" };
      case "boolean":
        return { type: "boolean" };
      case "document":
        return { type: documentTypes };
      default:
        return integerSchema(table);
    }
  }

  #list(table: ListTable): JsonObject {
    return {
      type: "array",
      items: this.#element(table, table.item),
      ...bounds("minItems", "maxItems", table.length),
      ...(table.uniqueItems === true ? { uniqueItems: true } : {}),
    };
  }

  #map(table: MapTable): JsonObject {
    const key = this.#target(table.key);
    return {
      type: "object",
      // Keys are always strings.
      ...(Object.keys(key).join() === "type" ? {} : { propertyNames: key }),
      additionalProperties: this.#element(table, table.value),
      ...bounds("minProperties", "maxProperties", table.length),
    };
  }

  #element(collection: ListTable | MapTable, target: Target): JsonObject {
    const schema = this.#target(target);
    return holdsNulls(collection, tableOf(target)) ? orNull(schema) : schema;
  }
}

function badTarget(target: unknown): never {
  const received = typeof target === "string" ? JSON.stringify(target) : typeName(target);
  const expected = Object.keys(drafts).join(" or ");
  throw new SerializationException({ path: "/options/target", expected, received }, {}, "client", {
    message: `JSON Schema target ${received} is not supported; expected ${expected}.`,
  });
}

function withoutJson(received: string): never {
  const expected = "values that JSON can represent";
  throw new SerializationException({ path: "", expected, received }, {}, "client", {
    message: `Values contain ${received}, which JSON Schema cannot describe. Use jsonSchema.input for the JSON on the wire.`,
  });
}
