import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { fullFormats } from "ajv-formats/dist/formats.js";
import type { JsonObject } from "../../codegen/runtime/types.js";

/** Whether JSON is valid, by ajv; what it says of it otherwise. */
export interface AjvCheck {
  readonly check: (json: unknown) => boolean;
  readonly errors: () => string;
}

const options = {
  strict: true,
  strictTypes: false,
  allErrors: true,
  ownProperties: true,
  formats: { "date-time": fullFormats["date-time"] },
};
const draft2020 = new Ajv2020(options);
const draft07 = new Ajv(options);

/**
 * Compiles a schema with ajv, after it has been found valid against its meta-schema. Inherited
 * members do not count, as in JSON there are none.
 */
export function compile(schema: JsonObject, draft: "2020-12" | "07" = "2020-12"): AjvCheck {
  const ajv = draft === "07" ? draft07 : draft2020;
  if (ajv.validateSchema(schema) !== true) throw new Error(ajv.errorsText());
  const check = ajv.compile(schema);
  return { check: (json) => check(json), errors: () => ajv.errorsText(check.errors) };
}
