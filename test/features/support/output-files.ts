import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { repository, type Exports } from "../../codegen/support/generated.js";

const folder = join(repository, "test/.generated/features");

/**
 * The files of all features: each feature in a folder of its name, and the runtime, which is the
 * same for all, once. To load and to compile it is most of the work.
 */
export class OutputFiles {
  readonly all = new Map<string, string>();

  /** Writes a feature's files to where they can be imported, and imports them. */
  async import(name: string, files: ReadonlyMap<string, string>): Promise<Exports> {
    await rm(join(folder, name), { recursive: true, force: true });
    for (const [path, text] of besideRuntime(name, files)) await this.#add(path, text);
    return (await import(/* @vite-ignore */ join(folder, name, "index.ts"))) as Exports;
  }

  async #add(path: string, text: string): Promise<void> {
    if (this.all.has(path)) return;
    this.all.set(path, text);
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** A feature's files as they are in a folder of its name, beside the runtime that all features share. */
export function besideRuntime(
  name: string,
  files: ReadonlyMap<string, string>,
): Map<string, string> {
  const moved = new Map<string, string>();
  for (const [path, text] of files) {
    // What a service needs of the runtime is its own choice.
    if (path === "runtime/index.ts")
      moved.set(`${name}/runtime.ts`, text.replaceAll('"./', '"../runtime/'));
    else if (path.startsWith("runtime/")) moved.set(path, text);
    else if (path.endsWith(".ts"))
      moved.set(`${name}/${path}`, text.replace(runtimeImport, toShared));
  }
  return moved;
}

const runtimeImport = /"((?:\.\.\/)*\.\.?)\/runtime\/([\w/-]+)\.js"/g;

function toShared(_: string, folder: string, file: string): string {
  return file === "index" ? `"${folder}/runtime.js"` : `"${folder}/../runtime/${file}.js"`;
}
