import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { repository } from "../codegen/support/generated.js";

/** How a process ended. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process that listens. */
export interface Listening {
  readonly url: string;
  /** Ends the process by a signal, and waits for its end. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<Ended>;
}

/** After this many milliseconds a process is killed, so that one that hangs is a failed test. */
const timeout = 300_000;

/**
 * Starts a script of the repository that listens, and prints its URL.
 * @returns the process when it listens, or how it ended
 */
export async function startListening(
  script: string,
  args: readonly string[],
): Promise<Listening | Ended> {
  const child = spawn(
    process.execPath,
    ["--import", "ts-blank-space/register", join(repository, script), ...args],
    { cwd: repository, stdio: ["ignore", "pipe", "pipe"], timeout, killSignal: "SIGKILL" },
  );
  const closed = once(child, "close");
  let [stdout, stderr] = ["", ""];
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const url = await Promise.race([
    closed,
    new Promise<string>((resolve) => {
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        stdout += text;
        const [found] = /http:\/\/[\d.]+:\d+/.exec(stdout) ?? [];
        if (found !== undefined) resolve(found);
      });
    }),
  ]);
  const ended = async (): Promise<Ended> => {
    const [status] = (await closed) as [number | null];
    return { status, stdout, stderr };
  };
  if (typeof url !== "string") return ended();
  return {
    url,
    stop: (signal = "SIGINT") => {
      child.kill(signal);
      return ended();
    },
  };
}
