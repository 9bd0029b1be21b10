import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runOrFail } from "../../test/package/support/run.js";
import { runInChromium } from "./run-in-chromium.js";
import { trialFiles } from "./write-trials.js";

/** A platform that the codec runs on. */
export interface Platform {
  readonly name: string;
  readonly isThere: () => boolean;
  readonly version: () => Promise<string>;
  /** The ways to load the codec. Each returns the printed output. */
  readonly trials: Readonly<Record<string, (project: string, endpoint: string) => Promise<string>>>;
}

const modules = fileURLToPath(new URL("./node_modules/", import.meta.url));

/** Every platform, in the order of the table. */
export const platforms: readonly Platform[] = [
  ...["20", "22", "24"].map((major) =>
    command(`Node ${major}`, `node-${major}/bin/node`, {
      import: [trialFiles.imported],
      require: [trialFiles.required],
    }),
  ),
  command("Bun", bunProgram(), {
    import: ["run", trialFiles.imported],
    require: ["run", trialFiles.required],
  }),
  command("Deno", ".bin/deno", {
    import: [
      ...["run", "--quiet", "--no-prompt", "--node-modules-dir=manual"],
      ...["--allow-read=.", "--allow-net=127.0.0.1", trialFiles.imported],
    ],
  }),
  command("workerd", ".bin/workerd", { bundle: ["test", trialFiles.workerdConfiguration] }),
  chromium("/usr/bin/chromium"),
];

/** Creates a platform that is a command. */
function command(
  name: string,
  path: string,
  ways: Readonly<Record<string, readonly string[]>>,
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
  };
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
  };
}

/** Returns the path of Bun's binary. Its command exists only after an install script has run. */
function bunProgram(): string {
  const { platform, arch } = process;
  return `@oven/bun-${platform}-${arch === "arm64" ? "aarch64" : arch}/bin/bun`;
}

function firstNumber(text: string): string {
  return /\d[\w.-]*/.exec(text)?.[0] ?? text.trim();
}
