import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../finding.js";
import type { Package } from "../packages.js";

/** Checks that the changelog of a package has a section about its version, with text. */
export function checkChangelog(repository: string, { folder, manifest }: Package): Finding[] {
  const where = `${folder}/CHANGELOG.md`;
  const path = join(repository, where);
  if (!existsSync(path)) return [{ where, message: "The file is missing." }];
  const lines = readFileSync(path, "utf8").split("\n");
  const start = lines.indexOf(`## ${manifest.version}`);
  if (start === -1) {
    const message = `There is no section "## ${manifest.version}". Add a changeset (npx changeset) and run npm run release.`;
    return [{ where, message }];
  }
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith("## "));
  const section = lines.slice(start + 1, length === -1 ? undefined : start + 1 + length);
  if (section.some((line) => /^\s*[-\w]/.test(line))) return [];
  return [{ where, message: `The section "## ${manifest.version}" is empty.` }];
}
