import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fileText, type Page } from "./page.js";
import { repository } from "./read/repository.js";
import type { SiteSettings } from "./vitepress/config.js";

/**
 * Writes the folder that VitePress builds: the pages, the public files, and a configuration that refers
 * to the one of the repository. The folder is emptied before.
 */
export function writePages(folder: string, pages: readonly Page[], settings: SiteSettings): void {
  rmSync(folder, { recursive: true, force: true });
  for (const page of pages) write(join(folder, `${page.path}.md`), fileText(page));
  cpSync(new URL("public", import.meta.url), join(folder, "public"), { recursive: true });
  cpSync(join(repository, "codegen/pictures"), join(folder, "public/pictures"), {
    recursive: true,
  });
  // A variable, because VitePress would bundle the configuration without the loader for TypeScript.
  const config = new URL("vitepress/config.ts", import.meta.url).href;
  write(
    join(folder, ".vitepress/config.mjs"),
    `const file = ${JSON.stringify(config)};
const { siteConfig } = await import(file);
export default await siteConfig(${JSON.stringify(settings)});
`,
  );
  const theme = fileURLToPath(new URL("theme/index.ts", import.meta.url));
  write(
    join(folder, ".vitepress/theme/index.ts"),
    `export { default } from ${JSON.stringify(theme)};\n`,
  );
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
