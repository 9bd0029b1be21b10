import { existsSync, readdirSync, readFileSync } from "node:fs";

/** A guide: a Markdown file of `scripts/site/guides`. */
export interface Guide {
  /** The name of its file without the extension. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly order: number;
  /** The Markdown after the front matter. */
  readonly text: string;
}

const folder = new URL("../guides/", import.meta.url);

/** Returns all guides in their order. */
export function readGuides(): readonly Guide[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .map((file) => parseGuide(file, readFileSync(new URL(file, folder), "utf8")))
    .sort((left, right) => left.order - right.order || (left.name < right.name ? -1 : 1));
}

function parseGuide(file: string, markdown: string): Guide {
  const [, matter, text] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(markdown) ?? [];
  const value = (name: string): string => {
    const [, found] = new RegExp(`^${name}: *(.+)$`, "m").exec(matter ?? "") ?? [];
    if (found === undefined)
      throw new Error(`scripts/site/guides/${file} has no "${name}" in its front matter.`);
    return found.trim().replace(/^(["'])(.*)\1$/, "$2");
  };
  return {
    name: file.slice(0, -".md".length),
    title: value("title"),
    description: value("description"),
    order: Number(value("order")),
    text: text ?? "",
  };
}
