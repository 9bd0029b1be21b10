import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { tsMorphAsset } from "./build/ts-morph-asset.js";

/** Modules of Node.js and packages that the generator imports, and what takes their place in the browser. */
const replacements: Readonly<Record<string, string>> = {
  "node:crypto": shim("node-crypto"),
  "node:fs": shim("node-fs"),
  "node:fs/promises": shim("node-fs"),
  "node:path": shim("node-path"),
  "node:util": shim("node-util"),
  prettier: "prettier/standalone",
};

/** The folder in whose files imports are replaced. Those of a site around the playground stay as they are. */
const replacedIn = "/codegen/src/";

/** The module with the description of API Gateway's operations and shapes. */
const infoModule = "virtual:api-gateway-info";

/**
 * The plugins that a site needs to bundle `mount.ts` with Vite 5: they replace what only Node.js has, make a module
 * with the description of API Gateway V2 and a file of ts-morph, and configure the workers.
 */
export function playgroundPlugins(): Plugin[] {
  const shared = (): Plugin[] => [replaceImports(), apiGatewayInfo(), tsMorphAsset()];
  const configureWorkers: Plugin = {
    name: "playground-workers",
    config: () => ({ worker: { format: "es", plugins: shared } }),
  };
  return [...shared(), configureWorkers];
}

function replaceImports(): Plugin {
  return {
    name: "playground-imports",
    enforce: "pre",
    async resolveId(source, importer, options) {
      const replacement = replacements[source];
      if (replacement === undefined || importer === undefined) return undefined;
      if (!importer.replaceAll("\\", "/").includes(replacedIn)) return undefined;
      return this.resolve(replacement, importer, { ...options, skipSelf: true });
    },
  };
}

function apiGatewayInfo(): Plugin {
  return {
    name: "playground-api-gateway-info",
    resolveId: (source) => (source === infoModule ? `\0${infoModule}` : undefined),
    async load(id) {
      if (id !== `\0${infoModule}`) return undefined;
      const { readApiGatewayInfo } = await import("./build/read-api-gateway-info.js");
      // As a text that is parsed: engines read JSON faster than object literals.
      const json = JSON.stringify(JSON.stringify(await readApiGatewayInfo()));
      return `export default JSON.parse(${json});`;
    },
  };
}

function shim(name: string): string {
  return fileURLToPath(new URL(`./shims/${name}.ts`, import.meta.url));
}
