import { readFile } from "node:fs/promises";

/** What is used of playwright-core, which is only there once this script has installed it. */
interface Playwright {
  readonly chromium: {
    launch(options: { executablePath: string; args: string[] }): Promise<Browser>;
  };
}
interface Browser {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}
interface Page {
  addScriptTag(script: { content: string; type: string }): Promise<unknown>;
  waitForFunction(expression: string): Promise<unknown>;
  evaluate(expression: string): Promise<unknown>;
}

/**
 * Runs a module in a page of a headless Chromium.
 * @returns what it left in `globalThis.results`
 */
export async function runInChromium(executablePath: string, module: string): Promise<string> {
  const name: string = "playwright-core";
  const { chromium } = (await import(name)) as Playwright;
  // Without its sandbox, since containers seldom allow it; the page runs nothing but the codec.
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await readFile(module, "utf8"), type: "module" });
    await page.waitForFunction("globalThis.results !== undefined");
    return String(await page.evaluate("globalThis.results"));
  } finally {
    await browser.close();
  }
}
