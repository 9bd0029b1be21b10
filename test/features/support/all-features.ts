import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { GenerateInput } from "smithy-codec";
import { generateFrom, repository } from "../../codegen/support/generated.js";
import type { Feature } from "./feature.js";
import { besideRuntime } from "./output-files.js";

/** Every feature by the name of its file, sorted. */
export async function allFeatures(): Promise<(readonly [name: string, feature: Feature])[]> {
  const folder = join(repository, "test/features");
  const names = (await readdir(folder))
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => name.replace(/\.ts$/, ""))
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const module = (await import(pathToFileURL(join(folder, `${name}.ts`)).href)) as {
        readonly feature: Feature;
      };
      return [name, module.feature] as const;
    }),
  );
}

/** Generates the code of every feature: texts by paths, with one runtime for all. */
export async function generateAllFeatures(
  options: Pick<GenerateInput, "client"> = {},
): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for (const [name, { given }] of await allFeatures()) {
    const { files } = await generateFrom(given, options);
    for (const [path, text] of besideRuntime(name, files)) all.set(path, text);
  }
  return all;
}
