import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  compareFolder,
  generate,
  readRuntimeSources,
  writeFolder,
  type GenerateInput,
  type GenerateResult,
} from "smithy-codec";
import { bytesOf } from "./models.js";

/** The repository's folder. */
export const repository: string = fileURLToPath(new URL("../../../", import.meta.url));

/** Generates the code of a model; its file is called `model.json`. */
export async function generateFrom(
  json: unknown,
  options: Partial<GenerateInput> = {},
): Promise<GenerateResult> {
  return generate({
    model: { name: "model.json", bytes: bytesOf(json) },
    runtime: await readRuntimeSources(),
    ...options,
  });
}

/** What generated code exports, as far as a test that knows its model's names can tell. */
export type Exports = Record<string, unknown>;

/** Writes generated files to a folder of their own within the repository, and imports them. */
export async function importFiles(
  name: string,
  files: ReadonlyMap<string, string>,
): Promise<Exports> {
  const folder = join(repository, "test/.generated", name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFolder(folder, files, await compareFolder(folder, files));
  return (await import(/* @vite-ignore */ join(folder, "index.ts"))) as Exports;
}

/** Generates the code of a model and imports it. */
export async function importModel(name: string, json: unknown): Promise<Exports> {
  return importFiles(name, (await generateFrom(json)).files);
}

type Message = Record<string, unknown>;

/** An operation's namespace. */
export interface OperationNamespace {
  readonly serializeRequest: (input?: unknown, options?: unknown) => Message;
  readonly deserializeRequest: (request: unknown, options?: unknown) => unknown;
  readonly serializeResponse: (output?: unknown, options?: unknown) => Message;
  readonly deserializeResponse: (response: unknown, options?: unknown) => unknown;
  readonly validateInput: (value: unknown, options?: unknown) => unknown;
}

/** The namespace of an operation among exports. */
export function operationOf(exports: Exports, name: string): OperationNamespace {
  return exports[name] as OperationNamespace;
}

/** A function among exports. */
export function functionOf(exports: Exports, name: string): (...given: unknown[]) => unknown {
  return exports[name] as (...given: unknown[]) => unknown;
}
