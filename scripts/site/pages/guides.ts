import { showFileNames } from "../markdown/fences.js";
import type { Page } from "../page.js";
import type { Guide } from "../read/guides.js";

/** The pages of the guides, and their index. */
export function guidePages(guides: readonly Guide[]): readonly Page[] {
  return [indexPage(guides), ...guides.map(guidePage)];
}

function guidePage({ name, title, description, text }: Guide): Page {
  return { path: `guides/${name}`, title, description, text: showFileNames(text) };
}

function indexPage(guides: readonly Guide[]): Page {
  const cards = guides.map(
    ({ name, title, description }) =>
      `<li>\n\n[${title}](/guides/${name})\n\n${description}\n\n</li>`,
  );
  return {
    path: "guides/index",
    title: "Guides",
    description: "Short guides from an empty folder to a result.",
    text: `# Guides

Each guide starts in an empty folder and takes under five minutes. The tests of the repository run every command and every block of code, with
the packages as they are published.

<ul class="cards">

${cards.join("\n\n")}

</ul>`,
  };
}
