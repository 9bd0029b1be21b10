import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The texts of all files below a folder by their paths; that of an empty folder, which ends with `/`, is empty. */
export type Tree = Readonly<Record<string, string>>;

/** Reads everything below a folder, which nothing may change meanwhile. */
export function readTree(folder: string, prefix: string = ""): Tree {
  const entries = readdirSync(join(folder, prefix), { withFileTypes: true });
  if (entries.length === 0 && prefix !== "") return { [prefix]: "" };
  return Object.fromEntries(
    entries.flatMap((entry): [string, string][] => {
      const path = `${prefix}${entry.name}`;
      if (entry.isDirectory()) return Object.entries(readTree(folder, `${path}/`));
      return [[path, readFileSync(join(folder, path), "utf8")]];
    }),
  );
}
