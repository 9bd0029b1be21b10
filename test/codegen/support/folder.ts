import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { headerLine } from "../../../codegen/src/generated-mark.js";
import { compareFolder, type CompareOptions } from "../../../codegen/src/write/compare-folder.js";
import { manifestText } from "../../../codegen/src/write/manifest.js";
import { writeFolder } from "../../../codegen/src/write/write-folder.js";

/** Text that looks generated. */
export const generated = (text: string): string => `${headerLine}\n// ${text}\n`;

/** Generated files with the manifest that lists them: the texts by path, without their headers. */
export function output(files: Record<string, string>): Map<string, string> {
  const entries = Object.entries(files).map(([path, text]): [string, string] => [
    path,
    generated(text),
  ]);
  return new Map([...entries, ["manifest.json", manifestText(Object.keys(files))]]);
}

/** An output folder in a temporary folder of its own. */
export class TestFolder {
  readonly base: string;
  readonly path: string;

  private constructor(base: string) {
    this.base = base;
    this.path = join(base, "out");
  }

  static async create(): Promise<TestFolder> {
    return new TestFolder(await mkdtemp(join(tmpdir(), "smithy-codec-")));
  }

  async remove(): Promise<void> {
    await rm(this.base, { recursive: true, force: true });
  }

  /** Compares and writes, as the command does. */
  async write(files: ReadonlyMap<string, string>, options: CompareOptions = {}): Promise<void> {
    const difference = await compareFolder(this.path, files, options);
    await writeFolder(this.path, files, difference, options);
  }

  /** Puts a file into the output folder. */
  async put(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(this.path, path)), { recursive: true });
    await writeFile(join(this.path, path), text);
  }

  async text(path: string): Promise<string> {
    return readFile(join(this.path, path), "utf8");
  }

  /** The texts of all files in the output folder by their paths; empty for an empty folder. */
  async texts(): Promise<Record<string, string>> {
    const paths = (await this.everything()).filter((path) => path.startsWith("out/"));
    const entries = paths.map(async (path): Promise<[string, string]> => {
      const name = path.slice("out/".length);
      return [name, name.endsWith("/") ? "" : await this.text(name)];
    });
    return Object.fromEntries(await Promise.all(entries));
  }

  /** The paths of all files below the temporary folder, and of empty folders with a `/` at the end, sorted. */
  async everything(): Promise<string[]> {
    const entries = await readdir(this.base, { recursive: true, withFileTypes: true });
    const paths = entries.map((entry) => ({
      path: join(entry.parentPath, entry.name).slice(this.base.length + 1),
      isFolder: entry.isDirectory(),
    }));
    return paths
      .filter(
        ({ path, isFolder }) =>
          !isFolder || !paths.some((other) => other.path.startsWith(`${path}/`)),
      )
      .map(({ path, isFolder }) => (isFolder ? `${path}/` : path))
      .sort();
  }
}
