import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { growthOf } from "../growth/growth.js";
import { bytes, time } from "../harness/format.js";
import type { Report } from "../harness/report.js";
import { median } from "../harness/statistics.js";
import { shapesModel } from "../samples/synthetic-models.js";
import { distFolder } from "../setup/build-codec.js";
import { ownModel, repository } from "../setup/command-line.js";
import { runGenerator, type Usage } from "../setup/run-generator.js";

const rounds = 3;

/** Measures the generator, run from the command line in new processes as users do. */
export function run(): Promise<Report> {
  mkdirSync(distFolder, { recursive: true });
  const cold: Usage[] = [];
  const warm: Usage[] = [];
  for (let round = 0; round < rounds; round++) {
    const out = emptyFolder("generated");
    cold.push(runGenerator(repository, ownModel, out, ["--no-cache"]));
    // Fills the cache, as an earlier run of a user would have done.
    runGenerator(repository, ownModel, out);
    warm.push(runGenerator(repository, ownModel, out));
  }
  const sizes = [625, 1250, 2500, 5000, 10_000];
  const points = sizes.map((size) => {
    const file = fileURLToPath(new URL(`shapes-${size}.json`, distFolder));
    writeFileSync(file, JSON.stringify(shapesModel(size)));
    const usage = runGenerator(repository, [file], emptyFolder("synthetic"), ["--no-cache"]);
    return { size, nanoseconds: usage.processor, usage };
  });
  const growth = growthOf("generate by shapes", "shape", points);
  const all = { wall: wallOf(cold), processor: processorOf(cold), memory: memoryOf(cold) };
  const again = { wall: wallOf(warm), processor: processorOf(warm), memory: memoryOf(warm) };
  return Promise.resolve({
    title: "Generation",
    about: `\`smithy-codec generate\` of all 103 operations, with formatting, in new processes. Figures are medians of ${rounds} runs. Other programs on the machine affect wall time more than CPU time. The official generator needs 3.4-4 s, 5.1 s of CPU time and 187-203 MB, without formatting.`,
    tables: [
      {
        caption: "All 103 operations",
        columns: ["run", "wall", "processor", "peak memory"],
        rows: [
          ["into an empty folder", time(all.wall), time(all.processor), bytes(all.memory)],
          ["again, nothing changed", time(again.wall), time(again.processor), bytes(again.memory)],
        ],
      },
      growth.table,
      {
        caption: "Memory by shapes",
        columns: ["shapes", "peak memory"],
        rows: points.map(({ size, usage }) => [size.toLocaleString("en-US"), bytes(usage.memory)]),
      },
    ],
    aims: [
      aim("generate everything: wall time", all.wall / 1e9, 1.8, "s"),
      aim("generate everything: peak memory", all.memory / 1e6, 250, "MB"),
      aim("generate again, nothing changed: wall time", again.wall / 1e9, 0.5, "s"),
      growth.aim,
    ],
  });
}

function aim(what: string, value: number, limit: number, unit: string): Report["aims"][number] {
  const against = "the official generator 3.4-4 s, 200 MB, unformatted";
  return { what, against, value, limit, sense: "at most", unit };
}

function wallOf(usages: readonly Usage[]): number {
  return median(usages.map(({ wall }) => wall));
}

function processorOf(usages: readonly Usage[]): number {
  return median(usages.map(({ processor }) => processor));
}

function memoryOf(usages: readonly Usage[]): number {
  return median(usages.map(({ memory }) => memory));
}

function emptyFolder(name: string): string {
  const folder = fileURLToPath(new URL(`${name}/`, distFolder));
  rmSync(folder, { recursive: true, force: true });
  return folder;
}
