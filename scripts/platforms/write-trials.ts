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

/**
 * Writes the round trips, and an entry for each kind of platform.
 * @param endpoint the service that the platforms call
 */
export async function writeTrials(project: string, endpoint: string): Promise<void> {
  const write = (name: string, text: string): void => {
    writeFileSync(join(project, name), text);
  };
  const consumer = new URL("../../test/package/consumer.ts", import.meta.url);
  write("consumer.js", tsBlankSpace(readFileSync(consumer, "utf8")));
  write("print.js", printing(endpoint));
  write(trialFiles.imported, 'import { print } from "./print.js";\nawait print();\n');
  write(trialFiles.required, 'require("./print.js").print();\n');
  write(
    "to-bundle.js",
    `import { print } from "./print.js";
globalThis.print = print;
export default { test: print };\n`,
  );
  const build = await rolldown({ input: join(project, "to-bundle.js"), platform: "browser" });
  await build.write({ file: join(project, trialFiles.bundled), format: "esm" });
  await build.close();
  write(trialFiles.workerdConfiguration, workerdConfiguration);
}

const printing = (endpoint: string): string => `import { results } from "./consumer.js";
export async function print() {
  const text = JSON.stringify(await results("${endpoint}"));
  console.log(text);
  return text;
}
`;

const workerdConfiguration = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [(name = "bundle.js", esModule = embed "bundle.js")],
    compatibilityDate = "2025-01-01",
    globalOutbound = "loopback",
  )), (name = "loopback", network = (allow = ["private"]))],
);
`;
