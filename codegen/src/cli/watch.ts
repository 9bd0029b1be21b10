import { watch, type FSWatcher } from "chokidar";
import { describeFileError } from "../write/describe-file-error.js";
import { InputError } from "../run/read-source.js";
import type { Reporter } from "./reporter.js";
import { stopSignal } from "./stop-signal.js";

/**
 * Runs an action once, and again whenever one of the files is added or changed, until the process receives SIGINT
 * or SIGTERM. Actions never overlap; changes during an action cause one more.
 * @throws InputError if the system cannot watch the files
 */
export async function watchFiles(
  paths: readonly string[],
  reporter: Reporter,
  action: () => Promise<unknown>,
): Promise<void> {
  const watcher = watch([...paths], {
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: 100 },
  });
  const stop = stopSignal();
  const failure = failureOf(watcher);
  let running: Promise<void> | undefined;
  let isChanged = true;
  const run = (): void => {
    isChanged = true;
    running ??= runWhileChanged().finally(() => (running = undefined));
  };
  const runWhileChanged = async (): Promise<void> => {
    while (isChanged) {
      isChanged = false;
      await action();
    }
  };
  watcher.on("ready", run).on("add", run).on("change", run);
  try {
    reporter.text(`Watching ${paths.join(", ")}. Press Ctrl+C to stop.`);
    await Promise.race([stop.promise, failure]);
  } finally {
    stop.remove();
    await watcher.close();
    await running;
  }
}

/** Rejects if watching fails. */
function failureOf(watcher: FSWatcher): Promise<never> {
  return new Promise((_, reject) => {
    watcher.on("error", (error) => {
      reject(InputError.of("", `cannot watch the files: ${describeFileError(error)}`));
    });
  });
}
