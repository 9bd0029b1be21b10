import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { writeSandboxFile } from "./sandbox.js";

/** The result of a run of test files. */
export interface TestRun {
  readonly outcome: "passed" | "failed" | "timed out";
  /** Each file that ran to its end or its first failure. */
  readonly files: readonly TestFileRun[];
}

interface TestFileRun {
  readonly file: string;
  readonly passed: boolean;
  readonly milliseconds: number;
}

const configFile = "mutants.vitest.config.ts";

/**
 * The configuration of vitest. Test files run one after the other in the given order, each in its own
 * process with a limited heap, until one fails.
 */
const config = `import { mergeConfig } from "vitest/config";
import base from "./vitest.config.js";

const order = (process.env["MUTANT_TEST_FILES"] ?? "").split("\\n");
const rank = ({ moduleId }) => order.findIndex((file) => moduleId.endsWith("/" + file));

export default mergeConfig(base, {
  test: {
    bail: Number(process.env["MUTANT_BAIL"] ?? 1),
    fileParallelism: false,
    pool: "forks",
    execArgv: ["--max-old-space-size=1536"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    setupFiles: process.env["MUTANT_SETUP"] ? [process.env["MUTANT_SETUP"]] : [],
    sequence: {
      sequencer: class {
        async shard(files) { return files; }
        async sort(files) { return [...files].sort((left, right) => rank(left) - rank(right)); }
      },
    },
  },
});
`;

/** Options for running test files. */
export interface RunOptions {
  readonly limitMilliseconds: number;
  /** Whether to continue after a failure. */
  readonly goOn?: boolean;
  /** A module to load before each test file. */
  readonly setup?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs test files in a folder, in the given order, with a time limit for all of them. */
export async function runTests(
  root: string,
  files: readonly string[],
  options: RunOptions,
): Promise<TestRun> {
  const output = join(root, "mutants-report.json");
  rmSync(output, { force: true });
  writeSandboxFile(root, configFile, config);
  const child = spawn(
    process.execPath,
    [
      join(root, "node_modules/vitest/vitest.mjs"),
      "run",
      `--config=${configFile}`,
      "--reporter=json",
      `--outputFile=${output}`,
      ...files,
    ],
    {
      cwd: root,
      stdio: "ignore",
      detached: true,
      env: {
        ...process.env,
        ...options.environment,
        MUTANT_TEST_FILES: files.join("\n"),
        MUTANT_BAIL: options.goOn === true ? "0" : "1",
        MUTANT_SETUP: options.setup ?? "",
      },
    },
  );
  const { isLate, status } = await wait(child, options.limitMilliseconds);
  const found = existsSync(output) ? readReport(output, root) : [];
  if (isLate) return { outcome: "timed out", files: found };
  return { outcome: status === 0 ? "passed" : "failed", files: found };
}

/** Ends a process and all processes that it started. */
function end({ pid }: ReturnType<typeof spawn>): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // The process has already exited.
  }
}

/** Waits for a process, and ends it after the time limit. */
function wait(
  child: ReturnType<typeof spawn>,
  limit: number,
): Promise<{ isLate: boolean; status: number | null }> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      end(child);
    }, limit);
    const onExit = (): void => {
      end(child);
    };
    process.once("exit", onExit);
    child.on("error", reject);
    child.on("close", (status) => {
      clearTimeout(timer);
      process.off("exit", onExit);
      resolve({ isLate, status });
    });
  });
}

interface JsonReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: "passed" | "failed";
    readonly startTime: number;
    readonly endTime: number;
  }[];
}

function readReport(file: string, root: string): TestFileRun[] {
  const report = JSON.parse(readFileSync(file, "utf8")) as JsonReport;
  return report.testResults.map(({ name, status, startTime, endTime }) => ({
    file: relative(root, name),
    passed: status === "passed",
    milliseconds: endTime - startTime,
  }));
}
