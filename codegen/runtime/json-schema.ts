import {
  integerBounds,
  type DescribedMember,
  type Describer,
  type IntegerType,
  type Location,
  type Presence,
} from "./describe.js";
import { SerializationException } from "./errors.js";
import { setEntry, typeName } from "./json.js";
import type { JsonObject, JsonSchemaOptions, JsonValue } from "./types.js";

/** Describes a shape in JSON Schema. The shapes that it refers to have separate definitions. */
export type DescribeSchema = (to: SchemaWriter) => JsonObject;

/** A described member, with additional keywords for its schema. */
export type SchemaMember = readonly [
  wireName: string,
  name: string,
  schema: JsonObject,
  presence: Presence,
  location: Location | undefined,
  notes: JsonObject,
];

const drafts: Readonly<Record<string, readonly [uri: string, definitions: string]>> = {
  "draft-2020-12": ["https://json-schema.org/draft/2020-12/schema", "$defs"],
  "draft-07": ["http://json-schema.org/draft-07/schema#", "definitions"],
};

/**
 * Returns the schema of a shape's JSON on the wire.
 * @throws SerializationException for a target that is not supported
 */
export function inputSchema(describe: DescribeSchema, options: JsonSchemaOptions): JsonObject {
  return writeSchema("input", describe, options);
}

/**
 * Returns the schema of the result of `JSON.stringify` for a shape's values: member names, dates as
 * text.
 * @throws SerializationException for an unsupported target, and if values contain bytes or bigints
 */
export function outputSchema(describe: DescribeSchema, options: JsonSchemaOptions): JsonObject {
  return writeSchema("output", describe, options);
}

function writeSchema(
  side: "input" | "output",
  describe: DescribeSchema,
  options: JsonSchemaOptions | undefined,
): JsonObject {
  const target: unknown = options?.target;
  const draft =
    typeof target === "string" && Object.hasOwn(drafts, target) ? drafts[target] : undefined;
  const [uri, keyword] = draft ?? badTarget(target);
  const writer = new SchemaWriter(side, keyword);
  const schema = describe(writer);
  const definitions = writer.definitions();
  return {
    $schema: uri,
    ...schema,
    ...(Object.keys(definitions).length > 0 ? { [keyword]: definitions } : {}),
  };
}

/** Writes schemas of JSON on the wire (`input`) or of values in memory (`output`). */
export class SchemaWriter implements Describer<JsonObject> {
  readonly #isInput: boolean;
  readonly #keyword: string;
  readonly #described = new Map<string, DescribeSchema>();

  /** @param keyword the keyword of definitions: `$defs`, or `definitions` in drafts before 2019 */
  constructor(side: "input" | "output", keyword: string) {
    this.#isInput = side === "input";
    this.#keyword = keyword;
  }

  /** Returns the definitions of all shapes that are referred to, directly or indirectly. */
  definitions(): JsonObject {
    const definitions: JsonObject = {};
    // The iteration includes entries that are added meanwhile, so it needs no recursion.
    for (const [name, describe] of this.#described) setEntry(definitions, name, describe(this));
    return definitions;
  }

  /** Refers to a shape. */
  ref(name: string, describe: DescribeSchema): JsonObject {
    this.#described.set(name, this.#described.get(name) ?? describe);
    return { $ref: `#/${this.#keyword}/${name}` };
  }

  /** Refers to an enum. `values` is its object of literals. */
  enum(name: string, values: Readonly<Record<string, string | number>>): JsonObject {
    return this.ref(name, () => enumSchema(Object.values(values)));
  }

  structure(members: readonly (DescribedMember<JsonObject> | SchemaMember)[]): JsonObject {
    const properties: JsonObject = {};
    const required: string[] = [];
    for (const [wireName, name, schema, presence, location, notes] of members) {
      // A stream is not part of JSON: it is the whole body.
      if (location === "bytes" || location === "events") continue;
      const key = this.#isInput ? wireName : name;
      const isRequired = presence === "required" || (presence === "default" && !this.#isInput);
      if (isRequired) required.push(key);
      // On the wire, null means that a member is absent.
      const isNullable = this.#isInput && !isRequired;
      setEntry(properties, key, { ...(isNullable ? this.orNull(schema) : schema), ...notes });
    }
    return { type: "object", properties, ...(required.length > 0 ? { required } : {}) };
  }

  /** Exactly one member is set. On the wire, others may be null. */
  union(members: readonly (DescribedMember<JsonObject> | SchemaMember)[]): JsonObject {
    const oneOf = members.map(([wireName, name, schema, , , notes]) => {
      const key = this.#isInput ? wireName : name;
      const properties: JsonObject = {};
      setEntry(properties, key, { ...schema, ...notes });
      return {
        properties,
        required: [key],
        additionalProperties: this.#isInput ? { type: "null" } : false,
      };
    });
    return { type: "object", oneOf };
  }

  list(
    items: JsonObject,
    min: number = 0,
    max: number = Infinity,
    uniqueItems: boolean = false,
  ): JsonObject {
    return {
      type: "array",
      items,
      ...bounds("minItems", min, "maxItems", max),
      ...(uniqueItems ? { uniqueItems } : {}),
    };
  }

  map(key: JsonObject, value: JsonObject, min: number = 0, max: number = Infinity): JsonObject {
    return {
      type: "object",
      // Keys are always strings.
      ...(Object.keys(key).join() === "type" ? {} : { propertyNames: key }),
      additionalProperties: value,
      ...bounds("minProperties", min, "maxProperties", max),
    };
  }

  /** Returns a schema that also allows null. */
  orNull(schema: JsonObject): JsonObject {
    const { type, anyOf } = schema;
    if (type === documentTypes) return {};
    if (typeof type === "string") return { ...schema, type: [type, "null"] };
    const choices = Array.isArray(anyOf) ? anyOf : [schema];
    return { anyOf: [...choices, { type: "null" }] };
  }

  string(min: number = 0, max: number = Infinity, pattern?: RegExp): JsonObject {
    return {
      type: "string",
      ...bounds("minLength", min, "maxLength", max),
      ...(pattern === undefined ? {} : { pattern: pattern.source }),
    };
  }

  boolean(): JsonObject {
    return { type: "boolean" };
  }

  /**
   * The bounds of the type `long` are omitted: values beyond them are still valid JSON integers.
   */
  integer(type: IntegerType, min: number = -Infinity, max: number = Infinity): JsonObject {
    const [least, greatest] = type === "long" ? [-Infinity, Infinity] : integerBounds(type);
    return wholeNumber(Math.max(min, least), Math.min(max, greatest));
  }

  /** A float or double. Values that are not finite are strings on the wire. */
  float(min: number = -Infinity, max: number = Infinity): JsonObject {
    const number: JsonObject = { type: "number", ...bounds("minimum", min, "maximum", max) };
    const isBounded = min !== -Infinity || max !== Infinity;
    const texts = [
      ...(isBounded ? [] : ["NaN"]),
      ...(max === Infinity ? ["Infinity"] : []),
      ...(min === -Infinity ? ["-Infinity"] : []),
    ];
    return this.#isInput && texts.length > 0 ? { anyOf: [number, { enum: texts }] } : number;
  }

  /** Bounds beyond 2^53 are rounded, as most JSON Schema validators would do. */
  bigInteger(min: number | bigint = -Infinity, max: number | bigint = Infinity): JsonObject {
    return this.#isInput ? wholeNumber(Number(min), Number(max)) : withoutJson("a bigint");
  }

  /** In memory, a bigDecimal is text. */
  bigDecimal(min: number = -Infinity, max: number = Infinity): JsonObject {
    if (!this.#isInput) return { type: "string" };
    return { type: "number", ...bounds("minimum", min, "maximum", max) };
  }

  timestamp(format: "date-time" | "http-date" | "epoch-seconds"): JsonObject {
    if (!this.#isInput) return { type: "string", format: "date-time" };
    switch (format) {
      case "date-time":
        return { type: "string", format, pattern: dateTime };
      case "http-date":
        return { type: "string", pattern: httpDate() };
      case "epoch-seconds":
        return { type: "number", minimum: -62135596800, maximum: 253402300799.999 };
    }
  }

  /** Three bytes are four characters of base64. */
  blob(min: number = 0, max: number = Infinity): JsonObject {
    if (!this.#isInput) return withoutJson("a Uint8Array");
    return {
      type: "string",
      contentEncoding: "base64",
      pattern: base64,
      ...bounds("minLength", Math.ceil(min / 3) * 4, "maxLength", Math.ceil(max / 3) * 4),
    };
  }

  /** Any JSON except null, which means that a member is absent. */
  document(): JsonObject {
    return { type: documentTypes };
  }
}

const documentTypes: JsonValue[] = ["array", "boolean", "number", "object", "string"];

/** Canonical base64, which the codec requires. */
const base64 =
  "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$";

const dateTime =
  "^(?!0000)\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?Z$";

/** The three formats of an HTTP date (RFC 9110, section 5.6.7). */
function httpDate(): string {
  const days = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
  const longDays = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
  const months = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
  const tens = "[1-9]|[12]\\d|3[01])";
  const year = "(?!0000)\\d{4}";
  const time = "(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d";
  const forms = [
    `${days}, (?:0?${tens} ${months} ${year} ${time} GMT`,
    `${longDays}, (?:0${tens}-${months}-\\d\\d ${time} GMT`,
    `${days} ${months} (?:[ 0]?${tens} ${time} ${year}`,
  ];
  return `^(?:${forms.join("|")})$`;
}

/** Returns the schema of an enum. The values are all strings or all integers. */
export function enumSchema(values: readonly (string | number)[]): JsonObject {
  return { type: typeof values[0] === "number" ? "integer" : "string", enum: [...values] };
}

function wholeNumber(min: number, max: number): JsonObject {
  return { type: "integer", ...bounds("minimum", min, "maximum", max) };
}

/** Returns bounds, without trivial ones: a minimum length of zero and infinity. */
function bounds(minName: string, min: number, maxName: string, max: number): JsonObject {
  const isLength = minName !== "minimum";
  return {
    ...(min === -Infinity || (isLength && min <= 0) ? {} : { [minName]: min }),
    ...(max === Infinity ? {} : { [maxName]: max }),
  };
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
