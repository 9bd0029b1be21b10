import type { DefaultTheme, UserConfig } from "vitepress";
import { slugOf } from "../markdown/slug.js";
import type { MenuEntry } from "../page.js";
import { repositoryUrl } from "../read/repository.js";
import { accessibleTables } from "./accessible-tables.js";
import { playgroundPlugins } from "./playground-plugins.js";
import { renderForSearch } from "./render-for-search.js";
import { smithyGrammar } from "./smithy-grammar.js";

/** What differs between builds of the site. */
export interface SiteSettings {
  readonly base: string;
  /** Whether to leave out what takes longest. */
  readonly draft: boolean;
  readonly outDir: string;
  readonly cacheDir: string;
  readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
}

/** The configuration of VitePress. */
export async function siteConfig(settings: SiteSettings): Promise<UserConfig<DefaultTheme.Config>> {
  const { base, draft, outDir, cacheDir, menus } = settings;
  return {
    base,
    outDir,
    cacheDir,
    lang: "en",
    title: "smithy-codec",
    description: "Typed clients, servers, codecs and validators from Smithy models, without Java.",
    head: [["link", { rel: "icon", type: "image/svg+xml", href: `${base}mark.svg` }]],
    lastUpdated: false,
    markdown: {
      theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
      languages: [smithyGrammar],
      // Texts of the model contain braces, colons and names of files, which are no attributes, emoji and links.
      attrs: { leftDelimiter: "{:", rightDelimiter: ":}", allowedAttributes: ["id"] },
      emoji: { enabled: [] },
      linkify: false,
      anchor: { slugify: slugOf },
      headers: { slugify: slugOf },
      toc: { slugify: slugOf },
      config: accessibleTables,
    },
    vite: {
      plugins: await playgroundPlugins(draft),
      build: { chunkSizeWarningLimit: 10_000 },
      logLevel: "warn",
    },
    themeConfig: {
      logo: { src: "/mark.svg", alt: "" },
      nav: [
        { text: "Start here", link: "/start" },
        { text: "Guides", link: "/guides/", activeMatch: "/guides/" },
        {
          text: "Documentation",
          activeMatch: "/(codec|generator)/",
          items: [
            { text: "apigatewayv2-codec", link: "/codec/call-the-service" },
            { text: "smithy-codec", link: "/generator/your-own-model" },
          ],
        },
        { text: "Reference", link: "/reference/", activeMatch: "/reference/" },
        { text: "Playground", link: "/playground" },
        {
          text: "Project",
          activeMatch: "/project/",
          items: [
            { text: "Benchmarks", link: "/project/benchmarks" },
            { text: "Why this and not ...", link: "/project/comparison" },
            { text: "Changelog", link: "/project/changelog" },
            { text: "Security", link: "/project/security" },
          ],
        },
      ],
      sidebar: menus as DefaultTheme.SidebarMulti,
      outline: { level: [2, 3], label: "On this page" },
      search: { provider: "local", options: { _render: renderForSearch } },
      notFound: {
        title: "There is no such page",
        quote: "It may have been moved. The search knows all pages.",
        linkText: "To the first page",
        linkLabel: "To the first page",
      },
      socialLinks: [{ icon: "github", link: repositoryUrl, ariaLabel: "smithy-codec on GitHub" }],
      footer: { message: "Apache-2.0. Every page is made from the repository." },
    },
  };
}
