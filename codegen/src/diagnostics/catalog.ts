import { commands } from "./catalog/commands.js";
import type { CatalogEntry } from "./catalog/entry.js";
import { files } from "./catalog/files.js";
import { http } from "./catalog/http.js";
import { outputs } from "./catalog/outputs.js";
import { references } from "./catalog/references.js";
import { sequences } from "./catalog/sequences.js";
import { traits } from "./catalog/traits.js";

type Catalog = typeof commands &
  typeof files &
  typeof http &
  typeof outputs &
  typeof references &
  typeof sequences &
  typeof traits;

const catalog: Catalog = {
  ...files,
  ...references,
  ...traits,
  ...http,
  ...sequences,
  ...outputs,
  ...commands,
};

/** The code of a kind of message. It never changes its meaning. */
export type Code = keyof Catalog;

/** All codes, in ascending order. */
export const codes: readonly Code[] = (Object.keys(catalog) as Code[]).sort();

/** Whether a text is a code. */
export function isCode(text: string): text is Code {
  return Object.hasOwn(catalog, text);
}

/** What a code means. */
export function entryOf(code: Code): CatalogEntry {
  return catalog[code];
}
