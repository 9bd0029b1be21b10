import { compileFunction } from "node:vm";
import { median, quantile } from "./statistics.js";

/** One way to do a job. */
export interface Contender {
  readonly name: string;
  /** Does the job once. What it returns is kept, so that the work is not optimised away. */
  readonly run: () => unknown;
}

/** What a contender took. */
export interface Timing {
  readonly name: string;
  /** Nanoseconds of one run: the median over rounds. */
  readonly nanoseconds: number;
  /** Against the first contender: the median of the ratios of each round, and their middle half. */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

type Batch = (run: () => unknown, count: number, sink: { value: unknown }) => unknown;

const rounds = 41;
const batchMilliseconds = 10;
const warmUpMilliseconds = 700;

/**
 * Milliseconds of processor time of this process. On a busy machine wall time also counts what
 * other processes do.
 */
function now(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Measures contenders in turns: every round runs each of them for a batch, from another one on each
 * time, so that what else the machine does falls on all of them alike. The first one is the measure
 * of the others.
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

/** Warms a contender up and finds how many runs make a batch. */
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

/** A loop of a contender's own, so that the engine inlines the one function that it calls. */
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
