import { executeOrFail } from "../execute.js";
import type { Finding } from "../finding.js";

/** Checks that a repository has no changes that are not committed, so that a version can be built again from its commit. */
export async function checkTree(repository: string): Promise<Finding[]> {
  const output = await executeOrFail("git", ["status", "--porcelain"], repository);
  return output
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => ({
      where: line.slice(3),
      message: "The file has changes that are not committed. Commit or remove them.",
    }));
}
