import type { Json } from "../support/models.js";

/** Returns a part of a document by its keys, with spaces between them. */
export function at(document: Json, path: string): unknown {
  return path
    .split(" ")
    .reduce<unknown>((part, key) => (part as Json | undefined)?.[key], document);
}
