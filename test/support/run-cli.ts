import { PassThrough, Readable } from "node:stream";
import { createProgram } from "../../codegen/src/cli/program.js";

/** The result of a run of the command line; without colours. */
export interface CliResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in this process, and removes the codes at the ends of its messages. */
export async function runCli(...given: Parameters<typeof runCliRaw>): Promise<CliResult> {
  const { stderr, ...result } = await runCliRaw(...given);
  return { ...result, stderr: stderr.replace(/ \[SC\d{4}\]$/gm, "") };
}

/** Runs the command line in this process, and returns what it prints as it is. */
export async function runCliRaw(
  args: readonly string[],
  input: Iterable<string | Uint8Array> = [],
  isTTY: boolean = false,
  env: Readonly<Record<string, string>> = {},
): Promise<CliResult> {
  const stdout = collect();
  const stderr = collect();
  const terminal = {
    stdin: Readable.from(input),
    stdout: stdout.stream,
    stderr: Object.assign(stderr.stream, { isTTY }),
    env,
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
