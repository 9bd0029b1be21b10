import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { distFolder } from "./build-codec.js";
import { generateArguments } from "./command-line.js";

/** The resources that a process used: nanoseconds, and bytes. */
export interface Usage {
  readonly wall: number;
  readonly processor: number;
  readonly memory: number;
}

/** Runs the command of a checkout, which is built. The process writes its resource usage to a file when it exits. */
export function runGenerator(
  checkout: string,
  model: readonly string[],
  out: string,
  flags: readonly string[] = [],
): Usage {
  const report = fileURLToPath(new URL("usage.json", distFolder));
  const hook = `import { writeFileSync } from "node:fs";
process.on("exit", () => writeFileSync(${JSON.stringify(report)}, JSON.stringify(process.resourceUsage())));`;
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      "--import",
      `data:text/javascript,${encodeURIComponent(hook)}`,
      ...generateArguments(model, out, flags),
    ],
    { cwd: checkout, encoding: "utf8" },
  );
  const wall = Number(process.hrtime.bigint() - start);
  if (status !== 0) throw new Error(stderr);
  const usage = JSON.parse(readFileSync(report, "utf8")) as NodeJS.ResourceUsage;
  const processor = (usage.userCPUTime + usage.systemCPUTime) * 1000;
  return { wall, processor, memory: usage.maxRSS * 1024 };
}
