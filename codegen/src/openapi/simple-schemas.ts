import {
  blobSchema,
  bounds,
  enumSchema,
  floatSchema,
} from "../../runtime/schema/json-schema-leaves.js";
import type { TableBounds } from "../../runtime/tables.js";
import type { JsonObject } from "../../runtime/types.js";
import { shapeNotes } from "../json-schema/describe-text.js";
import type {
  Bounds,
  Constraints,
  Enum,
  IntegerShape,
  Member,
  NamedShape,
  Pattern,
  Shape,
  TimestampFormat,
} from "../ir/ir.js";
import type { Model } from "../load/ast.js";

/** The shapes whose schemas contain no others. */
export type SimpleShape = Exclude<Shape, NamedShape>;

/**
 * Returns the schema of a simple shape (OpenAPI 3.1, "Data Types").
 * @param member the member that targets the shape, for its constraints
 * @param format the format of timestamps in this part of the message
 */
export function simpleSchema(
  target: SimpleShape,
  { constraints, sensitive }: Pick<Member, "constraints" | "sensitive">,
  format: TimestampFormat,
  model: Model,
): JsonObject {
  switch (target.kind) {
    case "string":
      return {
        type: "string",
        ...(sensitive || target.sensitive ? { format: "password" } : {}),
        ...mediaType(target.mediaType),
        ...bounds("minLength", "maxLength", lengthOf(constraints)),
        ...patternOf(constraints.pattern),
      };
    case "blob": {
      // Tools show patterns, and that of base64 tells readers nothing.
      const schema = blobSchema({ type: "blob", length: lengthOf(constraints) });
      delete schema["pattern"];
      return { ...schema, ...mediaType(target.mediaType) };
    }
    case "boolean":
      return { type: "boolean" };
    case "integer":
      return integerSchema(target, constraints);
    case "bigInteger":
      return {
        type: "integer",
        ...(target.type === "long" ? { format: "int64" } : {}),
        ...bounds("minimum", "maximum", rangeOf(constraints)),
      };
    case "float":
      return numberSchema(constraints, model.shapes.get(target.id)?.type);
    case "bigDecimal":
      return { type: "number", ...bounds("minimum", "maximum", rangeOf(constraints)) };
    case "timestamp":
      return timestampSchema(format);
    case "document":
      return {};
  }
}

/** Returns the schema of an enum, with its documentation. */
export function enumComponent(shape: Enum): JsonObject {
  return {
    ...enumSchema({
      type: "enum",
      name: shape.name,
      values: Object.fromEntries(shape.values.map(({ key, value }) => [key, value])),
    }),
    ...shapeNotes(shape),
  };
}

/** Returns the bounds of a length in the form of tables. */
export function lengthOf({ length }: Constraints): TableBounds {
  return tableBounds(length, 0);
}

function rangeOf({ range }: Constraints): TableBounds {
  return tableBounds(range, -Infinity);
}

function tableBounds(
  { min, max }: Bounds<number | bigint> = { min: undefined, max: undefined },
  least: number,
): TableBounds {
  return [Number(min ?? least), Number(max ?? Infinity)];
}

const limits = { byte: 2 ** 7, short: 2 ** 15 } as const;
const formats = { integer: "int32", long: "int64" } as const;

/** OpenAPI has formats for 32 and 64 bits; smaller integers need their bounds. */
function integerSchema({ type }: IntegerShape, constraints: Constraints): JsonObject {
  const [min, max] = rangeOf(constraints);
  if (type === "integer" || type === "long")
    return {
      type: "integer",
      format: formats[type],
      ...bounds("minimum", "maximum", [min, max]),
    };
  const limit = limits[type];
  const range: TableBounds = [Math.max(min, -limit), Math.min(max, limit - 1)];
  return { type: "integer", ...bounds("minimum", "maximum", range) };
}

/** Values that are not finite are texts, unless they are out of range. */
function numberSchema(constraints: Constraints, type: string | undefined): JsonObject {
  const { anyOf, ...schema } = floatSchema({ type: "float", range: rangeOf(constraints) }, true);
  const format = type === "float" || type === "double" ? { format: type } : {};
  if (!Array.isArray(anyOf)) return { ...schema, ...format };
  const [number, texts] = anyOf as JsonObject[];
  return {
    oneOf: [
      { ...number, ...format },
      { type: "string", ...texts },
    ],
  };
}

function timestampSchema(format: TimestampFormat): JsonObject {
  switch (format) {
    case "date-time":
      return { type: "string", format };
    case "http-date":
      return { type: "string", format };
    case "epoch-seconds":
      // Mock servers would take the least number, which is no date.
      return { type: "number", format: "double", examples: [1714521600] };
  }
}

function mediaType(type: string | undefined): JsonObject {
  return type === undefined ? {} : { contentMediaType: type };
}

/**
 * A pattern as the model has it, if JavaScript, in whose dialect JSON Schema has patterns, reads it in the
 * same way. Else it is the translated pattern.
 */
function patternOf(pattern: Pattern | undefined): JsonObject {
  const regExp = pattern?.regExp;
  if (pattern === undefined || regExp === undefined) return {};
  return { pattern: isSame(pattern.source, regExp) ? pattern.source : regExp.source };
}

function isSame(source: string, regExp: RegExp): boolean {
  try {
    return new RegExp(source, "u").source === regExp.source;
  } catch {
    return false;
  }
}
