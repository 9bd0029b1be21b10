import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import type { TextCache } from "../format/text-cache.js";
import { isFolder, writeWhole } from "./files.js";

/** A cache that is kept in a file between runs. */
export interface StoredCache extends TextCache {
  /** Writes what this run asked for, where that differs from what is stored. */
  store(): Promise<void>;
}

/**
 * Opens the cache of an output folder: a file below the nearest `node_modules`, where tools keep
 * what can be made again. Without that folder nothing is kept.
 */
export async function openCache(outputFolder: string): Promise<StoredCache | undefined> {
  const modules = await nearestModules(resolve("."));
  if (modules === undefined) return undefined;
  const name = createHash("sha256").update(resolve(outputFolder)).digest("hex").slice(0, 16);
  const path = join(modules, ".cache", "smithy-codec", `${name}.json`);
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
      await writeWhole(path, JSON.stringify({ fingerprint, texts: [...used] }));
    },
  };
}

async function nearestModules(start: string): Promise<string | undefined> {
  for (let folder = start; ; folder = dirname(folder)) {
    const modules = join(folder, "node_modules");
    if (await isFolder(modules)) return modules;
    if (dirname(folder) === folder) return undefined;
  }
}

async function readStored(path: string, fingerprint: string): Promise<Map<string, string>> {
  try {
    const json = JSON.parse(await readFile(path, "utf8")) as {
      fingerprint?: unknown;
      texts?: [string, string][];
    };
    return json.fingerprint === fingerprint ? new Map(json.texts) : new Map();
  } catch {
    // No cache yet, or one that cannot be read: everything is made anew.
    return new Map();
  }
}

/** A digest of what turns declarations into text: our printer, ts-morph and prettier. */
async function fingerprintOfTools(): Promise<string> {
  const require = createRequire(import.meta.url);
  const files = [
    new URL("../print/print-modules.js", import.meta.url),
    new URL("../print/resolve-imports.js", import.meta.url),
    new URL("../format/format.js", import.meta.url),
    require.resolve("prettier/package.json"),
    require.resolve("ts-morph/package.json"),
  ];
  const hash = createHash("sha256");
  for (const file of files) hash.update(await readFile(file).catch(() => "")).update("\0");
  return hash.digest("base64url");
}
