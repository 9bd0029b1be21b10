import { startValidation } from "../check/validation.js";
import { invalidInput, type ToValidationException } from "../errors/validation-exception.js";
import { inputSchema, outputSchema } from "./json-schema.js";
import { examineJson, partsOf, type Check, type Described, type Table } from "./standard-schema.js";
import type { JsonObject, SafeParseResult, ToJsonSchemaOptions } from "../types.js";

/*
 * The functions of schemas. Values and errors are of type `never`, so that the constant of a shape
 * alone says which types they have.
 */

/** Reads JSON and returns the value. */
export function parse(json: unknown, schema: Described, toException: ToValidationException): never {
  const result = judge(json, schema, toException);
  if (!result.success) throw result.error;
  return result.data;
}

/** Reads JSON and returns the value, or the exception. */
export function safeParse(
  json: unknown,
  schema: Described,
  toException: ToValidationException,
): SafeParseResult<never, never> {
  return judge(json, schema, toException) as SafeParseResult<never, never>;
}

function judge(
  json: unknown,
  schema: Described,
  toException: ToValidationException,
): SafeParseResult<never> {
  const { read, check, table } = partsOf(schema);
  const { value, issues, omitted } = examineJson(json, read, check, undefined, table);
  if (issues.length === 0 && omitted === 0) return { success: true, data: value as never };
  return { success: false, error: toException(invalidInput(issues, omitted)), issues };
}

/** Returns whether a value in memory is valid. */
export function is(value: unknown, check: Check): value is never {
  const here = startValidation(undefined);
  check(value, here);
  return here.context.found === undefined;
}

/** Returns the JSON Schema of a shape. */
export function toJsonSchema(options: ToJsonSchemaOptions | undefined, table: Table): JsonObject {
  const target = options?.target ?? "draft-2020-12";
  return options?.io === "output"
    ? outputSchema(table, { target })
    : inputSchema(table, { target });
}
