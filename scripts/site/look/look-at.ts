import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import type { AxeResults, RunOptions } from "axe-core";
import { chromium, type Browser, type Page } from "playwright-core";
import type { View } from "./views.js";

/** What is wrong with a page in a view. */
export interface Finding {
  readonly page: string;
  readonly view: string;
  readonly message: string;
}

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

/** The rules of WCAG 2.2, levels A and AA, and the best practices. */
const axeOptions: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
};

/** Starts a headless Chromium. */
export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}

/**
 * Opens pages one after the other in a view, and checks each: by axe, that it is not wider than the
 * screen, that it loads nothing from other hosts, and that it causes no error.
 * @param onPage called with each page while it is open, to take a picture
 */
export async function lookAt(
  browser: Browser,
  url: string,
  pages: readonly string[],
  view: View,
  onPage: (page: Page, path: string) => Promise<void> = () => Promise.resolve(),
): Promise<readonly Finding[]> {
  const { width, height, colorScheme, name } = view;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    reducedMotion: "reduce",
  });
  const findings: Finding[] = [];
  const page = await context.newPage();
  let current = "";
  const find = (message: string): void => {
    findings.push({ page: current, view: name, message });
  };
  page.on("pageerror", (error) => {
    find(`error: ${error.message}`);
  });
  page.on("request", (request) => {
    const isOutside =
      /^https?:/.test(request.url()) && !request.url().startsWith(new URL(url).origin);
    if (isOutside) find(`requests ${request.url()}`);
  });
  for (const path of pages) {
    current = path;
    await page.goto(new URL(path, url).href, { waitUntil: "networkidle" });
    await onPage(page, path);
    for (const message of await problemsOf(page)) find(message);
  }
  await context.close();
  return findings;
}

async function problemsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  const results = await page.evaluate<AxeResults>(
    `axe.run(document, ${JSON.stringify(axeOptions)})`,
  );
  const violations = results.violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 3).map(({ target }) => target.join(" "));
    return `axe ${id}: ${help} (${nodes.length}: ${places.join("; ")})`;
  });
  const [content, screen] = await page.evaluate<[number, number]>(
    "[document.documentElement.scrollWidth, document.documentElement.clientWidth]",
  );
  return content <= screen
    ? violations
    : [...violations, `is ${content} px wide, and the screen ${screen} px`];
}
