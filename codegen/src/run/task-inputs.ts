import { createHash } from "node:crypto";
import type { SourceFile } from "../diagnostics/diagnostics.js";
import { readModel, readSources } from "./read-sources.js";
import type { Task } from "./task.js";

/** The files that a task reads. */
export interface TaskInputs {
  readonly models: readonly SourceFile[];
  readonly overlays: readonly SourceFile[];
}

/**
 * Reads the files of a task.
 * @throws InputError or ModelError for the first that cannot be read
 */
export async function readInputs({ models, overlays = [], stdin }: Task): Promise<TaskInputs> {
  return { models: await readModel(models, stdin), overlays: await readSources(overlays, stdin) };
}

/** The options of a task that change what is generated, without those that are not set. */
export function effectiveOptions(task: Task): Readonly<Record<string, unknown>> {
  const { service, operations, protocol, arbitraries, client, server } = task;
  const { long, patterns, importExtension, out, jsonSchema, apiReport } = task;
  const options = {
    ...{ service, operations, protocol, arbitraries, client, server },
    ...{ long, patterns, importExtension, out, jsonSchema, apiReport },
  };
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/** A digest of everything that the result of a task depends on. */
export function inputsKey(
  task: Task,
  { models, overlays }: TaskInputs,
  fingerprint: string,
): string {
  const hash = createHash("sha256").update(fingerprint);
  hash.update(JSON.stringify(effectiveOptions(task)));
  for (const { name, bytes } of [...models, ...overlays])
    hash.update(`\0${name}\0${bytes.length}\0`).update(bytes);
  return hash.update(`\0${models.length}`).digest("base64url");
}
