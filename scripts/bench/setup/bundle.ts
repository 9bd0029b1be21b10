import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown, type OutputChunk } from "rolldown";

/** The generated sources. */
export const generatedSources: URL = new URL("../../../generated/src/", import.meta.url);

const entry = "\0entry";

/**
 * Bundles an entry for browsers. The text of the entry imports from `./` as if it were next to the
 * generated `index.ts`.
 */
export async function bundle(
  text: string,
  minify: boolean,
  sources: URL = generatedSources,
): Promise<string> {
  const chunks = await bundleChunks(text, minify, sources);
  return chunks.map(({ code }) => code).join("");
}

/** Returns the generated files in a bundle, with the number of characters that are left of each. */
export async function bundledModules(
  text: string,
): Promise<{ readonly file: string; readonly length: number }[]> {
  const chunks = await bundleChunks(text, false, generatedSources);
  const folder = fileURLToPath(generatedSources);
  return chunks.flatMap(({ modules }) =>
    Object.entries(modules).map(([id, { renderedLength }]) => ({
      file: id.replace(folder, "").replace(entry, "entry"),
      length: renderedLength,
    })),
  );
}

async function bundleChunks(text: string, minify: boolean, sources: URL): Promise<OutputChunk[]> {
  const build = await rolldown({
    input: entry,
    platform: "browser",
    plugins: [
      {
        name: "entry",
        resolveId: (id, importer) =>
          id === entry
            ? entry
            : importer === entry
              ? fileURLToPath(new URL(id.replace(/\.js$/, ".ts"), sources))
              : null,
        load: (id) => (id === entry ? text : null),
      },
    ],
  });
  const { output } = await build.generate({ format: "esm", minify });
  await build.close();
  return output.filter((file) => file.type === "chunk");
}

/**
 * Returns the size of a bundle, minified and compressed with gzip.
 * @param sources the folder of the generated sources
 */
export async function bundleSize(text: string, sources?: URL): Promise<number> {
  return gzipSync(await bundle(text, true, sources), { level: 9 }).length;
}
