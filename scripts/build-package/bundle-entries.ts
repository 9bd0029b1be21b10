import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { rolldown, type InputOptions, type Plugin } from "rolldown";
import { readSharedExports } from "./read-shared-exports.js";

/** Packages that an entry may import: the user installs them. */
const peers = ["fast-check"];

/**
 * Bundles the modules of `dist` into `dist/bundle`: `index.js`, `arbitraries.js` and `operations/NAME.js`. All of them
 * import only `shared.js`.
 */
export async function bundleEntries(dist: string): Promise<{ operations: number }> {
  const exportsOf = await readSharedExports(dist);
  const bundle = join(dist, "bundle");
  const writeEntry = async (path: string): Promise<void> => {
    const folder = dirname(path);
    const toShared = folder === "." ? "." : "..";
    const input = { [basename(path, ".js")]: join(dist, path) };
    const plugins = [fromShared(dist, exportsOf, toShared)];
    await writeBundle({ input, plugins, external: peers }, join(bundle, folder));
  };

  await writeBundle(
    {
      input: { shared: "shared" },
      plugins: [virtualModule("shared", reExports(dist, exportsOf))],
    },
    bundle,
  );
  const operations = readdirSync(join(dist, "operations")).filter((name) => name.endsWith(".js"));
  for (const path of ["index.js", "arbitraries.js"]) await writeEntry(path);
  for (const name of operations) await writeEntry(`operations/${name}`);
  return { operations: operations.length };
}

async function writeBundle(options: InputOptions, dir: string): Promise<void> {
  const build = await rolldown({ platform: "neutral", ...options });
  await build.write({ dir, format: "esm", comments: false });
  await build.close();
}

/** Returns the text of the module that exports everything from the shared modules. */
function reExports(dist: string, exportsOf: ReadonlyMap<string, readonly string[]>): string {
  return [...exportsOf]
    .map(
      ([path, names]) => `export { ${names.join(", ")} } from ${JSON.stringify(join(dist, path))};`,
    )
    .join("\n");
}

function virtualModule(name: string, text: string): Plugin {
  return {
    name: "virtual-module",
    resolveId: (source) => (source === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? text : undefined),
  };
}

/** Makes imports of the shared modules import the shared file instead. */
function fromShared(
  dist: string,
  exportsOf: ReadonlyMap<string, readonly string[]>,
  folder: string,
): Plugin {
  const file = `${folder}/shared.js`;
  const shims = new Map(
    [...exportsOf].map(([path, names]) => [
      join(dist, path),
      `export { ${names.join(", ")} } from ${JSON.stringify(file)};`,
    ]),
  );
  return {
    name: "from-shared",
    resolveId: (source) => (source === file ? { id: file, external: true } : undefined),
    load: (id) => shims.get(id),
  };
}
