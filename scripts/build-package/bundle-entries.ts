import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { rolldown, type InputOptions, type OutputChunk, type Plugin } from "rolldown";
import { fromOperations, operationsText, readShapeFunctions } from "./operations-file.js";
import { readSharedExports } from "./read-shared-exports.js";
import { external, reExport } from "./shared-files.js";

/** The entries that know all operations. */
const entries: readonly string[] = ["index.js", "client.js", "server.js", "arbitraries.js"];

/** The entries that adapt servers, which know no operations. */
const adapters: readonly string[] = ["node.js", "lambda.js"];

/** Packages that an entry may import: the user installs them. */
const peers = ["fast-check"];

/**
 * Bundles the modules of `dist` into `dist/bundle`: a file for each entry, and `operations/NAME.js`. All of them import
 * `shared.js`. The entries also import `operations.js`, which has all operations and the functions of shapes that these
 * use. The rest of a shape is in the entries that export or use it.
 */
export async function bundleEntries(dist: string): Promise<{ operations: number }> {
  const exportsOf = await readSharedExports(dist);
  const operations = readdirSync(join(dist, "operations"))
    .filter((name) => name.endsWith(".js"))
    .map((name) => basename(name, ".js"));
  const bundle = join(dist, "bundle");
  const shared = fromShared(dist, exportsOf, ".");
  const sharedText = [...exportsOf].map(([path, names]) => reExport(names, join(dist, path)));
  await writeText("shared", sharedText.join("\n"), [], bundle);

  const text = operationsText(dist, operations, new Map());
  const { modules } = await writeText("operations", text, [shared], bundle);
  const functionsOf = readShapeFunctions(dist, modules);
  const textForEntries = operationsText(dist, operations, functionsOf);
  await writeText("operations", textForEntries, [shared], bundle);

  const plugins = [shared, fromOperations(dist, functionsOf)];
  for (const path of entries) {
    await writeBundle({ input: join(dist, path), plugins, external: peers }, bundle);
  }
  for (const name of adapters) {
    const input = join(dist, "server", name);
    const ofOne = [fromShared(dist, exportsOf, "..")];
    await writeBundle({ input, plugins: ofOne }, join(bundle, "server"));
  }
  for (const name of operations) {
    const input = join(dist, `operations/${name}.js`);
    const ofOne = [fromShared(dist, exportsOf, "..")];
    await writeBundle({ input, plugins: ofOne }, join(bundle, "operations"));
  }
  return { operations: operations.length };
}

/** Bundles a text as the file of a name. */
async function writeText(
  name: string,
  text: string,
  plugins: readonly Plugin[],
  dir: string,
): Promise<OutputChunk> {
  const virtual: Plugin = {
    name: "virtual-module",
    resolveId: (source) => (source === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? text : undefined),
  };
  return writeBundle({ input: { [name]: name }, plugins: [virtual, ...plugins] }, dir);
}

async function writeBundle(options: InputOptions, dir: string): Promise<OutputChunk> {
  // The entries contain the modules of the packages that they need, so that these load fast.
  const build = await rolldown({
    platform: "neutral",
    resolve: { mainFields: ["module"] },
    ...options,
  });
  const { output } = await build.write({ dir, format: "esm", comments: false });
  await build.close();
  return output[0];
}

/** Makes imports of the shared modules import the shared file instead. */
function fromShared(
  dist: string,
  exportsOf: ReadonlyMap<string, readonly string[]>,
  folder: string,
): Plugin {
  const file = `${folder}/shared.js`;
  const shims = new Map(
    [...exportsOf].map(([path, names]) => [join(dist, path), reExport(names, file)]),
  );
  return {
    name: "from-shared",
    resolveId: (source) => external(source, file),
    load: (id) => shims.get(id),
  };
}
