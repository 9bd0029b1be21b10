import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repository } from "../setup/command-line.js";

/**
 * Checks out a revision into a temporary folder and builds it there, calls `use` with the folder,
 * and removes it again.
 * @throws Error if the revision is unknown or cannot be built
 */
export async function withCheckout(
  revision: string,
  use: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = join(mkdtempSync(join(tmpdir(), "smithy-codec-base-")), "checkout");
  try {
    run("git", ["worktree", "add", "--detach", folder, revision], repository);
    run("npm", ["ci", "--no-audit", "--no-fund"], folder);
    run("npm", ["run", "--silent", "build"], folder);
    await use(folder);
  } finally {
    spawnSync("git", ["worktree", "remove", "--force", folder], { cwd: repository });
    rmSync(join(folder, ".."), { recursive: true, force: true });
  }
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed: ${stderr}`);
}
