import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { executeOrFail } from "./execute.js";
import type { Package, Packed } from "./packages.js";

interface NpmPack {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly integrity: string;
  readonly files: readonly { readonly path: string }[];
}

/** Packs a package as npm publishes it. @param to the folder for the tarball */
export async function pack(repository: string, item: Package, to: string): Promise<Packed> {
  mkdirSync(to, { recursive: true });
  // Scripts would run a second time when the tarball is published, and there are none.
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", to];
  const output = await executeOrFail("npm", args, join(repository, item.folder));
  const [result] = Object.values(JSON.parse(output) as Record<string, NpmPack>);
  if (result === undefined) throw new Error(`npm packed nothing in ${item.folder}.`);
  return {
    ...item,
    tarball: join(to, result.filename),
    packed: result.size,
    unpacked: result.unpackedSize,
    integrity: result.integrity,
    files: result.files.map(({ path }) => path),
  };
}
