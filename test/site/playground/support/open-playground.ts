import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { build, preview, type PreviewServer } from "vite";
import { findChromium } from "../../../../scripts/site/look/find-chromium.js";
import { launch } from "../../../../scripts/site/look/look-at.js";

const executablePath = findChromium();

export const hasChromium: boolean = executablePath !== undefined;

const config = fileURLToPath(
  new URL("../../../../scripts/site/playground/harness/vite.config.ts", import.meta.url),
);

/** A built playground on a loopback server, and a browser. */
export interface OpenedPlayground {
  readonly url: string;
  /** The URLs of all requests so far. */
  readonly requested: ReadonlySet<string>;
  /** What went wrong in pages: uncaught errors, and errors in the console. */
  readonly errors: readonly string[];
  newPage(options?: { width?: number; isDark?: boolean; hash?: string }): Promise<Page>;
  close(): Promise<void>;
}

export async function openPlayground(): Promise<OpenedPlayground> {
  const outDir = await mkdtemp(join(tmpdir(), "playground-"));
  const output = { outDir, emptyOutDir: true, minify: false, reportCompressedSize: false } as const;
  await build({ configFile: config, logLevel: "error", build: output });
  const server: PreviewServer = await preview({
    configFile: false,
    logLevel: "error",
    build: { outDir },
    preview: { port: 0, host: "127.0.0.1" },
  });
  const browser: Browser = await launch(executablePath ?? "");
  const context: BrowserContext = await browser.newContext({ acceptDownloads: true });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const requested = new Set<string>();
  const errors: string[] = [];
  context.on("request", (request) => requested.add(request.url()));
  const url = server.resolvedUrls?.local[0] ?? "";
  return {
    url,
    requested,
    errors,
    newPage: async ({ width = 1280, isDark = false, hash = "" } = {}) => {
      const page = await context.newPage();
      page.on("pageerror", ({ message }) => errors.push(message));
      page.on("console", (message) => {
        if (message.type() === "error") errors.push(message.text());
      });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${url}${hash}`);
      if (isDark) await page.evaluate("document.documentElement.classList.add('dark')");
      return page;
    },
    close: async () => {
      await browser.close();
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

/** Returns the text of an editor by its label. Texts must be short, since an editor only draws what is seen. */
export function editorText(page: Page, label: string): Promise<string> {
  return page.evaluate(
    `[...document.querySelectorAll('[aria-label=${JSON.stringify(label)}] .cm-line')]
      .map((line) => line.textContent).join("\\n")`,
  );
}

/** Replaces the text of an editor by its label. */
export async function fillEditor(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole("textbox", { name: label, exact: true }).focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
}
