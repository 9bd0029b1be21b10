import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** The packages of this repository, by folder. */
const workspaces: Readonly<Record<string, string>> = {
  "smithy-codec": "codegen",
  "apigatewayv2-codec": "generated",
};

/**
 * Copies the working tree, without ignored files, to a temporary folder, and links installed packages.
 * Mutants are tested there, so that the working tree is never changed.
 */
export function createSandbox(repository: string): string {
  const root = mkdtempSync(join(tmpdir(), "smithy-codec-mutants-"));
  const listed = execFileSync(
    "git",
    ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
    { cwd: repository, encoding: "utf8", maxBuffer: 2 ** 26 },
  );
  for (const file of listed.split("\0")) {
    const from = join(repository, file);
    if (file !== "" && existsSync(from)) cpSync(from, join(root, file));
  }
  linkPackages(repository, root);
  return root;
}

function linkPackages(repository: string, root: string): void {
  for (const workspace of [".", ...Object.values(workspaces)]) {
    const from = join(repository, workspace, "node_modules");
    if (!existsSync(from)) continue;
    const to = join(root, workspace, "node_modules");
    mkdirSync(to, { recursive: true });
    for (const name of readdirSync(from)) {
      const own = Object.hasOwn(workspaces, name) ? workspaces[name] : undefined;
      // Hidden folders are not linked: through a cache, one mutant could affect another.
      if (name.startsWith(".") && name !== ".bin") continue;
      symlinkSync(own === undefined ? join(from, name) : join(root, own), join(to, name));
    }
  }
}

/** Removes a sandbox. */
export function removeSandbox(root: string): void {
  rmSync(root, { recursive: true, force: true });
}

/** Writes a source. Files of the runtime are also written to the places that they are copied to. */
export function writeSource(root: string, file: string, text: string): void {
  const copy = join(root, file.replace(/^codegen\/runtime\//, "generated/src/runtime/"));
  writeFileSync(join(root, file), text);
  if (copy !== join(root, file) && existsSync(copy)) writeFileSync(copy, text);
}

/** Removes what test runs leave: caches and generated code. */
export function cleanSandbox(root: string): void {
  for (const folder of ["node_modules/.cache", "codegen/node_modules/.cache", "test/.generated"]) {
    rmSync(join(root, folder), { recursive: true, force: true });
  }
}

/** Writes a file that is not a source, and creates its folders. */
export function writeSandboxFile(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}
