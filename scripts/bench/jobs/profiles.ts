import { fileURLToPath } from "node:url";
import { packageOf, profile, type Frame } from "../harness/cpu-profile.js";
import type { Report, Table } from "../harness/report.js";
import { bundledModules } from "../setup/bundle.js";
import { codecFile, distFolder } from "../setup/build-codec.js";
import { generateArguments, ownModel } from "../setup/command-line.js";
import { oneOperation } from "../setup/size-cases.js";

/** Profiles time and size, for the targets that are hardest to meet. */
export async function run(): Promise<Report> {
  const out = fileURLToPath(new URL("profiled/", distFolder));
  return {
    title: "Profiles",
    about:
      "Times are from V8's sampling profiler in new processes. The time of a function excludes the functions that it calls, but includes those that were inlined into it. Sizes are from the bundler.",
    tables: [
      profile(
        "Generate everything, by package",
        generateArguments(ownModel, out, ["--no-cache"]),
        packageOf,
      ),
      profile("Import the whole package", [fileURLToPath(codecFile)], nameOf),
      hotLoop("Decode GetApis, 100 items", "decode-get-apis"),
      hotLoop("Validate L", "validate-large"),
      hotLoop("Validate with 15 issues", "validate-invalid"),
      hotLoop("Server step, S", "server-step"),
      await bundleParts(),
    ],
    aims: [],
  };
}

function hotLoop(caption: string, name: string): Table {
  const file = fileURLToPath(new URL("../setup/hot-loop.ts", import.meta.url));
  const args = ["--no-warnings", "--import", "ts-blank-space/register", file, name];
  // Node's own functions only load the script and read the clock.
  return profile(caption, args, (frame) =>
    frame.url.startsWith("node:") ? "(idle)" : nameOf(frame),
  );
}

function nameOf({ functionName }: Frame): string {
  return functionName === "" ? "(module)" : functionName;
}

/** Returns the files in the bundle of one operation, by the size that is left of each. */
async function bundleParts(): Promise<Table> {
  const modules = await bundledModules(oneOperation.entry);
  const total = modules.reduce((sum, { length }) => sum + length, 0);
  return {
    caption: "Bundle of one operation, by file, before it is minified",
    columns: ["file", "share"],
    rows: modules
      .sort((left, right) => right.length - left.length)
      .slice(0, 14)
      .map(({ file, length }) => [file, `${((length / total) * 100).toFixed(0)} %`]),
  };
}
