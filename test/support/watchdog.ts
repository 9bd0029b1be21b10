import { Worker } from "node:worker_threads";

/** What a process may use before it is ended. */
export interface Limits {
  /** How many milliseconds one piece of synchronous work may take. */
  readonly blockedMs: number;
  /** How many bytes of memory the process may have. */
  readonly residentBytes: number;
}

/**
 * Ends this process if its main thread is busy for too long at a stretch, or if it takes too much
 * memory: a loop without an end cannot be interrupted by the timeout of a test.
 */
export function startWatchdog(limits: Limits): void {
  const beats = new Int32Array(new SharedArrayBuffer(4));
  setInterval(() => Atomics.add(beats, 0, 1), Math.min(1000, limits.blockedMs / 4)).unref();
  const workerData = { beats, pid: process.pid, ...limits };
  new Worker(watch, { eval: true, workerData, execArgv: [] }).unref();
}

const watch = `
const { writeSync } = require("node:fs");
const { workerData: { beats, pid, blockedMs, residentBytes } } = require("node:worker_threads");
let seen = -1;
let since = Date.now();
const end = (reason) => {
  writeSync(2, "The process is ended, since it " + reason + ".\\n");
  process.kill(pid, "SIGKILL");
};
setInterval(() => {
  const beat = Atomics.load(beats, 0);
  if (beat !== seen) {
    seen = beat;
    since = Date.now();
  }
  if (Date.now() - since > blockedMs) end("was busy with one piece of work for more than " + blockedMs + " ms");
  const bytes = process.memoryUsage.rss();
  if (bytes > residentBytes) end("took more than " + residentBytes + " bytes of memory");
}, Math.min(1000, blockedMs / 4));
`;
