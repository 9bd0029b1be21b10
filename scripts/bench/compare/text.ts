import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The number of files and lines of generated TypeScript. */
export interface TextSize {
  readonly files: number;
  readonly lines: number;
}

/** Counts the files of a folder and their lines, without those of the runtime if `withRuntime` is false. */
export function textSize(folder: string, withRuntime: boolean): TextSize {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && (withRuntime || !file.startsWith("runtime")),
  );
  const lines = files.map(
    (file) => readFileSync(join(folder, file), "utf8").split("\n").length - 1,
  );
  return { files: files.length, lines: lines.reduce((sum, count) => sum + count, 0) };
}
