import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runOrFail } from "../../test/package/support/run.js";
import { runInChromium } from "./run-in-chromium.js";
import { startServer, type RunningServer } from "./start-server.js";
import { trialFiles } from "./write-trials.js";

/** A platform that the codec runs on. */
export interface Platform {
  readonly name: string;
  readonly isThere: () => boolean;
  readonly version: () => Promise<string>;
  /** The ways to load the codec. Each returns the printed output. */
  readonly trials: Readonly<Record<string, (project: string, endpoint: string) => Promise<string>>>;
  /** The platform's own servers, with the service of the exchanges. */
  readonly servers: Readonly<Record<string, (project: string) => Promise<RunningServer>>>;
}

const modules = fileURLToPath(new URL("./node_modules/", import.meta.url));

/*
 * The programs themselves, without the scripts around them: that of Bun exists only after an install script has run, and
 * those of Deno and workerd leave the program behind when they are ended.
 */
const machine = `${process.platform}-${process.arch}`;

/** Every platform, in the order of the table. */
export const platforms: readonly Platform[] = [
  ...["20", "22", "24"].map((major) =>
    command(
      `Node ${major}`,
      `node-${major}/bin/node`,
      { import: [trialFiles.imported], require: [trialFiles.required] },
      { "node:http": [trialFiles.nodeServer] },
    ),
  ),
  command(
    "Bun",
    `@oven/bun-${machine.replace("arm64", "aarch64")}/bin/bun`,
    { import: ["run", trialFiles.imported], require: ["run", trialFiles.required] },
    { "Bun.serve": ["run", trialFiles.bunServer], "node:http": ["run", trialFiles.nodeServer] },
  ),
  command(
    "Deno",
    `@deno/${machine}-glibc/deno`,
    { import: runByDeno(trialFiles.imported) },
    {
      "Deno.serve": runByDeno(trialFiles.denoServer),
      "node:http": runByDeno(trialFiles.nodeServer),
    },
  ),
  command(
    "workerd",
    `@cloudflare/workerd-${process.platform}-${process.arch === "x64" ? "64" : process.arch}/bin/workerd`,
    { bundle: ["test", trialFiles.workerdConfiguration] },
    { "a Worker": ["serve", "--control-fd=3", trialFiles.workerdConfiguration] },
  ),
  chromium("/usr/bin/chromium"),
];

/** Creates a platform that is a command. */
function command(
  name: string,
  path: string,
  ways: Readonly<Record<string, readonly string[]>>,
  servers: Readonly<Record<string, readonly string[]>>,
): Platform {
  const program = `${modules}${path}`;
  return {
    name,
    isThere: () => existsSync(program),
    version: async () => firstNumber(await runOrFail(program, ["--version"], modules)),
    trials: Object.fromEntries(
      Object.entries(ways).map(([how, args]) => [
        how,
        (project: string) => runOrFail(program, args, project),
      ]),
    ),
    servers: Object.fromEntries(
      Object.entries(servers).map(([how, args]) => [
        how,
        (project: string) => startServer(program, args, project),
      ]),
    ),
  };
}

function runByDeno(file: string): string[] {
  const permissions = ["--no-prompt", "--allow-read=.", "--allow-net=127.0.0.1"];
  return ["run", "--quiet", "--node-modules-dir=manual", ...permissions, file];
}

function chromium(program: string): Platform {
  return {
    name: "Chromium",
    isThere: () => existsSync(program) && existsSync(`${modules}playwright-core`),
    version: async () => firstNumber(await runOrFail(program, ["--version"], "/")),
    trials: {
      bundle: (project, endpoint) =>
        runInChromium(program, `${project}/${trialFiles.bundled}`, endpoint),
    },
    servers: {},
  };
}

function firstNumber(text: string): string {
  return /\d[\w.-]*/.exec(text)?.[0] ?? text.trim();
}
