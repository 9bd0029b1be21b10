import { writeFileSync } from "node:fs";
import { rolldown } from "rolldown";
import { generate, readRuntimeSources } from "../../../codegen/src/index.js";
import { distFolder } from "./build-codec.js";

/** Generates code from a model, bundles it and loads it. */
export async function loadModelCode(name: string, model: object): Promise<unknown> {
  const { files } = await generate({
    model: { name: `${name}.json`, bytes: new TextEncoder().encode(JSON.stringify(model)) },
    runtime: await readRuntimeSources(),
  });
  const build = await rolldown({
    input: "index.ts",
    platform: "node",
    plugins: [
      {
        name: "files in memory",
        resolveId: (id, importer) => {
          if (importer === undefined) return id;
          if (!id.startsWith(".")) return null;
          return new URL(id, `file:///${importer}`).pathname.slice(1).replace(/\.js$/, ".ts");
        },
        load: (id) => files.get(id) ?? null,
      },
    ],
  });
  const { output } = await build.generate({ format: "esm" });
  await build.close();
  const file = new URL(`${name}.js`, distFolder);
  writeFileSync(file, output[0].code);
  return import(file.href);
}
