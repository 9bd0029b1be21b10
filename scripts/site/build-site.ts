import { join } from "node:path";
import { build } from "vitepress";
import type { SiteOptions } from "./options.js";
import type { MenuEntry, Page } from "./page.js";
import { writePages } from "./write-pages.js";

/** What was built. */
export interface BuiltSite {
  readonly pages: number;
}

/** The pages of the site, and the menus of its parts by the beginning of their paths. */
export interface SiteContents {
  readonly pages: readonly Page[];
  readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
}

/**
 * Builds the site into a folder.
 * @throws Error if a page has a dead link
 */
export async function buildSite(
  { pages, menus }: SiteContents,
  { out, base }: Pick<SiteOptions, "out" | "base">,
  work: string,
): Promise<BuiltSite> {
  const source = join(work, "pages");
  writePages(source, pages, { base, outDir: out, cacheDir: join(work, "cache"), menus });
  await build(source);
  return { pages: pages.length };
}
