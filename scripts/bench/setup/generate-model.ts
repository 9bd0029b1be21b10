import { writeFileSync } from "node:fs";
import { rolldown } from "rolldown";
import { generate, readRuntimeSources } from "../../../codegen/src/index.js";
import { distFolder } from "./build-codec.js";

/** Generated files by their names. */
export type GeneratedFiles = ReadonlyMap<string, string>;

/** Generates code from a model, bundles it and loads it. */
export async function loadModelCode(name: string, model: object): Promise<unknown> {
  return loadFiles(name, await generateModel(name, model));
}

/**
 * Generates code from a model.
 * @param options whether to generate a client and a server, too
 */
export async function generateModel(
  name: string,
  model: object,
  options: { readonly client?: boolean; readonly server?: boolean } = {},
): Promise<GeneratedFiles> {
  const { files } = await generate({
    model: { name: `${name}.json`, bytes: new TextEncoder().encode(JSON.stringify(model)) },
    runtime: await readRuntimeSources(),
    ...options,
  });
  return files;
}

/** Bundles generated files and loads them. */
export async function loadFiles(name: string, files: GeneratedFiles): Promise<unknown> {
  const file = new URL(`${name}.js`, distFolder);
  writeFileSync(file, await bundleFiles(files, 'export * from "./index.js";', "node"));
  return import(file.href);
}

/**
 * Bundles an entry, which imports as if it were next to the generated `index.ts`.
 * @returns the code, minified for browsers
 */
export async function bundleFiles(
  files: GeneratedFiles,
  entry: string,
  platform: "browser" | "node",
): Promise<string> {
  const build = await rolldown({
    input: "entry.ts",
    platform,
    plugins: [
      {
        name: "files in memory",
        resolveId: (id, importer) => {
          if (importer === undefined) return id;
          if (!id.startsWith(".") || !(importer === "entry.ts" || files.has(importer))) return null;
          return new URL(id, `file:///${importer}`).pathname.slice(1).replace(/\.js$/, ".ts");
        },
        load: (id) => (id === "entry.ts" ? entry : (files.get(id) ?? null)),
      },
    ],
  });
  const { output } = await build.generate({ format: "esm", minify: platform === "browser" });
  await build.close();
  return output.map((file) => (file.type === "chunk" ? file.code : "")).join("");
}
