import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";

/** A running `moto_server`, an emulator of AWS services that is not part of this project. */
export interface Moto {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

/** Python takes some seconds to import all services. */
const startTimeout = 60_000;

/**
 * Starts the `moto_server` of the Python package `moto` on a free port. Debian 12 has no such package,
 * so it has to be on the machine already; nothing is installed.
 * @returns `undefined` if there is no `moto_server`
 */
export async function startMoto(): Promise<Moto | undefined> {
  const child = spawn("moto_server", ["-H", "127.0.0.1", "-p", "0"]);
  child.stdin.end();
  const endpoint = await endpointOf(child);
  if (endpoint === undefined) {
    child.kill("SIGKILL");
    return undefined;
  }
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill("SIGKILL");
    await exited;
  };
  return { endpoint, stop };
}

/** Waits for the line that says where the server listens. */
async function endpointOf(child: ChildProcessWithoutNullStreams): Promise<string | undefined> {
  return new Promise((resolve) => {
    let text = "";
    const timer = setTimeout(resolve, startTimeout, undefined);
    const end = (endpoint: string | undefined): void => {
      clearTimeout(timer);
      resolve(endpoint);
    };
    const read = (chunk: Buffer): void => {
      text += chunk.toString();
      const found = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(text);
      if (found !== null) end(found[1]);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", () => end(undefined));
    child.once("exit", () => end(undefined));
  });
}
