import { posix } from "node:path";
import type { BuiltPage } from "./read-built.js";

/** A link to a page or an anchor that does not exist. */
export interface DeadLink {
  /** The page with the link. */
  readonly page: string;
  readonly target: string;
}

/**
 * Finds links between the pages of a site, and files that pages load, that lead nowhere. VitePress checks
 * links to pages, but neither anchors nor links in HTML.
 * @param files the paths of all files of the site
 */
export function deadLinks(
  pages: readonly BuiltPage[],
  files: ReadonlySet<string>,
  base: string,
): readonly DeadLink[] {
  const anchors = new Map(pages.map(({ path, html }) => [path, idsOf(html)]));
  return pages.flatMap(({ path, html }) =>
    targetsOf(html)
      .filter((target) => !isAlive(target, path, anchors, files, base))
      .map((target) => ({ page: path, target })),
  );
}

function isAlive(
  target: string,
  page: string,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
  files: ReadonlySet<string>,
  base: string,
): boolean {
  const [, place = "", anchor = ""] = /^([^#?]*)(?:\?[^#]*)?#?(.*)$/.exec(target) ?? [];
  const path = place === "" ? page : fileOf(place, page, base);
  if (path === undefined || !files.has(path)) return false;
  return anchor === "" || anchors.get(path)?.has(decodeURIComponent(anchor)) === true;
}

/** Returns the file of a link, or `undefined` if it leads out of the site. */
function fileOf(place: string, page: string, base: string): string | undefined {
  const path = place.startsWith("/")
    ? place.startsWith(base)
      ? place.slice(base.length)
      : undefined
    : posix.join(posix.dirname(page), place);
  if (path === undefined) return undefined;
  const file = decodeURIComponent(path);
  return file === "" || file.endsWith("/") ? `${file}index.html` : file;
}

function idsOf(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = ""]) => unescape(id)));
}

/** Returns where the links and the files of a page lead, without those to other sites. */
function targetsOf(html: string): readonly string[] {
  const found = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, url = ""]) =>
    unescape(url),
  );
  return [...new Set(found)].filter((url) => !/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url));
}

function unescape(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}
