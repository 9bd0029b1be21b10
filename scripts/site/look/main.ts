/** Takes pictures of the built site in several views, and checks that everyone can use it. */
import { existsSync, mkdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { builtFiles } from "../check/read-built.js";
import { repository } from "../read/repository.js";
import { serveFolder } from "../serve-folder.js";
import { findChromium } from "./find-chromium.js";
import { launch, lookAt, type Finding } from "./look-at.js";
import { pagesToLookAt, views } from "./views.js";

const usage = `Usage: npm run site:look [-- [FOLDER] [OPTION...]]

Takes pictures of the pages of a built site at two widths and in two colour schemes, and checks them with axe-core.
FOLDER is the built site, site by default.

  --pictures FOLDER  where to write the pictures, site-pictures in the temporary folder by default
  --only TEXT        only pages whose path contains this text
  --full             pictures of whole pages, and not only of the first screen
`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      pictures: { type: "string", default: join(process.env["TMPDIR"] ?? "/tmp", "site-pictures") },
      only: { type: "string", default: "" },
      full: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) process.stdout.write(usage);
  else await look(resolve(positionals[0] ?? join(repository, "site")), values);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}

async function look(
  folder: string,
  { pictures, only, full }: { pictures: string; only: string; full: boolean },
): Promise<void> {
  if (!existsSync(join(folder, "index.html")))
    throw new Error(`There is no site in ${folder}. Run "npm run site" first.`);
  const chromium = findChromium();
  if (chromium === undefined)
    throw new Error("There is no Chromium. Install it, or set CHROMIUM to its path.");
  mkdirSync(pictures, { recursive: true });
  const pages = pagesToLookAt(builtFiles(folder)).filter((page) => page.includes(only));
  const server = await serveFolder(folder, "/", 0);
  const browser = await launch(chromium);
  const findings: Finding[] = [];
  try {
    for (const view of views) {
      process.stdout.write(`${view.name}: ${pages.length} pages\n`);
      const found = await lookAt(browser, server.url, pages, view, async (page, path) => {
        const name = `${path.replace(/\.html$/, "").replaceAll("/", "-")}-${view.name}.png`;
        await page.screenshot({ path: join(pictures, name), fullPage: full });
      });
      findings.push(...found);
    }
  } finally {
    await browser.close();
    await server.close();
  }
  for (const { page, view, message } of findings)
    process.stdout.write(`${page} (${view}): ${message}\n`);
  const count = pages.length * views.length;
  process.stdout.write(
    `${count} pictures in ${relative(process.cwd(), pictures)}, ${findings.length} findings.\n`,
  );
  if (findings.length > 0) process.exitCode = 1;
}
