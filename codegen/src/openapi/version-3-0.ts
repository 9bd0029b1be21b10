import type { JsonObject, JsonValue } from "../../runtime/types.js";

/** Keywords of JSON Schema 2020-12 that the schemas of OpenAPI 3.0 do not have. */
const unknownKeywords = new Set(["propertyNames", "contentMediaType", "contentEncoding"]);

/**
 * Converts a schema in JSON Schema 2020-12, as in OpenAPI 3.1, to OpenAPI 3.0.3 ("Schema Object"): there,
 * `nullable` takes the place of the type null, a reference has no keywords beside it, base64 is a format, and there
 * is one example.
 */
export function toVersion30(schema: JsonObject): JsonObject {
  const { $ref, type, anyOf, examples, ...rest } = schema;
  const converted: JsonObject = {};
  if (typeof $ref === "string") {
    if (Object.keys(schema).length === 1) return { $ref };
    converted["allOf"] = [{ $ref }];
  }
  if (Array.isArray(type)) {
    converted["type"] = type.find((name) => name !== "null") ?? "object";
    converted["nullable"] = true;
  } else if (type !== undefined) converted["type"] = type;
  if (schema["contentEncoding"] === "base64") converted["format"] = "byte";
  if (Array.isArray(examples)) converted["example"] = examples[0];
  if (anyOf !== undefined) converted["anyOf"] = convert("anyOf", anyOf);
  for (const [keyword, value] of Object.entries(rest))
    if (!unknownKeywords.has(keyword)) converted[keyword] = convert(keyword, value);
  return converted;
}

/** Null is a value of a type in OpenAPI 3.0, and no type. */
const onlyNull: JsonObject = { type: "object", nullable: true, enum: [null] };

function convert(keyword: string, value: JsonValue | undefined): JsonValue | undefined {
  switch (keyword) {
    case "items":
    case "additionalProperties":
      return isSchema(value) ? toVersion30(value) : value;
    case "properties":
      return isSchema(value)
        ? Object.fromEntries(
            Object.entries(value).map(([name, schema]) => [
              name,
              isSchema(schema) ? toVersion30(schema) : schema,
            ]),
          )
        : value;
    case "oneOf":
    case "anyOf":
      return Array.isArray(value)
        ? value.map((schema) => {
            if (!isSchema(schema)) return schema;
            return schema["type"] === "null" ? onlyNull : toVersion30(schema);
          })
        : value;
    default:
      return value;
  }
}

function isSchema(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
