import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { DiagnosticError } from "../diagnostics/diagnostic.js";
import { maxModelBytes } from "../load/parse-json.js";

/** Thrown if git cannot read a revision of a file. */
export class RevisionError extends DiagnosticError {
  override readonly name = "RevisionError";
}

/** Whether a path names a file as of a revision: `git:REVISION:PATH`. */
export function isRevision(path: string): boolean {
  return /^git:[^:]+:./.test(path);
}

/**
 * Reads a file as of a revision of its repository.
 * @param path `git:REVISION:PATH`; the path is relative to the current folder
 * @throws RevisionError if git is not installed, or does not know the revision or the file
 */
export async function readRevision(path: string): Promise<Uint8Array> {
  const [, revision = "", file = ""] = /^git:([^:]+):(.+)$/.exec(path) ?? [];
  try {
    // A revision that begins with a hyphen would be an option.
    const object = `${revision}:${file.startsWith("./") || file.startsWith("/") ? file : `./${file}`}`;
    const { stdout } = await promisify(execFile)("git", ["show", "--end-of-options", object], {
      encoding: "buffer",
      maxBuffer: maxModelBytes,
    });
    return stdout;
  } catch (error) {
    throw new RevisionError([
      {
        code: "SC3101",
        severity: "error",
        file: path,
        place: "",
        message: `git cannot read this revision: ${reasonOf(error)}`,
      },
    ]);
  }
}

function reasonOf(error: unknown): string {
  const { code, stderr, message } = error as {
    readonly code?: unknown;
    readonly stderr?: Buffer;
    readonly message?: string;
  };
  if (code === "ENOENT") return "git is not installed";
  const text = stderr?.toString().trim() ?? "";
  return (text === "" ? (message ?? "") : text).split("\n", 1)[0]?.replace(/^fatal: /, "") ?? "";
}
