import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import tsBlankSpace from "ts-blank-space";

/** The names of the trial files in the project in which the codec is installed. */
export const trialFiles = {
  imported: "import.js",
  required: "require.cjs",
  /** Everything in one file, for platforms without packages. */
  bundled: "bundle.js",
  workerdConfiguration: "workerd.capnp",
} as const;

/** Writes the round trips, and an entry for each kind of platform. */
export async function writeTrials(project: string): Promise<void> {
  const write = (name: string, text: string): void => {
    writeFileSync(join(project, name), text);
  };
  const consumer = new URL("../../test/package/consumer.ts", import.meta.url);
  write("consumer.js", tsBlankSpace(readFileSync(consumer, "utf8")));
  write(trialFiles.imported, `${importResults}console.log(JSON.stringify(results));\n`);
  write(trialFiles.required, 'console.log(JSON.stringify(require("./consumer.js").results));\n');
  write(
    "to-bundle.js",
    `${importResults}globalThis.results = JSON.stringify(results);
export default { test() { console.log(globalThis.results); } };\n`,
  );
  const build = await rolldown({ input: join(project, "to-bundle.js"), platform: "browser" });
  await build.write({ file: join(project, trialFiles.bundled), format: "esm" });
  await build.close();
  write(trialFiles.workerdConfiguration, workerdConfiguration);
}

const importResults = 'import { results } from "./consumer.js";\n';

const workerdConfiguration = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [(name = "bundle.js", esModule = embed "bundle.js")],
    compatibilityDate = "2025-01-01",
  ))],
);
`;
