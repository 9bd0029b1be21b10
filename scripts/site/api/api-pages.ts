import { methodName } from "../../../codegen/src/emit/client/method-name.js";
import type { Service } from "../../../codegen/src/ir/service.js";
import type { Page } from "../page.js";
import { apiPackages, pathOf, type ApiPackage } from "./api-packages.js";
import type { runTypedoc } from "./run-typedoc.js";

/**
 * The pages that describe what the packages export, and their index.
 * @param describe returns the texts of a package's modules
 */
export async function apiPages(
  service: Service,
  describe: typeof runTypedoc,
): Promise<readonly Page[]> {
  const pages: Page[] = [indexPage()];
  for (const api of apiPackages) {
    const texts = await describe(api);
    for (const module of api.modules) {
      const path = pathOf(api, module);
      const text = texts.get(path);
      if (text === undefined) throw new Error(`TypeDoc wrote no page for ${module.file}.`);
      pages.push({
        path: `reference/api/${module.name}`,
        title: module.title,
        description: `${module.title}: ${module.description}`,
        frontMatter: { outline: [2, 3] },
        text: `# ${module.title}\n\n${linked(withoutOperations(text, service), api)}`,
      });
    }
  }
  return pages;
}

function indexPage(): Page {
  const modules = apiPackages.flatMap(({ modules }) => modules);
  const cards = modules.map(
    ({ name, title, description }) =>
      `<li>\n\n[${title}](/reference/api/${name})\n\n${description}\n\n</li>`,
  );
  return {
    path: "reference/api/index",
    title: "API",
    description: "What the packages export.",
    text: `# API

What both packages export, from the comments in their sources. The namespaces of operations are on the
[pages of the operations](/reference/).

<ul class="cards">

${cards.join("\n\n")}

</ul>`,
  };
}

/** Points links between modules to the pages of the site, and writes anchors as the site's Markdown does. */
function linked(markdown: string, api: ApiPackage): string {
  return markdown
    .replace(
      /\]\((?!#|https?:)([^)#]*)\.md(#[^)]*)?\)/g,
      (link: string, target: string, hash = "") => {
        const end = target.replace(/^(?:\.\.?\/)+/, "");
        const module = api.modules.find((candidate) => pathOf(api, candidate).endsWith(end));
        return module === undefined ? link : `](/reference/api/${module.name}${String(hash)})`;
      },
    )
    .replace(/^(#+ .*) \{#([^}\s]+)\}$/gm, "$1 {:#$2:}");
}

/** Leaves out the client's methods for operations, since each operation has a page. */
function withoutOperations(markdown: string, { operations }: Service): string {
  const methods = new Set(operations.map(methodName));
  const kept = markdown.split("\n").filter((line) => {
    const [, property = ""] = /^\| <a id="[^"]*"><\/a> `(\w+)` \|/.exec(line) ?? [];
    return !methods.has(property);
  });
  return kept
    .join("\n")
    .replace(
      /^\| Property .*\n\| -+ .*\n(?!\|)/gm,
      "A method for each of the [operations](/reference/): `getApi` for `GetApi`.\n",
    );
}
