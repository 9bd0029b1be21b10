import { join } from "node:path";
import { execute } from "../execute.js";
import type { Finding } from "../finding.js";
import type { Packed } from "../packages.js";

/** Checks with "Are the types wrong?" that every entry has the types of its code, for resolutions that know ESM. */
export async function checkTypes(repository: string, item: Packed): Promise<Finding[]> {
  const program = join(repository, "node_modules/.bin/attw");
  const options = ["--profile", "esm-only", "--format", "ascii", "--no-color"];
  const args = [...options, "--entrypoints", ...entriesOf(item), "--", item.tarball];
  const { status, stdout, stderr } = await execute(program, args, repository);
  if (status === 0) return [];
  return [{ where: item.manifest.name, message: `attw:\n${stdout}${stderr}`.trimEnd() }];
}

/** The entries of a package that have types: all without a pattern, and one for each pattern. */
export function entriesOf({ manifest, files }: Packed): string[] {
  const exported = Object.entries((manifest["exports"] ?? {}) as Record<string, unknown>);
  return exported.flatMap(([entry, target]) => {
    const types = (target as { types?: string } | null)?.types;
    if (types === undefined) return entry === "./package.json" ? ["package.json"] : [];
    const [before = "", after] = types.replace(/^\.\//, "").split("*");
    if (after === undefined) return [entry.replace(/^\.\//, "")];
    const found = files.find((path) => path.startsWith(before) && path.endsWith(after));
    const name = found?.slice(before.length, found.length - after.length);
    return name === undefined ? [] : [entry.replace(/^\.\//, "").replace("*", name)];
  });
}
