import { readFile, stat } from "node:fs/promises";
import { basename, isAbsolute, relative, sep } from "node:path";
import { ModelError } from "../load/diagnostics.js";
import type { SourceFile } from "../load/load-model.js";
import { maxModelBytes } from "../load/parse-json.js";
import { describeFileError } from "../write/describe-file-error.js";
import type { Terminal } from "./terminal.js";

/** An input file that cannot be read. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/**
 * Reads a file, or standard input for `-`.
 * @throws InputError if it cannot be read
 * @throws ModelError if it has more than `maxModelBytes` bytes
 */
export async function readSource(path: string, terminal: Terminal): Promise<SourceFile> {
  try {
    if (path === "-") return { name: "-", bytes: await readAll(terminal.stdin) };
    const { size } = await stat(path);
    if (size > maxModelBytes) failForSize(path, `the file has ${size} bytes`);
    return { name: displayName(path), bytes: await readFile(path) };
  } catch (error) {
    if (error instanceof ModelError) throw error;
    throw new InputError(`${path}: ${describeFileError(error)}`);
  }
}

/** Whether more than one of the files is standard input, which can be read only once. */
export function readStdinTwice(paths: readonly string[]): boolean {
  return paths.filter((path) => path === "-").length > 1;
}

async function readAll(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
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
  throw new ModelError([{ severity: "error", file, place: "", message }]);
}
