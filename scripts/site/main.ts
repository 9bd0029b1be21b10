/** Builds the documentation site from the repository, and serves it if that is wanted. */
import { rmSync } from "node:fs";
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSite } from "./build-site.js";
import { makeContents } from "./contents.js";
import { parseOptions, usage, type SiteOptions } from "./options.js";
import { serveFolder } from "./serve-folder.js";

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) process.stdout.write(usage);
  else await run({ ...options, out: resolve(options.out) });
} catch (error) {
  const isUsage = error instanceof TypeError;
  process.stderr.write(`${(error as Error).message}\n${isUsage ? `\n${usage}` : ""}`);
  process.exitCode = isUsage ? 2 : 1;
}

async function run(options: SiteOptions): Promise<void> {
  const start = performance.now();
  step("Reading the repository");
  const contents = await makeContents(options);
  step(`Building ${contents.pages.length} pages`);
  // A folder of its own, so that several builds can run at once.
  const work = fileURLToPath(new URL(`.generated/${process.pid}`, import.meta.url));
  try {
    await buildSite(contents, options, work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const folder = relative(process.cwd(), options.out) || ".";
  step(`Built ${contents.pages.length} pages into ${folder} in ${seconds} s.`);
  if (!options.serve) {
    step("To look at it: npm run site -- --serve");
    return;
  }
  const { url } = await serveFolder(options.out, options.base, options.port);
  step(`The site is at ${url}. Press Ctrl+C to stop.`);
}

function step(text: string): void {
  process.stdout.write(`${text}\n`);
}
