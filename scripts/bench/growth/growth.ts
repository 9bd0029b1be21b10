import { digits, time } from "../harness/format.js";
import { median } from "../harness/statistics.js";
import type { Aim, Table } from "../harness/report.js";

/** The growth of a cost with a size. */
export interface Growth {
  readonly table: Table;
  readonly aim: Aim;
}

/** Work at one size. */
export interface Step {
  readonly size: number;
  readonly run: () => unknown;
  /** The same work with `JSON.parse` alone, if it is not linear itself. */
  readonly engine?: () => unknown;
}

/** A time at one size. */
export interface Point {
  readonly size: number;
  readonly nanoseconds: number;
}

/** Measures work at several sizes, in turns. */
export function measureGrowth(caption: string, unit: string, steps: readonly Step[]): Growth {
  const engine = steps.flatMap(({ size, engine }) =>
    engine === undefined ? [] : [{ size, run: engine }],
  );
  return growthOf(caption, unit, measureSteps(steps), measureSteps(engine));
}

function measureSteps(steps: readonly Step[]): Point[] {
  const times = steps.map((): number[] => []);
  const counts = steps.map(({ run }) => calibrate(run));
  for (let round = 0; round < 9; round++) {
    for (const [index, { run }] of steps.entries()) {
      times[index]?.push(timeOnce(run, counts[index] ?? 1));
    }
  }
  return steps.map(({ size }, index) => ({ size, nanoseconds: median(times[index] ?? []) }));
}

/** Returns the table and the target for measured times. */
export function growthOf(
  caption: string,
  unit: string,
  points: readonly Point[],
  engine: readonly Point[] = [],
): Growth {
  const exponent = exponentOf(points);
  const hasEngine = engine.length > 0;
  return {
    table: {
      caption: `${caption}: exponent ${digits(exponent)}${hasEngine ? `, of \`JSON.parse\` alone ${digits(exponentOf(engine))}` : ""}`,
      columns: [unit, "time", `time per ${unit}`, ...(hasEngine ? ["`JSON.parse` alone"] : [])],
      rows: points.map(({ size, nanoseconds }, index) => [
        size.toLocaleString("en-US"),
        time(nanoseconds),
        time(nanoseconds / size),
        ...(hasEngine ? [time(engine[index]?.nanoseconds ?? NaN)] : []),
      ]),
    },
    aim: {
      what: `growth: ${caption}`,
      against: hasEngine ? "`JSON.parse` of the same text" : "a straight line (exponent 1)",
      value: hasEngine ? exponent - exponentOf(engine) : exponent,
      // CPU caches make larger work slower. Quadratic growth is far above the limit.
      limit: hasEngine ? 0.25 : 1.25,
      sense: "at most",
      unit: hasEngine ? "more" : "",
    },
  };
}

/** Returns the exponent of the growth over the upper two thirds of the sizes. */
function exponentOf(points: readonly Point[]): number {
  const first = points[Math.floor(points.length / 3)];
  const last = points[points.length - 1];
  return first === undefined || last === undefined
    ? NaN
    : Math.log(last.nanoseconds / first.nanoseconds) / Math.log(last.size / first.size);
}

let sink: unknown;

function calibrate(run: () => unknown): number {
  let count = 1;
  while (timeOnce(run, count) * count < 5e6) count *= 2;
  return count;
}

function timeOnce(run: () => unknown, count: number): number {
  const before = process.cpuUsage();
  for (let index = 0; index < count; index++) sink = run();
  const { user, system } = process.cpuUsage(before);
  return ((user + system) * 1000) / count;
}

/** Returns the result of the last run. Exported so that the variable is not reported as unused. */
export function lastResult(): unknown {
  return sink;
}
