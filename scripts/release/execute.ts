import { execFile, type ExecFileException } from "node:child_process";

/** What a command printed and returned. */
export interface Executed {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. A status other than 0 is a result, not an exception. */
export async function execute(
  program: string,
  args: readonly string[],
  folder: string,
): Promise<Executed> {
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
    execFile(program, args, options, (error: ExecFileException | null, stdout, stderr) => {
      const status = error === null ? 0 : error.code;
      if (typeof status === "number") resolve({ status, stdout, stderr });
      else reject(error ?? new Error(`${program} did not run.`));
    });
  });
}

/**
 * Runs a program that has to succeed.
 * @returns what it wrote to standard output
 * @throws an error with everything that it printed, if its status is not 0
 */
export async function executeOrFail(
  program: string,
  args: readonly string[],
  folder: string,
): Promise<string> {
  const { status, stdout, stderr } = await execute(program, args, folder);
  if (status === 0) return stdout;
  const command = [program, ...args].join(" ");
  throw new Error(`\`${command}\` failed with status ${status}:\n${stdout}${stderr}`);
}
