import { readStream } from "../run/read-source.js";
import { UsageError } from "./run-action.js";
import type { Terminal } from "./terminal.js";

/** @throws UsageError if more than one of the files is standard input, which can be read only once */
export function refusePipedTwice(paths: readonly string[]): void {
  if (paths.filter((path) => path === "-").length > 1)
    throw UsageError.of("only one file can be standard input");
}

/**
 * Reads standard input if one of the files is `-`.
 * @throws UsageError if more than one is
 */
export async function readPiped(
  paths: readonly string[],
  { stdin }: Terminal,
): Promise<Uint8Array | undefined> {
  refusePipedTwice(paths);
  return paths.includes("-") ? readStream(stdin) : undefined;
}
