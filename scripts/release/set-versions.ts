import getReleasePlan from "@changesets/get-release-plan";
import { executeOrFail } from "./execute.js";

/** A package that the changesets give a new version. */
export interface Step {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly changesets: number;
}

/** Reads the versions that the changesets lead to, without changing anything. */
export async function planVersions(repository: string): Promise<Step[]> {
  const { releases } = await getReleasePlan(repository);
  return releases
    .filter(({ type }) => type !== "none")
    .map(({ name, oldVersion, newVersion, changesets }) => ({
      name,
      from: oldVersion,
      to: newVersion,
      changesets: changesets.length,
    }));
}

/** Applies the changesets: new versions, changelogs and lock file. The changesets are deleted. */
export async function setVersions(repository: string): Promise<void> {
  await executeOrFail("npx", ["changeset", "version"], repository);
  const options = ["--package-lock-only", "--ignore-scripts"];
  await executeOrFail("npm", ["install", ...options], repository);
}
