import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codes } from "../../codegen/src/diagnostics/catalog.js";
import { deadLinks } from "../../scripts/site/check/dead-links.js";
import { externalResources, externalStyles } from "../../scripts/site/check/external-resources.js";
import { builtFiles, readBuiltPages, type BuiltPage } from "../../scripts/site/check/read-built.js";
import { findChromium } from "../../scripts/site/look/find-chromium.js";
import { launch, lookAt } from "../../scripts/site/look/look-at.js";
import { views } from "../../scripts/site/look/views.js";
import { readGuides } from "../../scripts/site/read/guides.js";
import { serveFolder, type FolderServer } from "../../scripts/site/serve-folder.js";
import * as codec from "../../generated/src/index.js";
import { repository } from "../package/support/packages.js";

const run = promisify(execFile);
const base = "/docs/";
const folder = mkdtempSync(join(tmpdir(), "site-"));

let output: string;
let files: readonly string[];
let pages: readonly BuiltPage[];

beforeAll(async () => {
  const script = join(repository, "scripts/site/main.ts");
  const options = ["--draft", "--out", folder, "--base", base];
  const node = ["--import", "ts-blank-space/register", script, ...options];
  ({ stdout: output } = await run(process.execPath, node, { cwd: repository }));
  files = builtFiles(folder);
  pages = readBuiltPages(folder);
}, 300_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const pageAt = (path: string): string => pages.find((page) => page.path === path)?.html ?? "";

describe("the built site", () => {
  it("says what it did, and how to look at it", () => {
    expect(output).toMatch(/^Built \d+ pages into .* in [\d.]+ s\.$/m);
    expect(output).toContain("npm run site -- --serve");
  });

  it("has a page for every operation that the package exports", () => {
    const operations = Object.entries(codec).flatMap(([name, value]) =>
      typeof value === "object" && "serializeRequest" in value ? [name] : [],
    );
    expect(operations).toHaveLength(103);
    const missing = operations.filter(
      (name) => !files.includes(`reference/operations/${name}.html`),
    );
    expect(missing).toEqual([]);
  });

  it("has a page for every guide, and a link to it", () => {
    const guides = readdirOrNothing("scripts/site/guides");
    expect(
      readGuides()
        .map(({ name }) => `${name}.md`)
        .sort(),
    ).toEqual(guides);
    for (const { name } of readGuides()) {
      expect(files).toContain(`guides/${name}.html`);
      expect(pageAt("guides/index.html")).toContain(`${base}guides/${name}.html`);
    }
  });

  it("has the help of every command, and every code", () => {
    const commands = readdirSync(join(repository, "codegen/src/cli/commands"));
    const page = pageAt("reference/commands.html");
    const names = commands.map((file) => file.replace(/\.ts$/, ""));
    expect(names.filter((name) => !page.includes(`id="${name}"`))).toEqual([]);
    const messages = pageAt("reference/messages.html");
    expect(codes.filter((code) => !messages.includes(`id="${code.toLowerCase()}"`))).toEqual([]);
  });

  it("has no link that leads nowhere", () => {
    expect(deadLinks(pages, new Set(files), base)).toEqual([]);
  });

  it("loads nothing from other hosts", () => {
    expect(pages.flatMap(externalResources)).toEqual([]);
    const styles = files.filter((file) => file.endsWith(".css"));
    expect(styles).not.toEqual([]);
    const texts = styles.map((file) => readFileSync(join(folder, file), "utf8"));
    expect(texts.flatMap(externalStyles)).toEqual([]);
  });

  it("states its language, and has one heading of level 1 on each page with a text", () => {
    for (const { path, html } of pages.filter((page) => page.path !== "404.html")) {
      expect(html).toContain('<html lang="en"');
      expect([path, html.match(/<h1[\s>]/g)?.length]).toEqual([path, 1]);
    }
  });
});

const chromium = findChromium();

describe.skipIf(chromium === undefined)("in Chromium (skipped where there is none)", () => {
  let server: FolderServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await serveFolder(folder, base, 0);
    browser = await launch(chromium ?? "");
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const sample = [
    "index.html",
    "reference/operations/GetIntegrationResponse.html",
    "project/benchmarks.html",
    "missing.html",
  ];

  it.each(views.filter(({ name }) => name === "phone-dark" || name === "desktop-light"))(
    "has no violation of axe's rules in $name",
    async (view) => {
      // The page that does not exist is answered by 404.html.
      expect(await lookAt(browser, server.url, sample, view)).toEqual([]);
    },
  );

  it("finds an operation by the search, without any other host", async () => {
    const page = await browser.newPage();
    await page.route(/^https?:\/\/(?!127\.0\.0\.1)/, (route) => route.abort());
    await page.goto(new URL("start.html", server.url).href);
    await page.getByRole("button", { name: "Search" }).first().click();
    await page.locator("#localsearch-input").fill("GetIntegrationResponses");
    const first = page.locator(".VPLocalSearchBox .result").first();
    await first.waitFor();
    expect(await first.getAttribute("href")).toContain("GetIntegrationResponses");
    await page.close();
  });
});

describe("the checks of the build", () => {
  const page = (path: string, html: string): BuiltPage => ({ path, html });

  it("find links to pages, files and anchors that do not exist", () => {
    const built = [
      page(
        "index.html",
        '<a href="/x/b.html#here"></a><a href="/x/c.html"></a><img src="/x/d.png">',
      ),
      page(
        "b.html",
        '<p id="here"></p><a href="#there"></a><a href="/outside"></a><a href="/x/"></a>',
      ),
    ];
    const found = deadLinks(built, new Set(["index.html", "b.html"]), "/x/");
    expect(found.map(({ target }) => target)).toEqual([
      "/x/c.html",
      "/x/d.png",
      "#there",
      "/outside",
    ]);
  });

  it("find what is loaded from other hosts, and not what can be followed", () => {
    const html =
      '<a href="https://a.example"></a><script src="https://b.example/x.js"></script><link rel="preload" href="//c.example/f"><img src="/own.png">';
    expect([...externalResources(page("index.html", html))].sort()).toEqual([
      "//c.example/f",
      "https://b.example/x.js",
    ]);
    expect(externalStyles('@import "https://d.example/a.css"; a { b: url(data:x) }')).toEqual([
      "https://d.example/a.css",
    ]);
  });
});

function readdirOrNothing(path: string): readonly string[] {
  try {
    return readdirSync(join(repository, path))
      .filter((file) => file.endsWith(".md"))
      .sort();
  } catch {
    return [];
  }
}
