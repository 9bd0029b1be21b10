import { readFile } from "node:fs/promises";

/** The part of playwright-core that is used. It is available only after this script has installed it. */
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
 * Runs a module in a page of headless Chromium.
 * @returns the value of `globalThis.results`
 */
export async function runInChromium(executablePath: string, module: string): Promise<string> {
  const name: string = "playwright-core";
  const { chromium } = (await import(name)) as Playwright;
  // Without the sandbox, which containers seldom allow. The page runs only the codec.
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
