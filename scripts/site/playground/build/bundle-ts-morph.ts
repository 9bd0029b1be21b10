import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

/** What `codegen/src/print` and `toCommonJs` import. */
const names = ["Project", "Scope", "StructureKind", "VariableDeclarationKind", "ts"];

let text: Promise<string> | undefined;

/**
 * Bundles what the generator uses of ts-morph, with the compiler that it contains, for browsers. Once for all bundles of a
 * build, and not by Vite's own bundler, which takes a minute for it.
 */
export function bundleTsMorph(): Promise<string> {
  return (text ??= bundle());
}

async function bundle(): Promise<string> {
  const entry = "ts-morph-entry";
  const missing =
    /^(?:node:)?(?:fs|fs\/promises|os|perf_hooks|crypto|inspector|buffer)$|^tinyglobby$/;
  const build = await rolldown({
    input: entry,
    platform: "browser",
    logLevel: "silent",
    plugins: [
      {
        name: "ts-morph-for-browsers",
        resolveId(source, importer) {
          if (source === entry) return entry;
          if (/^(?:node:)?path$/.test(source)) return this.resolve("path-browserify", importer);
          return missing.test(source) ? "\0missing" : null;
        },
        load(id) {
          if (id === "\0missing") return "export default {};";
          if (id !== entry) return null;
          const from = JSON.stringify(fileURLToPath(import.meta.resolve("ts-morph")));
          return `export { ${names.join(", ")} } from ${from};`;
        },
      },
    ],
  });
  const { output } = await build.generate({ format: "esm", minify: true });
  await build.close();
  return output[0].code;
}
