import { PassThrough, Readable } from "node:stream";
import { createProgram } from "../../codegen/src/cli/program.js";

/** The result of a run of the command line; without colours. */
export interface CliResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in this process. */
export async function runCli(
  args: readonly string[],
  input: Iterable<string | Uint8Array> = [],
  isTTY: boolean = false,
): Promise<CliResult> {
  const stdout = collect();
  const stderr = collect();
  const terminal = {
    stdin: Readable.from(input),
    stdout: stdout.stream,
    stderr: Object.assign(stderr.stream, { isTTY }),
  };
  const status = await createProgram(terminal).run(["node", "smithy-codec", ...args]);
  return { status, stdout: stdout.text(), stderr: stderr.text() };
}

function collect(): { stream: PassThrough; text: () => string } {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  return { stream, text: () => withoutColors(Buffer.concat(chunks).toString()) };
}

function withoutColors(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/\u001b\[\d+m/g, "");
}
