import { readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { describeFileError, isFileError } from "../write/describe-file-error.js";
import { kindOf } from "../write/read-file.js";
import type { Config } from "./config.js";
import { ConfigError } from "./config-error.js";

/** The names of configuration files, in the order in which they are looked for. */
export const configNames: readonly string[] = [
  "smithy-codec.config.ts",
  "smithy-codec.config.js",
  "smithy-codec.config.mjs",
  "smithy-codec.config.json",
];

/** Finds the configuration file of a folder. */
export function findConfig(folder: string): string | undefined {
  return configNames.map((name) => join(folder, name)).find((path) => kindOf(path) !== undefined);
}

/**
 * Loads and checks a configuration: the default export of a module in TypeScript or JavaScript, or JSON.
 * @param path the file, which is also its name in messages
 * @throws ConfigError if it cannot be loaded or is not valid; the error lists every violation
 */
export async function loadConfig(path: string): Promise<Config> {
  let value: unknown;
  try {
    value = await load(resolve(path));
  } catch (error) {
    throw new ConfigError([
      {
        code: "SC3003",
        severity: "error",
        file: path,
        place: "",
        message: `the configuration cannot be loaded: ${reasonOf(error, resolve(path))}`,
      },
    ]);
  }
  // Imported only when needed: most commands have no configuration.
  const { checkConfig } = await import("./check-config.js");
  return checkConfig(value, path);
}

async function load(path: string): Promise<unknown> {
  // Read in any case: the errors of importing a file that is missing name our own modules.
  const text = await readFile(path, "utf8");
  if (path.endsWith(".json")) return JSON.parse(text) as unknown;
  const { default: value } =
    path.endsWith(".ts") && !canImportTypeScript()
      ? await importTypeScript(path)
      : await importModule(path);
  return value;
}

interface Module {
  readonly default?: unknown;
}

/** Imports a module again if it has changed since the last time, for which its URL must be another one. */
async function importModule(path: string): Promise<Module> {
  const { href } = pathToFileURL(path);
  const { mtimeMs } = await stat(path);
  return (await import(`${href}?changed=${mtimeMs}`)) as Module;
}

async function importTypeScript(path: string): Promise<Module> {
  const { createJiti } = await import("jiti");
  return createJiti(import.meta.url, { interopDefault: false, moduleCache: false }).import(path);
}

/** Whether this version of Node runs TypeScript by removing its types; that is faster than a loader. */
function canImportTypeScript(): boolean {
  const { typescript } = process.features as { readonly typescript?: unknown };
  return typeof typescript === "string";
}

function reasonOf(error: unknown, path: string): string {
  // A module may fail to read another file, which only the message of the error names.
  if (isFileError(error) && (error.path ?? path) === path) return describeFileError(error);
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n", 1)[0] ?? "";
}
