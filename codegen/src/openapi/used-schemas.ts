import type { JsonObject } from "../../runtime/types.js";

/**
 * Returns the schemas that a part of a document refers to, also by other schemas. In OpenAPI 3.0, enums of
 * keys are not referred to any more.
 */
export function usedSchemas(
  part: unknown,
  schemas: Readonly<Record<string, JsonObject>>,
): Record<string, JsonObject> {
  const used = new Set(namesIn(part));
  // The iteration includes names that are added meanwhile.
  for (const name of used) for (const other of namesIn(schemas[name])) used.add(other);
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)));
}

function namesIn(value: unknown): string[] {
  const text = JSON.stringify(value ?? null);
  return [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
    ([, name = ""]) => name,
  );
}
