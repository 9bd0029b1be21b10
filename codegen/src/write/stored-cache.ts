import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { TextCache } from "../format/text-cache.js";
import { cacheFileOf, writeCacheFile } from "./cache-file.js";

/** A cache that is kept in a file between runs. */
export interface StoredCache extends TextCache {
  /** Writes the entries that this run used, if they differ from the stored ones. A failure to write is ignored. */
  store(): Promise<void>;
}

/**
 * Opens the cache of an output folder. A cache that cannot be read is empty.
 * @returns `undefined` if there is no `node_modules` in the current folder or above it
 */
export async function openCache(outputFolder: string): Promise<StoredCache | undefined> {
  const path = await cacheFileOf(outputFolder, ".json");
  if (path === undefined) return undefined;
  const fingerprint = await fingerprintOfTools();
  const stored = await readStored(path, fingerprint);
  const used = new Map<string, string>();
  return {
    get: (key) => {
      const text = stored.get(key);
      if (text !== undefined) used.set(key, text);
      return text;
    },
    set: (key, text) => {
      used.set(key, text);
    },
    store: async () => {
      if (used.size === stored.size && [...used.keys()].every((key) => stored.has(key))) return;
      await writeCacheFile(path, JSON.stringify({ fingerprint, texts: [...used] }));
    },
  };
}

async function readStored(path: string, fingerprint: string): Promise<Map<string, string>> {
  try {
    const json = JSON.parse(await readFile(path, "utf8")) as {
      fingerprint?: unknown;
      texts?: unknown;
    };
    return json.fingerprint === fingerprint && isEntries(json.texts)
      ? new Map(json.texts)
      : new Map<string, string>();
  } catch {
    return new Map();
  }
}

function isEntries(value: unknown): value is [string, string][] {
  return (
    Array.isArray(value) &&
    value.every(
      (entry) =>
        Array.isArray(entry) &&
        entry.length === 2 &&
        entry.every((text) => typeof text === "string"),
    )
  );
}

/** A digest of everything that turns declarations into text: our printer, ts-morph and prettier. */
async function fingerprintOfTools(): Promise<string> {
  const require = createRequire(import.meta.url);
  const files = [
    new URL("../generated-mark.js", import.meta.url),
    new URL("../print/print-modules.js", import.meta.url),
    new URL("../print/resolve-imports.js", import.meta.url),
    new URL("../print/structures.js", import.meta.url),
    new URL("../format/format.js", import.meta.url),
    require.resolve("prettier/package.json"),
    require.resolve("ts-morph/package.json"),
  ];
  const hash = createHash("sha256");
  for (const file of files) hash.update(await readFile(file).catch(() => "")).update("\0");
  return hash.digest("base64url");
}
