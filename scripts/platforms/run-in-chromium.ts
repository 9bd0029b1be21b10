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
  goto(url: string): Promise<unknown>;
  addScriptTag(script: { content: string; type: string }): Promise<unknown>;
  waitForFunction(expression: string): Promise<unknown>;
  evaluate(expression: string): Promise<unknown>;
}

/**
 * Runs a module in a page of headless Chromium.
 * @param site a page on this machine, since browsers have WebCrypto only on secure pages
 * @returns the value of `globalThis.print()`
 */
export async function runInChromium(
  executablePath: string,
  module: string,
  site: string,
): Promise<string> {
  const name: string = "playwright-core";
  const { chromium } = (await import(name)) as Playwright;
  // Without the sandbox, which containers seldom allow. The page runs only the codec.
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.goto(site);
    await page.addScriptTag({ content: await readFile(module, "utf8"), type: "module" });
    await page.waitForFunction("globalThis.print !== undefined");
    return String(await page.evaluate("globalThis.print()"));
  } finally {
    await browser.close();
  }
}
