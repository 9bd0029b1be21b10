import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The parts of a `package.json` that a release looks at. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly [field: string]: unknown;
}

/** A package that is published. */
export interface Package {
  /** Its folder, relative to the root of the repository. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** A package as it is uploaded. */
export interface Packed extends Package {
  /** The path of its tarball. */
  readonly tarball: string;
  /** The size of the tarball in bytes. */
  readonly packed: number;
  /** The size of all its files in bytes. */
  readonly unpacked: number;
  /** The paths of its files, relative to the root of the package. */
  readonly files: readonly string[];
  /** The hash that npm writes to lock files. */
  readonly integrity: string;
}

/** Reads the workspaces of a repository that are published: those that are not private. */
export function readPackages(repository: string): Package[] {
  const { workspaces = [] } = readManifest(repository) as { workspaces?: readonly string[] };
  return workspaces
    .map((folder) => ({ folder, manifest: readManifest(join(repository, folder)) }))
    .filter(({ manifest }) => manifest["private"] !== true);
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}
