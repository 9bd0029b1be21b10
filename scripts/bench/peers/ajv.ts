import { requirePeer } from "../setup/peer.js";
import { integrationResponseSchema } from "./json-schema.js";
import type { Validator } from "./validator.js";

interface Compiled {
  (value: unknown): boolean;
  readonly errors: readonly unknown[] | null;
}

/** ajv, which compiles a JSON Schema to code. Its standalone code is the same function. */
export function loadAjv(): Validator {
  const { default: Ajv } = requirePeer("ajv") as {
    default: new (options: object) => { compile(schema: object): Compiled };
  };
  const check = new Ajv({ allErrors: true }).compile(integrationResponseSchema);
  return {
    name: "ajv allErrors",
    remark: "counts code points one by one",
    validate: check,
    countIssues: (value) => (check(value) ? 0 : (check.errors?.length ?? 0)),
  };
}
