import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { digits, time } from "../harness/format.js";
import type { Report } from "../harness/report.js";
import { median } from "../harness/statistics.js";
import { shapesModel } from "../samples/synthetic-models.js";
import { distFolder } from "../setup/build-codec.js";
import { repository } from "../setup/command-line.js";

const rounds = 3;
const services = 10;
/** The shapes of a small service, as a team has many of, and of a large model. */
const serviceShapes = 50;
const diffShapes = 2000;

/** Measures what users wait for again and again, in new processes. */
export function run(): Promise<Report> {
  const folder = fileURLToPath(new URL("regenerate/", distFolder));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  writeModels(folder);
  const generate = (...options: string[]): number => measure(folder, ["generate", ...options]);
  const sideBySide = medianOf(() => generate("--no-cache"));
  const inTurn = medianOf(() => generate("--no-cache", "--jobs", "1"));
  // The first run fills the cache and stores the records.
  generate();
  const unchanged = medianOf(() => generate());
  const unchangedOne = medianOf(() => generate("--output", "service0"));
  const diff = medianOf(() =>
    measure(folder, ["diff", "old.json", "new.json", "--fail-on", "none"]),
  );
  return Promise.resolve({
    title: "Generating again",
    about: `Wall times of new processes, medians of ${rounds} runs. The services have ${serviceShapes} shapes each. To generate them side by side takes as many threads as the machine has processors.`,
    tables: [
      {
        caption: "What users wait for",
        columns: ["command", "time"],
        rows: [
          ["generate one service, nothing changed", time(unchangedOne)],
          [`generate ${services} services, nothing changed`, time(unchanged)],
          [`generate ${services} services side by side`, time(sideBySide)],
          [`generate ${services} services one after the other`, time(inTurn)],
          ["ratio of the two", digits(inTurn / sideBySide)],
          [`diff of two models of ${diffShapes.toLocaleString("en-US")} shapes`, time(diff)],
        ],
      },
    ],
    aims: [],
  });
}

function writeModels(folder: string): void {
  const write = (name: string, json: object): void => {
    writeFileSync(join(folder, name), JSON.stringify(json));
  };
  const names = Array.from({ length: services }, (_, index) => `service${index}`);
  for (const name of names) write(`${name}.json`, shapesModel(serviceShapes));
  const outputs = names.map((name) => ({ models: `${name}.json`, out: `out/${name}` }));
  write("smithy-codec.config.json", { outputs });
  write("old.json", shapesModel(diffShapes));
  // One operation and its shapes more.
  write("new.json", shapesModel(diffShapes + 10));
}

function medianOf(action: () => number): number {
  return median(Array.from({ length: rounds }, action));
}

/** Returns how many nanoseconds a command takes. */
function measure(cwd: string, args: readonly string[]): number {
  const start = process.hrtime.bigint();
  const main = join(repository, "codegen/dist/src/cli/main.js");
  const { status, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd,
    encoding: "utf8",
  });
  const nanoseconds = Number(process.hrtime.bigint() - start);
  if (status !== 0) throw new Error(stderr);
  return nanoseconds;
}
