import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { executeOrFail } from "../execute.js";
import type { Finding } from "../finding.js";
import type { Packed } from "../packages.js";

/** Checks that two builds of a package have tarballs of the same bytes. Otherwise it names the files that differ. */
export async function checkReproducible(first: Packed, second: Packed): Promise<Finding[]> {
  const where = first.manifest.name;
  if (readFileSync(first.tarball).equals(readFileSync(second.tarball))) return [];
  const [left, right] = [await hashesOf(first.tarball), await hashesOf(second.tarball)];
  const paths = [...new Set([...left.keys(), ...right.keys()])].sort();
  const different = paths.filter((path) => left.get(path) !== right.get(path));
  if (different.length === 0) {
    return [{ where, message: "Two builds have the same files, but not the same tarball." }];
  }
  return different.map((path) => ({
    where,
    message: `${path} is different in a second build. Remove what depends on the time, the machine or chance.`,
  }));
}

async function hashesOf(tarball: string): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "release-"));
  try {
    await executeOrFail("tar", ["-xzf", tarball, "--strip-components=1", "-C", folder], folder);
    return new Map(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => [relative(folder, path), hashOf(path)]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function hashOf(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
