import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readText, repository } from "./repository.js";

/** A change that is not released yet: a file of `.changeset`. */
export interface Changeset {
  readonly packages: readonly string[];
  readonly text: string;
}

/** Returns the changes that are not released yet, sorted by the names of their files. */
export function readChangesets(): readonly Changeset[] {
  return readdirSync(join(repository, ".changeset"))
    .filter((file) => file.endsWith(".md") && file !== "README.md")
    .sort()
    .map((file) => {
      const text = readText(`.changeset/${file}`);
      const [, matter = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
      const packages = [...matter.matchAll(/^["']?([\w-]+)["']?:/gm)].map(([, name = ""]) => name);
      return { packages, text: body.trim() };
    });
}
