import { invalidInput, type ToValidationException } from "../errors/validation-exception.js";
import { startValidation } from "../check/validation.js";
import { inputSchema, outputSchema } from "./json-schema.js";
import { examineJson, partsOf, type Described } from "./standard-schema.js";
import type { JsonObject, SafeParseResult, ToJsonSchemaOptions } from "../types.js";

/* The functions of a shape's schema. What is the same for all shapes is typed as `never`. */

/** Reads JSON and returns the value. */
export function parse(json: unknown, schema: Described, toException: ToValidationException): never {
  const result = safeParse(json, schema, toException);
  if (!result.success) throw result.error;
  return result.data;
}

/** Reads JSON and returns the value, or the exception. */
export function safeParse(
  json: unknown,
  schema: Described,
  toException: ToValidationException,
): SafeParseResult<never, never> {
  const { read, check, table } = partsOf(schema);
  const { value, issues, omitted } = examineJson(json, read, check, undefined, table);
  if (issues.length === 0 && omitted === 0) return { success: true, data: value as never };
  const error = toException(invalidInput(issues, omitted)) as never;
  return { success: false, error, issues };
}

/** Returns whether a value in memory is valid. */
export function is(value: unknown, schema: Described): value is never {
  const here = startValidation(undefined);
  partsOf(schema).check(value, here);
  return here.context.found === undefined;
}

/** Returns the JSON Schema of a shape. */
export function toJsonSchema(
  options: ToJsonSchemaOptions | undefined,
  schema: Described,
): JsonObject {
  const { table } = partsOf(schema);
  const target = options?.target ?? "draft-2020-12";
  return options?.io === "output"
    ? outputSchema(table, { target })
    : inputSchema(table, { target });
}
