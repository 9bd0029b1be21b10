import { spawnSync } from "node:child_process";

/** What an import cost: milliseconds of processor time, and bytes of heap. */
export interface Sample {
  readonly milliseconds: number;
  readonly heap: number;
}

/** Imports a module in a new process. */
export function importOnce(url: string): Sample {
  const script = `const before = process.cpuUsage();
await import(${JSON.stringify(url)});
const { user, system } = process.cpuUsage(before);
globalThis.gc();
console.log(JSON.stringify({ milliseconds: (user + system) / 1000, heap: process.memoryUsage().heapUsed }));`;
  const { stdout } = spawnSync(
    process.execPath,
    ["--expose-gc", "--no-warnings", "--input-type=module", "-e", script],
    { encoding: "utf8" },
  );
  return JSON.parse(stdout) as Sample;
}
