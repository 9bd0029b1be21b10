import { execute, executeOrFail } from "./execute.js";
import type { Packed } from "./packages.js";

/** The arguments of npm that upload a tarball. */
export function publishArguments({ tarball }: Packed): string[] {
  return ["publish", tarball, "--access", "public", "--provenance"];
}

/**
 * Uploads a tarball to npm. A version that npm already has is skipped, so that a release that failed halfway can be
 * repeated.
 * @returns whether it was uploaded
 */
export async function publish(repository: string, item: Packed): Promise<boolean> {
  const { name, version } = item.manifest;
  const { stdout } = await execute("npm", ["view", `${name}@${version}`, "version"], repository);
  if (stdout.trim() === version) return false;
  await executeOrFail("npm", publishArguments(item), repository);
  return true;
}
