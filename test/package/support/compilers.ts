import { existsSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "./lock.js";
import { repository } from "./packages.js";
import { writeFiles } from "./project.js";
import { run, runOrFail } from "./run.js";

const folder = join(repository, "test/package/compilers");

/** The versions of TypeScript that consumers may have. */
export const compilers = ["5.4", "5.9", "6.0", "7.0"] as const;

/** Installs the compilers unless they are there. */
export async function installCompilers(): Promise<void> {
  await withLock(join(folder, "node_modules.lock"), async () => {
    if (existsSync(join(folder, "node_modules/.package-lock.json"))) return;
    await runOrFail("npm", ["ci", "--prefer-offline"], folder);
  });
}

/**
 * Compiles a project by one version of TypeScript, strictly and with the declarations of all libraries checked.
 * @returns what the compiler has to say; nothing, where all is well
 */
export async function compile(
  version: (typeof compilers)[number],
  project: string,
  files: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<string> {
  const name = `tsconfig.${version}.json`;
  const compilerOptions = {
    strict: true,
    skipLibCheck: false,
    noEmit: true,
    target: "es2022",
    lib: ["es2022", "dom"],
    types: ["node"],
    verbatimModuleSyntax: true,
    ...options,
  };
  writeFiles(project, { [name]: JSON.stringify({ compilerOptions, files }) });
  const compiler = join(folder, `node_modules/typescript-${version}/bin/tsc`);
  const { status, stdout, stderr } = await run(process.execPath, [compiler, "-p", name], project);
  return status === 0 ? "" : `${stdout}${stderr}`.trim() || `ended with ${String(status)}`;
}
