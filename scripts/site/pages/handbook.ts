import { showFileNames, mapProse } from "../markdown/fences.js";
import { escapeVue } from "../markdown/escape.js";
import { headingsOf, parseDocument, promoteHeadings, type Document } from "../markdown/sections.js";
import { slugOf } from "../markdown/slug.js";
import { entryOf, type MenuEntry, type Page } from "../page.js";
import { readText, repositoryUrl } from "../read/repository.js";

/** A README whose sections are pages. */
interface Readme {
  readonly file: string;
  readonly folder: string;
  readonly menu: string;
}

const readmes: readonly Readme[] = [
  { file: "generated/README.md", folder: "codec", menu: "apigatewayv2-codec" },
  { file: "codegen/README.md", folder: "generator", menu: "smithy-codec" },
];

/** Pages from the READMEs of both packages, one for each section, and their menu. */
export interface Handbook {
  readonly pages: readonly Page[];
  readonly menu: readonly MenuEntry[];
  /** Rewrites the links of a text from a README, so that they lead to pages of the site. */
  readonly rewriteLinks: (markdown: string, folder: string) => string;
}

/** Makes the pages of the READMEs. */
export function handbook(): Handbook {
  const documents = readmes.map((readme) => ({
    ...readme,
    document: parseDocument(readText(readme.file)),
  }));
  const places = new Map(documents.flatMap(({ folder, document }) => placesOf(folder, document)));
  const rewriteLinks = (markdown: string, folder: string): string =>
    mapProse(markdown, (text) =>
      text.replace(
        /\]\(([^)\s]+)\)/g,
        (_, target: string) => `](${siteLink(target, folder, places)})`,
      ),
    );
  const groups = documents.map(({ folder, menu, document }) => {
    const pages = document.sections.map(({ heading, text }): Page => {
      const body = rewriteLinks(promoteHeadings(text), folder);
      return {
        path: `${folder}/${slugOf(heading)}`,
        title: heading,
        description: `${heading}, in the documentation of ${menu}.`,
        text: `# ${heading}\n\n${showFileNames(mapProse(body, escapeProse))}`,
      };
    });
    // With a link of its own, the group's name and its arrow are two controls, and not one in the other.
    const link = `/${pages[0]?.path ?? ""}`;
    const docFooterText = pages[0]?.title ?? menu;
    return {
      pages,
      entry: { text: menu, link, docFooterText, collapsed: true, items: pages.map(entryOf) },
    };
  });
  return {
    pages: groups.flatMap(({ pages }) => pages),
    menu: groups.map(({ entry }) => entry),
    rewriteLinks,
  };
}

/** Returns the pages of a document's anchors: `generator#long` is `/generator/what-is-generated#long`. */
function placesOf(
  folder: string,
  { sections }: Document,
): readonly (readonly [anchor: string, place: string])[] {
  return sections.flatMap(({ heading, text }) => {
    const page = `/${folder}/${slugOf(heading)}`;
    return [
      [`${folder}#${slugOf(heading)}`, page] as const,
      ...headingsOf(text).map(
        (inner) => [`${folder}#${slugOf(inner)}`, `${page}#${slugOf(inner)}`] as const,
      ),
    ];
  });
}

/** What the names of folders on GitHub are on the site. */
const folders: Readonly<Record<string, string>> = { generated: "codec", codegen: "generator" };

/** Returns where a link of a README leads on the site. */
function siteLink(target: string, folder: string, places: ReadonlyMap<string, string>): string {
  if (target.startsWith("#")) return placeOf(`${folder}${target}`, places);
  const [, name = "", anchor = "#readme"] =
    /^(?:https:\/\/github\.com\/smithy-codec\/smithy-codec\/tree\/main\/)?(generated|codegen)(?:\/README\.md)?(#.*)?$/.exec(
      target,
    ) ?? [];
  const other = folders[name];
  if (other !== undefined)
    return anchor === "#readme" ? firstPage(other, places) : placeOf(`${other}${anchor}`, places);
  if (target.endsWith("SECURITY.md")) return "/project/security";
  const [, picture] = /\/codegen\/pictures\/([\w-]+\.svg)$/.exec(target) ?? [];
  if (picture !== undefined) return `/pictures/${picture}`;
  if (/^[a-z]+:/.test(target)) return target;
  return `${repositoryUrl}/blob/main/${target}`;
}

function placeOf(anchor: string, places: ReadonlyMap<string, string>): string {
  const place = places.get(anchor);
  if (place === undefined) throw new Error(`A README links to ${anchor}, which is no heading.`);
  return place;
}

function firstPage(folder: string, places: ReadonlyMap<string, string>): string {
  for (const [anchor, place] of places) if (anchor.startsWith(`${folder}#`)) return place;
  throw new Error(`There are no pages in ${folder}.`);
}

/** READMEs have no HTML of their own: everything that looks like it is text. */
function escapeProse(text: string): string {
  return escapeVue(text);
}
