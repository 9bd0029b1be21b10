import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { cacheFileOf, writeCacheFile } from "./cache-file.js";
import { hasClaims } from "./claim.js";
import { refuseObstacles } from "./compare-folder.js";
import { findLeftovers } from "./leftovers.js";
import { readFileIfPresent } from "./read-file.js";
import type { Output } from "./write-output.js";

/** Files that a run wrote: those of a folder, or a single one. */
export interface WrittenFiles {
  /** The folder, or the file if `names` is empty. */
  readonly path: string;
  readonly names: readonly string[];
}

/** What a run did: the digest of its inputs, its result, and digests of the files. */
interface RunRecord {
  readonly key: string;
  readonly written: readonly WrittenFiles[];
  readonly digest: string;
  readonly result: unknown;
}

/**
 * Finds the record of a run with equal inputs, if all of its files are still as it wrote them.
 * @param key a digest of all inputs
 * @returns the result of that run and its files, or `undefined`; a record that cannot be read is none
 */
export async function findRecord(
  outputFolder: string,
  key: string,
): Promise<{ readonly result: unknown; readonly written: readonly WrittenFiles[] } | undefined> {
  const path = await cacheFileOf(outputFolder, ".run.json");
  if (path === undefined) return undefined;
  try {
    const record = JSON.parse(await readFile(path, "utf8")) as RunRecord;
    if (record.key !== key || digestOfFound(record.written) !== record.digest) return undefined;
    return record;
  } catch {
    return undefined;
  }
}

/**
 * Stores the record of a run. A failure to write is ignored.
 * @param output what the run wrote. What is on the disk may already be from another run.
 */
export async function storeRecord(
  outputFolder: string,
  key: string,
  { folders, files }: Output,
  result: unknown,
): Promise<void> {
  const path = await cacheFileOf(outputFolder, ".run.json");
  if (path === undefined) return;
  const written: WrittenFiles[] = [
    ...folders.map(({ path, files }) => ({ path, names: [...files.keys()].sort() })),
    ...files.map(({ path }) => ({ path, names: [] })),
  ];
  const texts = [
    ...folders.map(({ files }) => files),
    ...files.map(({ path, text }) => new Map([[basename(path), text]])),
  ];
  const record: RunRecord = { key, written, digest: digestOf(texts), result };
  await writeCacheFile(path, JSON.stringify(record));
}

/** A digest of the files that a run wrote, as they are now; `undefined` if there is anything to do for a run. */
function digestOfFound(written: readonly WrittenFiles[]): string | undefined {
  const found: Map<string, string>[] = [];
  for (const { path, names } of written) {
    const isSingle = names.length === 0;
    const folder = isSingle ? dirname(path) : path;
    const paths = isSingle ? [basename(path)] : names;
    refuseObstacles(folder, paths);
    if (!isSingle && hasClaims(folder)) return undefined;
    const texts = new Map<string, string>();
    for (const name of paths) {
      const text = readFileIfPresent(join(folder, name));
      if (text === undefined) return undefined;
      texts.set(name, text);
    }
    if (findLeftovers(folder, texts).length > 0) return undefined;
    found.push(texts);
  }
  return digestOf(found);
}

function digestOf(parts: readonly ReadonlyMap<string, string>[]): string {
  const hash = createHash("sha256");
  for (const texts of parts) {
    hash.update(`${texts.size}\0`);
    for (const name of [...texts.keys()].sort()) {
      const text = texts.get(name) ?? "";
      hash.update(`${name}\0${text.length}\0`).update(text);
    }
  }
  return hash.digest("base64url");
}
