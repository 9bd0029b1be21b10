import { spawn } from "node:child_process";

/** What a command came to. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** After this many milliseconds a command is ended, so that one that hangs is a failed test. */
const timeout = 600_000;

/**
 * Runs a command to its end, in an environment without what npm and vitest put there, and without a configuration of AWS.
 */
export async function run(
  command: string,
  args: readonly string[],
  cwd: string,
  input = "",
): Promise<Outcome> {
  const child = spawn(command, args, {
    cwd,
    env: cleanEnvironment(),
    timeout,
    killSignal: "SIGKILL",
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  // A command may end without having read what it is given.
  child.stdin.on("error", () => undefined).end(input);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => {
      resolve({ status, stdout, stderr });
    });
  });
}

/**
 * Runs a command that has to succeed.
 * @returns what it wrote to standard output
 */
export async function runOrFail(
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<string> {
  const { status, stdout, stderr } = await run(command, args, cwd);
  if (status === 0) return stdout;
  throw new Error(`${command} ${args.join(" ")} ended with ${String(status)}:\n${stdout}${stderr}`);
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(?:npm_(?!config_(?:cache|registry|userconfig)$)|AWS_|VITEST|NODE_|TEST$|INIT_CWD$)/.test(
        name,
      ),
  );
  return {
    ...Object.fromEntries(kept),
    NO_COLOR: "1",
    // The AWS SDK warns of Node 20 on standard error.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
  };
}
