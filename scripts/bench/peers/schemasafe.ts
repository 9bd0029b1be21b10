import { requirePeer } from "../setup/peer.js";
import { integrationResponseSchema } from "./json-schema.js";
import type { Validator } from "./validator.js";

interface Compiled {
  (value: unknown): boolean;
  readonly errors: readonly unknown[] | null;
}

/** schemasafe, which compiles a JSON Schema to code. */
export function loadSchemasafe(): Validator {
  const { validator } = requirePeer("@exodus/schemasafe") as {
    validator: (schema: object, options: object) => Compiled;
  };
  const check = validator(integrationResponseSchema, { includeErrors: true, allErrors: true });
  return {
    name: "schemasafe",
    remark: "counts code points one by one",
    validate: check,
    countIssues: (value) => (check(value) ? 0 : (check.errors?.length ?? 0)),
  };
}
