import { watch } from "chokidar";
import type { Terminal } from "./terminal.js";

/** Runs an action whenever one of the files changes, one run at a time, until the process is told to stop. */
export async function watchFiles(
  paths: readonly string[],
  terminal: Terminal,
  action: () => Promise<unknown>,
): Promise<void> {
  const watcher = watch([...paths], {
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: 100 },
  });
  let running: Promise<unknown> = Promise.resolve();
  watcher.on("all", () => {
    running = running.then(action);
  });
  terminal.stdout.write(`Watching ${paths.join(", ")}; press Ctrl+C to stop.\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, resolve);
  });
  await watcher.close();
  await running;
}
