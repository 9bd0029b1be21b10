import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

/** Does something that only one process may do at a time; the folder is there for as long as it is done. */
export async function withLock<Result>(
  folder: string,
  action: () => Promise<Result>,
): Promise<Result> {
  while (!tryLock(folder)) await setTimeout(250);
  try {
    return await action();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tryLock(folder: string): boolean {
  const owner = join(folder, "owner");
  try {
    mkdirSync(folder);
    writeFileSync(owner, String(process.pid));
    return true;
  } catch {
    if (hasEnded(owner)) rmSync(folder, { recursive: true, force: true });
    return false;
  }
}

/** Whether the process that took a lock ended without giving it back. */
function hasEnded(owner: string): boolean {
  try {
    process.kill(Number(readFileSync(owner, "utf8")), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
