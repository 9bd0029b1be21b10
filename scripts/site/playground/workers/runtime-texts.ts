import type { RuntimeSources } from "../../../../codegen/src/emit/service/runtime-files.js";

const texts = import.meta.glob<string>("../../../../codegen/runtime/**/*.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The runtime's sources, as `readRuntimeSources` reads them from the disk in Node.js. */
export const runtimeTexts: RuntimeSources = new Map(
  Object.entries(texts).map(([path, text]) => [
    path.replace(/^.*\/codegen\/runtime\/|\.ts$/g, ""),
    text,
  ]),
);
