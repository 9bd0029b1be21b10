import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../../package/support/packages.js";
import { run } from "../../package/support/run.js";

/** What becomes of a command of a guide in the tests. */
export type Action =
  /** It installs packages, which are linked from the repository. */
  | { readonly kind: "install"; readonly packages: readonly string[] }
  /** It downloads a model, for which one that was written for the guides stands in. */
  | { readonly kind: "download"; readonly file: string }
  /** It runs a program that makes files, before the code is compiled. */
  | { readonly kind: "make"; readonly args: readonly string[] }
  /** It runs a file, which has been compiled. */
  | { readonly kind: "run"; readonly file: string }
  /** It is done for all guides at once, or cannot be done without an account. */
  | { readonly kind: "none" };

const { devDependencies } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as {
  devDependencies: Readonly<Record<string, string>>;
};

/** Packages of ours, which are installed from their tarballs, those that every project has, and what runs TypeScript. */
const present = ["apigatewayv2-codec", "smithy-codec", "typescript", "@types/node", "tsx"];

/** Programs that make files, by the packages that they are in, and their paths in a project or on the disk. */
const makers: Readonly<Record<string, string>> = {
  "smithy-codec": "node_modules/smithy-codec/dist/src/cli/main.js",
  rolldown: "node_modules/rolldown/bin/cli.mjs",
  tsc: join(repository, "test/package/compilers/node_modules/typescript-7.0/bin/tsc"),
};

/**
 * Commands that a test does not repeat: those that make an empty project, and what needs the network, an account of AWS,
 * or a broker of Kafka.
 */
const notRepeated = [
  /^npm (?:init -y|pkg set type=module)$/,
  /^npx playwright-core install chromium$/,
  /^(?:zip -j|aws lambda) /,
  /^node kafka\.ts$/,
];

/** Says what a command means. Fails if no test knows. */
export function actionOf(command: string): Action {
  if (notRepeated.some((pattern) => pattern.test(command))) return { kind: "none" };
  const [program = "", first = "", ...rest] = command.split(/ +/);
  if (program === "npm" && first === "install") return { kind: "install", packages: listed(rest) };
  if (program === "curl" && first === "-sSfo") return { kind: "download", file: rest[0] ?? "" };
  const maker = program === "npx" ? makers[first] : undefined;
  if (maker !== undefined) return { kind: "make", args: [maker, ...rest] };
  const file = program === "node" ? first : program === "npx" && first === "tsx" ? rest[0] : "";
  if (file !== undefined && /\.tsx?$/.test(file)) return { kind: "run", file };
  throw new Error(`a guide says to run ${command}, which no test knows how to try`);
}

/** The packages that `npm install` names, and that are not there anyway. */
function listed(words: readonly string[]): string[] {
  const names = words.filter((word) => !word.startsWith("-") && !present.includes(word));
  const missing = names.filter((name) => devDependencies[name] === undefined);
  if (missing.length === 0) return names;
  throw new Error(`a guide installs ${missing.join(", ")}, which the repository does not have`);
}

/**
 * Runs a program of Node.js to its end.
 * @returns what it printed to both streams, with how it ended if it failed
 */
export async function printed(args: readonly string[], cwd: string): Promise<string> {
  const { status, stdout, stderr } = await run(process.execPath, args, cwd);
  const ended = status === 0 ? "" : `\n(ended with ${String(status)})`;
  return `${stdout}${stderr}`.trim() + ended;
}
