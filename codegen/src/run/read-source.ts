import { readFile, stat } from "node:fs/promises";
import { basename, isAbsolute, relative, sep } from "node:path";
import { DiagnosticError, ModelError } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/diagnostics.js";
import { maxModelBytes } from "../load/parse-json.js";
import { describeFileError } from "../write/describe-file-error.js";
import { isRevision, readRevision } from "./read-revision.js";

/** Thrown if an input file cannot be read. */
export class InputError extends DiagnosticError {
  override readonly name = "InputError";

  static of(file: string, message: string): InputError {
    return new InputError([{ code: "SC3002", severity: "error", file, place: "", message }]);
  }
}

/**
 * Reads a file of a model: from the disk, from a git revision (`git:REVISION:PATH`), or from standard input (`-`).
 * @param stdin the contents of standard input, if any file is `-`
 * @throws InputError or RevisionError if it cannot be read
 * @throws ModelError if it has more than `maxModelBytes` bytes
 */
export async function readSource(path: string, stdin?: Uint8Array): Promise<SourceFile> {
  if (path === "-") return { name: "-", bytes: stdin ?? new Uint8Array() };
  if (isRevision(path)) return { name: path, path, bytes: await readRevision(path) };
  try {
    const { size } = await stat(path);
    if (size > maxModelBytes) failForSize(path, `the file has ${size} bytes`);
    return { name: displayName(path), path, bytes: await readFile(path) };
  } catch (error) {
    if (error instanceof ModelError) throw error;
    throw InputError.of(path, describeFileError(error));
  }
}

/**
 * Reads a stream to its end.
 * @throws ModelError if it has more than `maxModelBytes` bytes
 */
export async function readStream(stream: AsyncIterable<string | Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > maxModelBytes) failForSize("-", `the input has more than ${maxModelBytes} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** The name in messages: relative if the file is below the current folder, otherwise the last part. */
function displayName(path: string): string {
  const fromHere = relative(process.cwd(), path);
  const isBelow = !isAbsolute(fromHere) && !fromHere.startsWith("..");
  return isBelow ? fromHere.split(sep).join("/") : basename(path);
}

function failForSize(file: string, problem: string): never {
  const message = `${problem}; the maximum is ${maxModelBytes}`;
  throw new ModelError([{ code: "SC1002", severity: "error", file, place: "", message }]);
}
