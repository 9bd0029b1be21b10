import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A server in a process of its own. */
export interface ServerProcess {
  readonly port: number;
  /** Returns the CPU time that the process has used, in microseconds. */
  readonly cpu: () => Promise<number>;
  readonly stop: () => void;
}

/** Starts a server of the folder `servers/`. */
export async function startServer(name: string): Promise<ServerProcess> {
  const child = fork(fileURLToPath(new URL("../servers/serve.ts", import.meta.url)), [name], {
    execArgv: ["--no-warnings", "--import", "ts-blank-space/register"],
  });
  const end = once(child, "exit").then(() => {
    throw new Error(`the server ${name} has ended`);
  });
  const receive = async (): Promise<number> => {
    const [value] = (await Promise.race([once(child, "message"), end])) as [number];
    return value;
  };
  return {
    port: await receive(),
    cpu: () => {
      child.send("cpu");
      return receive();
    },
    stop: () => {
      end.catch(() => undefined);
      child.disconnect();
    },
  };
}
