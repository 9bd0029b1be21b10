import { spawn } from "node:child_process";
import { once } from "node:events";

/** A server that runs in a process of its own. */
export interface RunningServer {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a program that serves on this machine, and waits until it says its port: by a line `"port":N`, or as workerd does
 * on the file descriptor 3.
 * @throws Error with what it printed if it ends, or does not listen within 30 seconds
 */
export async function startServer(
  program: string,
  args: readonly string[],
  cwd: string,
): Promise<RunningServer> {
  const child = spawn(program, args, { cwd, stdio: ["ignore", "pipe", "pipe", "pipe"] });
  const ended = once(child, "exit");
  let printed = "";
  const port = await new Promise<string>((resolve, reject) => {
    const fail = (): void => {
      child.kill("SIGKILL");
      reject(new Error(`${program} does not listen: ${printed}`));
    };
    const timer = setTimeout(fail, 30_000);
    for (const stream of child.stdio.slice(1)) {
      stream?.on("data", (text: Buffer) => {
        printed += text.toString();
        const [, found] = /"port":\s*(\d+)/.exec(printed) ?? [];
        if (found === undefined) return;
        clearTimeout(timer);
        resolve(found);
      });
    }
    child.once("error", reject);
    child.once("exit", () => {
      clearTimeout(timer);
      fail();
    });
  });
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill("SIGKILL");
      await ended;
      for (const stream of child.stdio) stream?.destroy();
    },
  };
}
