import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vitepress";
import { deadLinks } from "./check/dead-links.js";
import { externalResources, externalStyles } from "./check/external-resources.js";
import { builtFiles, readBuiltPages } from "./check/read-built.js";
import type { SiteOptions } from "./options.js";
import type { MenuEntry, Page } from "./page.js";
import { writePages } from "./write-pages.js";

/** The pages of the site, and the menus of its parts by the beginning of their paths. */
export interface SiteContents {
  readonly pages: readonly Page[];
  readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
}

/**
 * Builds the site into a folder, and checks what was built.
 * @param work a folder for what is needed only while the site is built
 * @throws Error if a link leads nowhere, or if a page loads something from another host
 */
export async function buildSite(
  { pages, menus }: SiteContents,
  { out, base, draft }: Pick<SiteOptions, "out" | "base" | "draft">,
  work: string,
): Promise<void> {
  const source = join(work, "pages");
  writePages(source, pages, { base, draft, outDir: out, cacheDir: join(work, "cache"), menus });
  await build(source);
  const problems = problemsOf(out, base);
  if (problems.length > 0) throw new Error(`The site has problems:\n${problems.join("\n")}`);
}

function problemsOf(folder: string, base: string): readonly string[] {
  const pages = readBuiltPages(folder);
  const files = builtFiles(folder);
  const styles = files.filter((file) => file.endsWith(".css"));
  return [
    ...deadLinks(pages, new Set(files), base).map(
      ({ page, target }) => `${page}: the link to ${target} leads nowhere`,
    ),
    ...pages.flatMap((page) =>
      externalResources(page).map((url) => `${page.path}: loads ${url} from another host`),
    ),
    ...styles.flatMap((file) =>
      externalStyles(readFileSync(join(folder, file), "utf8")).map(
        (url) => `${file}: loads ${url} from another host`,
      ),
    ),
  ];
}
