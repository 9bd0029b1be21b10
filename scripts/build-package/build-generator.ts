import { execFileSync } from "node:child_process";
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * Compiles the generator into `codegen/dist` from nothing, so that it has no files of sources that are gone. The new
 * folder replaces the old one as a whole: another process, such as a test, may be running from it.
 * @param repository the root of the repository
 */
export function buildGenerator(repository: string): void {
  const dist = join(repository, "codegen/dist");
  const [staged, old] = [`${dist}.new`, `${dist}.old`];
  for (const folder of [staged, old]) rmSync(folder, { recursive: true, force: true });
  execFileSync(
    process.execPath,
    [
      ...["node_modules/typescript/bin/tsc", "-p", "codegen/tsconfig.build.json"],
      ...["--outDir", staged, "--tsBuildInfoFile", join(staged, ".tsbuildinfo")],
    ],
    { cwd: repository, stdio: "inherit" },
  );
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(staged, dist);
  rmSync(old, { recursive: true, force: true });
}
