import { createHash } from "node:crypto";
import { join, sep } from "node:path";
import { findSources } from "../run/read-sources.js";
import { isRevision } from "../run/read-revision.js";
import { effectiveOptions, readInputs } from "../run/task-inputs.js";
import type { Task } from "../run/task.js";
import { writeWholeFile } from "../write/write-file.js";
import type { InputsMessage } from "./messages.js";
import type { Plan } from "./plan-tasks.js";
import { readVersion } from "./read-version.js";

/**
 * Describes the inputs of tasks, for build tools that cache results. The result depends on nothing else: equal
 * inputs give equal outputs. Paths are relative to the current folder; digests are SHA-256 in hexadecimal.
 */
export async function describeInputs(tasks: readonly Task[]): Promise<Omit<InputsMessage, "kind">> {
  const outputs = [];
  for (const task of tasks) {
    const { models, overlays } = await readInputs(task);
    outputs.push({
      name: task.name,
      inputs: [...models, ...overlays].map(({ bytes, path, name }) => ({
        path: path ?? name,
        sha256: createHash("sha256").update(bytes).digest("hex"),
      })),
      options: effectiveOptions(task),
      outputs: [task.out, task.jsonSchema, task.apiReport].filter((path) => path !== undefined),
    });
  }
  return { generator: { name: "smithy-codec", version: readVersion() }, outputs };
}

/**
 * Writes a rule of Make: the manifests and reports of the outputs depend on all inputs.
 * @throws OutputError if the file cannot be written
 */
export async function writeDepfile(path: string, { tasks, inputs }: Plan): Promise<void> {
  const targets = tasks.flatMap(({ out, jsonSchema, apiReport }) => [
    ...[out, jsonSchema].flatMap((folder) =>
      folder === undefined ? [] : join(folder, "manifest.json"),
    ),
    ...(apiReport === undefined ? [] : [apiReport]),
  ]);
  // Make knows neither standard input nor revisions of git.
  const files = (await findSources(inputs)).filter((input) => input !== "-" && !isRevision(input));
  const rule = `${targets.map(escapeTarget).join(" ")}: ${files.map(escapePath).join(" ")}`;
  await writeWholeFile(path, `${rule.trimEnd()}\n`);
}

/** Escapes a target, in which a percent sign would make the rule one of patterns. */
function escapeTarget(path: string): string {
  return escapePath(path).replaceAll("%", "\\%");
}

/** Escapes a path for a rule of Make (GNU Make manual, "Rule Syntax" and "Using Wildcard Characters"). */
function escapePath(path: string): string {
  return path
    .split(sep)
    .join("/")
    .replace(/[\s#:*?[]/g, "\\$&")
    .replaceAll("$", "$$$$");
}
