import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../../package/support/packages.js";
import { run } from "../../package/support/run.js";

/** What becomes of a command of a guide in the tests. */
export type Action =
  /** It installs packages, which are linked from the repository. */
  | { readonly kind: "install"; readonly packages: readonly string[] }
  /** It runs the generator, before the code is compiled. */
  | { readonly kind: "generate"; readonly args: readonly string[] }
  /** It runs a file, which has been compiled. */
  | { readonly kind: "run"; readonly file: string }
  /** It is done for all guides at once, or has no effect here. */
  | { readonly kind: "none" };

const { devDependencies } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as {
  devDependencies: Readonly<Record<string, string>>;
};

/** Packages of ours, which are installed from their tarballs, and those that every project has. */
const present = ["apigatewayv2-codec", "smithy-codec", "typescript", "@types/node", "tsx"];

/** Says what a command means. Fails if no test knows. */
export function actionOf(command: string): Action {
  const [program = "", first = "", ...rest] = command.split(" ");
  if (/^npm (?:init -y|pkg set type=module)$/.test(command)) return { kind: "none" };
  if (/^npx (?:tsc(?: --init| --noEmit)?|playwright-core install chromium)$/.test(command)) return { kind: "none" };
  if (program === "npm" && first === "install") {
    const names = rest.filter((word) => !word.startsWith("-"));
    const packages = names.filter((name) => !present.includes(name));
    const missing = packages.filter((name) => devDependencies[name] === undefined);
    if (missing.length === 0) return { kind: "install", packages };
    throw new Error(`a guide installs ${missing.join(", ")}, which the repository does not have`);
  }
  if (program === "npx" && first === "smithy-codec") return { kind: "generate", args: rest };
  const file = program === "node" ? first : program === "npx" && first === "tsx" ? rest[0] : "";
  if (file !== undefined && /\.tsx?$/.test(file)) return { kind: "run", file };
  throw new Error(`a guide says to run ${command}, which no test knows how to try`);
}

/**
 * Runs a program to its end.
 * @returns what it printed to both streams, with how it ended if it failed
 */
export async function printed(args: readonly string[], cwd: string): Promise<string> {
  const { status, stdout, stderr } = await run(process.execPath, args, cwd);
  const ended = status === 0 ? "" : `\n(ended with ${String(status)})`;
  return `${stdout}${stderr}`.trim() + ended;
}
