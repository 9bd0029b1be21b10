import { existsSync } from "node:fs";
import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { withLock } from "../../package/support/lock.js";
import { runOrFail } from "../../package/support/run.js";
import { repository } from "./generated.js";

/**
 * Compiles the generator, as its package has it, into a folder of the tests: `codegen/dist` is deleted and built
 * again by other tests that run at the same time.
 * @returns the folder with the compiled `src`
 */
export async function buildGenerator(): Promise<string> {
  const folder = join(repository, "test/.generated/generator");
  await mkdir(folder, { recursive: true });
  await withLock(join(folder, "lock"), async () => {
    for (const name of ["runtime", "node_modules"]) {
      const source = join(repository, "codegen", name);
      if (existsSync(source) && !existsSync(join(folder, name)))
        await symlink(source, join(folder, name), "junction");
    }
    const dist = join(folder, "dist");
    const options = ["--outDir", dist, "--tsBuildInfoFile", join(dist, ".tsbuildinfo")];
    const compiler = join(repository, "node_modules/typescript/bin/tsc");
    const args = [compiler, "-p", "codegen/tsconfig.build.json", ...options];
    await runOrFail(process.execPath, args, repository);
  });
  return join(folder, "dist/src");
}
