import { compileFunction } from "node:vm";
import { median, quantile } from "./statistics.js";

/** One way to do a job. */
export interface Contender {
  readonly name: string;
  /** Does the job once. The result is kept so that the engine does not optimize the work away. */
  readonly run: () => unknown;
}

/** The time of a contender. */
export interface Timing {
  readonly name: string;
  /** Nanoseconds per run: the median over all rounds. */
  readonly nanoseconds: number;
  /** The ratio to the first contender: the median over all rounds, and the middle half. */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

type Batch = (run: () => unknown, count: number, sink: { value: unknown }) => unknown;

const rounds = 41;
const batchMilliseconds = 10;
const warmUpMilliseconds = 700;

/**
 * Returns the CPU time of this process in milliseconds. On a busy machine, wall time would include the
 * work of other processes.
 */
function now(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Measures contenders in turns, so that other programs on the machine affect all of them equally:
 * every round runs a batch of each, and starts with another contender. Ratios are relative to the
 * first contender.
 */
export async function measure(contenders: readonly Contender[]): Promise<Timing[]> {
  const sink = { value: undefined as unknown };
  const entries: Entry[] = [];
  for (const contender of contenders) entries.push(await prepare(contender, sink));
  const times = entries.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < entries.length; turn++) {
      const index = (turn + round) % entries.length;
      const entry = entries[index];
      if (entry !== undefined) times[index]?.push(await timeBatch(entry, sink));
    }
  }
  const base = times[0] ?? [];
  return contenders.map(({ name }, index) => {
    const own = times[index] ?? [];
    const ratios = own.map((time, round) => time / (base[round] ?? NaN));
    return {
      name,
      nanoseconds: median(own),
      ratio: median(ratios),
      low: quantile(ratios, 0.25),
      high: quantile(ratios, 0.75),
    };
  });
}

interface Entry {
  readonly run: () => unknown;
  readonly batch: Batch;
  readonly isAsync: boolean;
  readonly count: number;
}

/** Warms up a contender and returns the number of runs in a batch. */
async function prepare({ run }: Contender, sink: { value: unknown }): Promise<Entry> {
  const first = run();
  const isAsync = first instanceof Promise;
  await first;
  const batch = compileBatch(isAsync);
  let count = 1;
  let spent = 0;
  const end = now() + warmUpMilliseconds;
  while (spent < batchMilliseconds || now() < end) {
    const start = now();
    await batch(run, count, sink);
    spent = now() - start;
    if (spent < batchMilliseconds) count *= 2;
  }
  return {
    run,
    batch,
    isAsync,
    count: Math.max(1, Math.round((count * batchMilliseconds) / spent)),
  };
}

/** Compiles a separate loop for each contender, so that the engine inlines the call. */
function compileBatch(isAsync: boolean): Batch {
  const parameters = ["run", "count", "sink"];
  return isAsync
    ? (compileFunction(
        "return (async () => { for (let i = 0; i < count; i++) sink.value = await run(); })();",
        parameters,
      ) as Batch)
    : (compileFunction("for (let i = 0; i < count; i++) sink.value = run();", parameters) as Batch);
}

async function timeBatch(entry: Entry, sink: { value: unknown }): Promise<number> {
  const start = now();
  const result = entry.batch(entry.run, entry.count, sink);
  if (entry.isAsync) await result;
  return ((now() - start) * 1e6) / entry.count;
}
