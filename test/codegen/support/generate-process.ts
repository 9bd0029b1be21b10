import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";

/** How a process ended. */
export interface Ended {
  /** `null` if it was killed. */
  readonly status: number | null;
  readonly stderr: string;
}

/** A process that runs the command `generate`. */
export interface GenerateProcess {
  /** Ends the process at once, with all its threads. */
  readonly kill: () => void;
  readonly ended: Promise<Ended>;
}

const running = new Set<ChildProcess>();

/** After this many milliseconds a process is killed, so that one that hangs is a failed test. */
const timeout = 90_000;

/** Starts the command `generate` of a generator that `buildGenerator` built. */
export function startGenerate(
  generator: string,
  cwd: string,
  options: readonly string[],
): GenerateProcess {
  const child = spawn(process.execPath, [join(generator, "cli/main.js"), "generate", ...options], {
    cwd,
    stdio: ["ignore", "ignore", "pipe"],
    timeout,
    killSignal: "SIGKILL",
  });
  running.add(child);
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => {
      running.delete(child);
      resolve({ status, stderr });
    });
  });
  return { kill: () => child.kill("SIGKILL"), ended };
}

/** Kills what a failed test left running. */
export function killAll(): void {
  for (const child of running) child.kill("SIGKILL");
}
