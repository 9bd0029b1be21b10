import { resolve } from "node:path";
import { watch, type FSWatcher } from "chokidar";
import { describeFileError } from "../write/describe-file-error.js";
import { InputError } from "../run/read-source.js";
import type { Reporter } from "./reporter.js";
import { stopSignal } from "./stop-signal.js";

/**
 * Runs an action once, and again whenever one of the files, or a file of a model in one of the folders, changes, until
 * the process receives SIGINT or SIGTERM. Actions never overlap; changes during an action cause one more.
 * @throws InputError if the system cannot watch the files
 */
export async function watchFiles(
  paths: readonly string[],
  reporter: Reporter,
  action: () => Promise<unknown>,
): Promise<void> {
  const given = new Set(paths.map((path) => resolve(path)));
  const isGiven = (path: string): boolean => given.has(resolve(path));
  const watcher = watch([...paths], {
    ignoreInitial: true,
    ignored: (path) => !isGiven(path) && skipped.test(path),
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
  const runFor = (path: string): void => {
    if (isGiven(path) || /\.(?:smithy|json)$/.test(path)) run();
  };
  watcher.on("ready", run).on("add", runFor).on("change", runFor);
  // A file that is given by name comes back: editors replace files.
  watcher.on("unlink", (path) => {
    if (!isGiven(path)) runFor(path);
  });
  try {
    reporter.text(`Watching ${paths.join(", ")}. Press Ctrl+C to stop.`);
    await Promise.race([stop.promise, failure]);
  } finally {
    stop.remove();
    await watcher.close();
    await running;
  }
}

/** Folders whose files are not part of a model. */
const skipped = /[/\\](?:\.[^/\\]+|node_modules|build)$/;

/** Rejects if watching fails. */
function failureOf(watcher: FSWatcher): Promise<never> {
  return new Promise((_, reject) => {
    watcher.on("error", (error) => {
      reject(InputError.of("", `cannot watch the files: ${describeFileError(error)}`));
    });
  });
}
