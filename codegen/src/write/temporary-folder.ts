import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { explainFileErrors } from "./read-file.js";

/**
 * Writes files to a folder that exists only while they are used.
 * @param files texts by their paths in the folder
 * @throws OutputError if the folder cannot be written
 */
export async function useTemporaryFolder<Result>(
  files: ReadonlyMap<string, string>,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await explainFileErrors(() => mkdtemp(join(tmpdir(), "smithy-codec-")));
  try {
    await explainFileErrors(async () => {
      for (const [path, text] of files) {
        const file = join(folder, path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
      }
    });
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
