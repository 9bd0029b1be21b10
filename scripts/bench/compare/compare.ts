import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { median } from "../harness/statistics.js";
import { prepareFolder, type loadCodec } from "../setup/build-codec.js";
import { bundleSize } from "../setup/bundle.js";
import { repository } from "../setup/command-line.js";
import { count } from "../setup/count-types.js";
import { importOnce } from "../setup/import-once.js";
import { withCheckout } from "./base-checkout.js";
import { compareGeneration } from "./generation.js";
import { compareSpeed } from "./speed.js";
import { textSize } from "./text.js";

type Row = readonly [what: string, base: number, ours: number, unit: string, ratio?: number];

const importRounds = 15;

/** Compares the working tree, which is built, with another revision, and prints a table. */
export async function compare(revision: string): Promise<void> {
  prepareFolder();
  progress(`checking out and building ${revision}`);
  await withCheckout(revision, async (base) => {
    const checkouts = [base, repository];
    const rows: Row[] = [];
    progress("counting lines");
    for (const withRuntime of [false, true]) {
      const [before, after] = checkouts.map((folder) =>
        textSize(join(folder, "generated/src"), withRuntime),
      );
      const name = `generated/src ${withRuntime ? "with" : "without"} runtime`;
      rows.push([`${name}: lines`, before?.lines ?? NaN, after?.lines ?? NaN, ""]);
      rows.push([`${name}: files`, before?.files ?? NaN, after?.files ?? NaN, ""]);
    }
    progress("bundling");
    rows.push(...(await sizes(checkouts)));
    progress("counting types");
    rows.push(...typeCounts(checkouts));
    progress("importing");
    rows.push(...imports(checkouts));
    progress("timing");
    const [before, after] = await Promise.all(checkouts.map(load));
    if (before !== undefined && after !== undefined) {
      for (const [name, [first, second]] of await compareSpeed(before, after)) {
        rows.push([
          name,
          first?.nanoseconds ?? NaN,
          second?.nanoseconds ?? NaN,
          " ns",
          second?.ratio ?? NaN,
        ]);
      }
    }
    progress("generating");
    for (const { name, seconds, text } of compareGeneration(checkouts)) {
      rows.push([`generate ${name}`, seconds[0] ?? NaN, seconds[1] ?? NaN, " s"]);
      rows.push([`its lines`, text[0]?.lines ?? NaN, text[1]?.lines ?? NaN, ""]);
      rows.push([`its files`, text[0]?.files ?? NaN, text[1]?.files ?? NaN, ""]);
    }
    process.stdout.write(`${table(revision, rows)}\n`);
  });
}

function progress(text: string): void {
  process.stderr.write(`compare: ${text} ...\n`);
}

async function load(checkout: string): ReturnType<typeof loadCodec> {
  const file = join(checkout, "generated/dist/bundle/index.js");
  return (await import(pathToFileURL(file).href)) as Awaited<ReturnType<typeof loadCodec>>;
}

async function sizes(checkouts: readonly string[]): Promise<Row[]> {
  const operation = "./operations/GetIntegrationResponse.js";
  const cases = {
    "one operation: client, errors, validation of the input": `export { serializeRequest, deserializeResponse } from "${operation}";
export { validateGetIntegrationResponseRequest } from "./index.js";`,
    "reading one response": `export { deserializeResponse } from "${operation}";`,
    "everything that the package exports": 'export * from "./index.js";',
  };
  const rows: Row[] = [];
  for (const [name, entry] of Object.entries(cases)) {
    const [before, after] = await Promise.all(
      checkouts.map((folder) =>
        bundleSize(entry, pathToFileURL(`${join(folder, "generated/src")}/`)),
      ),
    );
    rows.push([`bundle, min + gzip: ${name}`, before ?? NaN, after ?? NaN, " B"]);
  }
  return rows;
}

function typeCounts(checkouts: readonly string[]): Row[] {
  const counts = checkouts.map((folder, index) =>
    count(
      `compare-${index}`,
      `import type { Input, Output } from "${join(folder, "generated/dist/operations/GetIntegrationResponse.js")}";
export const read = (input: Input, output: Output): unknown => [input.ApiId, output.ResponseTemplates];`,
    ),
  );
  const empty = count("empty", "export {};");
  return (["files", "types", "instantiations"] as const).map((what): Row => {
    const [before, after] = counts.map((found) => found[what] - empty[what]);
    return [`types of one operation: ${what}`, before ?? NaN, after ?? NaN, ""];
  });
}

function imports(checkouts: readonly string[]): Row[] {
  const entries = {
    "the whole package": "generated/dist/bundle/index.js",
    "one operation": "generated/dist/bundle/operations/GetIntegrationResponse.js",
  };
  return Object.entries(entries).map(([name, entry]): Row => {
    const times = checkouts.map((): number[] => []);
    for (let round = 0; round < importRounds; round++) {
      for (const [index, folder] of checkouts.entries()) {
        times[index]?.push(importOnce(pathToFileURL(join(folder, entry)).href).milliseconds);
      }
    }
    const [before = NaN, after = NaN] = times.map(median);
    return [`cold import of ${name}`, before, after, " ms"];
  });
}

function table(revision: string, rows: readonly Row[]): string {
  const shown = (value: number, unit: string): string =>
    `${value.toLocaleString("en-US", { maximumFractionDigits: value < 100 ? 1 : 0 })}${unit}`;
  return [
    `| what | ${revision} | working tree | ratio |`,
    "| --- | ---: | ---: | ---: |",
    ...rows.map(
      ([what, base, ours, unit, ratio = ours / base]) =>
        `| ${what} | ${shown(base, unit)} | ${shown(ours, unit)} | ${ratio.toFixed(2)} |`,
    ),
  ].join("\n");
}
