import { apiPages } from "./api/api-pages.js";
import { draftOf, runTypedoc } from "./api/run-typedoc.js";
import type { SiteContents } from "./build-site.js";
import type { SiteOptions } from "./options.js";
import { slugOf } from "./markdown/slug.js";
import { entryOf, type MenuEntry, type Page } from "./page.js";
import { benchmarksPage } from "./pages/benchmarks.js";
import { changelogPage } from "./pages/changelog.js";
import { comparisonPage } from "./pages/comparison.js";
import { guidePages } from "./pages/guides.js";
import { handbook } from "./pages/handbook.js";
import { homePage } from "./pages/home.js";
import { playgroundPage } from "./pages/playground.js";
import { commandsPage } from "./pages/reference/commands.js";
import { groupOperations } from "./pages/reference/groups.js";
import { referenceIndex } from "./pages/reference/index-page.js";
import { lintRulesPage } from "./pages/reference/lint-rules.js";
import { messagesPage } from "./pages/reference/messages.js";
import { operationPage } from "./pages/reference/operation.js";
import { shapesPage } from "./pages/reference/shapes.js";
import { securityPage } from "./pages/security.js";
import { startPage } from "./pages/start.js";
import { readCommands } from "./read/commands.js";
import { figuresOf } from "./read/figures.js";
import { readGuides } from "./read/guides.js";
import { readLintRules } from "./read/lint-rules.js";
import { readService } from "./read/model.js";
import { readReports } from "./read/results.js";

/** Makes all pages and menus of the site from the repository. */
export async function makeContents(options: Pick<SiteOptions, "draft">): Promise<SiteContents> {
  const book = handbook();
  const reports = readReports();
  const figures = figuresOf(reports);
  const guides = guidePages(readGuides());
  const start = startPage(book);
  const reference = await makeReference(options);
  const project = [
    benchmarksPage(reports),
    comparisonPage(figures),
    changelogPage(),
    securityPage(),
  ];
  const documents: readonly MenuEntry[] = [
    entryOf(start),
    { text: "Guides", link: "/guides/", collapsed: false, items: guides.slice(1).map(entryOf) },
    ...book.menu,
  ];
  return {
    pages: [
      homePage(figures, reference.operations),
      start,
      ...guides,
      ...book.pages,
      ...reference.pages,
      playgroundPage,
      ...project,
    ],
    menus: {
      "/start": documents,
      "/guides/": documents,
      "/codec/": documents,
      "/generator/": documents,
      "/reference/": reference.menu,
      "/project/": project.map(entryOf),
    },
  };
}

/** The pages of the reference. */
interface Reference {
  readonly pages: readonly Page[];
  readonly menu: readonly MenuEntry[];
  /** How many operations there are. */
  readonly operations: number;
}

async function makeReference({ draft }: Pick<SiteOptions, "draft">): Promise<Reference> {
  const service = await readService();
  const groups = groupOperations(service);
  const operations = groups.flatMap((group) =>
    group.operations.map((operation) => ({ title: group.title, page: operationPage(operation) })),
  );
  const index = referenceIndex(groups);
  const api = await apiPages(service, draft ? draftOf : runTypedoc);
  const tools = [
    commandsPage(await readCommands()),
    messagesPage(),
    lintRulesPage(readLintRules()),
  ];
  const shapes = shapesPage(service);
  const menu: readonly MenuEntry[] = [
    { ...entryOf(index), text: "Overview" },
    {
      text: "Operations",
      items: groups.map(({ title }) => ({
        text: title,
        link: `/reference/#${slugOf(title)}`,
        collapsed: true,
        items: operations
          .filter((operation) => operation.title === title)
          .map(({ page }) => entryOf(page)),
      })),
    },
    entryOf(shapes),
    { text: "API", link: "/reference/api/", collapsed: false, items: api.slice(1).map(entryOf) },
    { text: "Generator", items: tools.map(entryOf) },
  ];
  return {
    pages: [index, ...operations.map(({ page }) => page), shapes, ...api, ...tools],
    menu,
    operations: operations.length,
  };
}
