import type { SiteContents } from "./build-site.js";
import { entryOf } from "./page.js";
import { changelogPage } from "./pages/changelog.js";
import { guidePages } from "./pages/guides.js";
import { handbook } from "./pages/handbook.js";
import { homePage } from "./pages/home.js";
import { playgroundPage } from "./pages/playground.js";
import { securityPage } from "./pages/security.js";
import { startPage } from "./pages/start.js";
import { readGuides } from "./read/guides.js";

/** Makes all pages and menus of the site from the repository. */
export async function makeContents(): Promise<SiteContents> {
  const book = handbook();
  const guides = guidePages(readGuides());
  const start = startPage(book);
  const menu = [
    entryOf(start),
    { text: "Guides", collapsed: false, items: guides.slice(1).map(entryOf) },
    ...book.menu.map((entry) => ({ ...entry, collapsed: true })),
  ];
  const project = [changelogPage(), securityPage()];
  return {
    pages: [homePage(), start, ...guides, ...book.pages, playgroundPage, ...project],
    menus: {
      "/project/": project.map(entryOf),
      "/start": menu,
      "/guides/": menu,
      "/codec/": menu,
      "/generator/": menu,
    },
  };
}
