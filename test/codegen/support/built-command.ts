import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import type { createProgram } from "../../../codegen/src/cli/program.js";

/** Runs a command line in a folder. */
export type Command = (
  folder: string,
  args: readonly string[],
) => Promise<{ readonly status: number; readonly stderr: string }>;

/**
 * Loads the program of a generator that `buildGenerator` built into this process, which is faster than a process
 * for each command line. Its records and caches are those of a process of the same generator.
 */
export async function loadCommand(generator: string): Promise<Command> {
  const program = (await import(/* @vite-ignore */ join(generator, "cli/program.js"))) as {
    readonly createProgram: typeof createProgram;
  };
  let previous: Promise<unknown> = Promise.resolve();
  return (folder, args) => {
    const result = previous.then(() => runIn(folder, args, program.createProgram));
    // The current folder belongs to the process, so that command lines run one after the other.
    previous = result.catch(() => undefined);
    return result;
  };
}

async function runIn(
  folder: string,
  args: readonly string[],
  create: typeof createProgram,
): ReturnType<Command> {
  const here = process.cwd();
  const stderr = new PassThrough();
  let text = "";
  stderr.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const streams = { stdin: Readable.from([]), stdout: new PassThrough().resume(), env: {} };
  process.chdir(folder);
  try {
    const program = create({ ...streams, stderr: Object.assign(stderr, { isTTY: false }) });
    return { status: await program.run(["node", "smithy-codec", ...args]), stderr: text };
  } finally {
    process.chdir(here);
  }
}
