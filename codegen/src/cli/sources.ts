import { readFile, stat } from "node:fs/promises";
import { basename, isAbsolute, relative, sep } from "node:path";
import { ModelError } from "../load/diagnostics.js";
import type { SourceFile } from "../load/load-model.js";
import { maxModelBytes } from "../load/parse-json.js";
import type { Terminal } from "./terminal.js";

/**
 * Reads a file, or standard input for `-`.
 * @throws ModelError where it cannot be read, with the reason
 */
export async function readSource(path: string, terminal: Terminal): Promise<SourceFile> {
  try {
    if (path === "-") return { name: "-", bytes: await readAll(terminal.stdin) };
    const { size } = await stat(path);
    if (size > maxModelBytes)
      fail(path, `the file has ${size} bytes; at most ${maxModelBytes} are read`);
    return { name: displayName(path), bytes: await readFile(path) };
  } catch (error) {
    if (error instanceof ModelError) throw error;
    fail(path, describe(error));
  }
}

async function readAll(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > maxModelBytes) fail("-", `the input has more than ${maxModelBytes} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** A name without folders of the machine: relative where the file lies below, else the last part. */
function displayName(path: string): string {
  const fromHere = relative(process.cwd(), path);
  const isBelow = !isAbsolute(fromHere) && !fromHere.startsWith("..");
  return isBelow ? fromHere.split(sep).join("/") : basename(path);
}

function fail(file: string, message: string): never {
  throw new ModelError([{ severity: "error", file, place: "", message }]);
}

/** Says why a file could not be read. */
export function describe(error: unknown): string {
  const { code } = error as { code?: unknown };
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "this is a folder; expected a file";
  if (code === "EACCES") return "the file may not be read";
  return error instanceof Error ? error.message : String(error);
}
