import { createHash, randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import type { TextCache } from "../format/text-cache.js";
import { isFolder } from "./read-file.js";

/** A cache that is kept in a file between runs. */
export interface StoredCache extends TextCache {
  /** Writes the entries that this run used, if they differ from the stored ones. A failure to write is ignored. */
  store(): Promise<void>;
}

/**
 * Opens the cache of an output folder: a file below the nearest `node_modules`, where tools keep what they can
 * generate again. A cache that cannot be read is empty.
 * @returns `undefined` if there is no `node_modules` in the current folder or above it
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
      await writeIfPossible(path, JSON.stringify({ fingerprint, texts: [...used] }));
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

/** Writes a file that appears complete or not at all. A run without its cache is only slower. */
async function writeIfPossible(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, text, { flag: "wx" });
    await rename(temporary, path);
    await removeOldTemporaries(path);
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** Deletes the temporary files of runs that were killed more than an hour ago. */
async function removeOldTemporaries(path: string): Promise<void> {
  for (const name of await readdir(dirname(path))) {
    if (!name.startsWith(`${basename(path)}.`) || !name.endsWith(".tmp")) continue;
    const temporary = join(dirname(path), name);
    const { mtimeMs } = await stat(temporary);
    if (Date.now() - mtimeMs > 3_600_000) await rm(temporary, { force: true });
  }
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
