/** What to measure, and how. */
export interface Options {
  /** Folders or files below `codegen/src` or `codegen/runtime`. */
  readonly paths: readonly string[];
  /** How many mutants to test in each folder. */
  readonly count: number;
  readonly seed: number;
  /** Whether to write the figures to RESULTS.md. */
  readonly record: boolean;
  /** Whether to run all tests again to find out which functions they call. */
  readonly fresh: boolean;
  /** The time limit in seconds: test files that take longer are skipped. */
  readonly within: number;
}

export const usage = `Usage: npm run mutants -- FOLDER... [--count N] [--seed S] [--within SECONDS] [--record] [--fresh]

FOLDER    a folder or file below codegen/src or codegen/runtime
--count   how many mutants to test in each folder; 40 by default
--seed    draws the same sample again; random by default
--within  skips test files that take longer; the measured share is then a lower bound
--record  writes the figures to scripts/mutants/RESULTS.md
--fresh   runs all tests to find out which functions they call, not only changed tests
`;

/** Parses the command line; undefined if it is invalid. */
export function parseOptions(args: readonly string[]): Options | undefined {
  const paths: string[] = [];
  let count = 40;
  let seed = Math.floor(Math.random() * 1e6);
  let record = false;
  let fresh = false;
  let within = Infinity;
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] ?? "";
    if (argument === "--record") record = true;
    else if (argument === "--fresh") fresh = true;
    else if (argument === "--count") count = Number(args[++index]);
    else if (argument === "--seed") seed = Number(args[++index]);
    else if (argument === "--within") within = Number(args[++index]);
    else if (argument.startsWith("-")) return undefined;
    else paths.push(argument.replace(/\/$/, ""));
  }
  const areNumbers =
    Number.isSafeInteger(count) && count > 0 && Number.isSafeInteger(seed) && within > 0;
  const arePaths = paths.every((path) => /^codegen\/(?:src|runtime)(?:\/|$)/.test(path));
  return areNumbers && arePaths && paths.length > 0
    ? { paths, count, seed, record, fresh, within }
    : undefined;
}
