import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { Config, IgnoredWarning, OutputConfig } from "../config/config.js";
import { findConfig, loadConfig } from "../config/load-config.js";
import type { ImportExtension } from "../import-extension.js";
import type { LongType } from "../ir/ir.js";
import type { PatternMode } from "../ir/screen-patterns.js";
import type { ProtocolName } from "../ir/service.js";
import { suggest } from "../load/suggest.js";
import type { Task } from "../run/task.js";
import { readPiped } from "./read-piped.js";
import { oneOrMore } from "./shared-options.js";
import { UsageError, type CommonOptions } from "./run-action.js";
import type { Terminal } from "./terminal.js";

/** The options of `smithy-codec generate`. */
export interface GenerateOptions extends CommonOptions {
  readonly model: readonly string[];
  readonly overlay: readonly string[];
  readonly service?: string;
  readonly operation: readonly string[];
  readonly protocol: readonly ProtocolName[];
  readonly out?: string;
  readonly jsonSchema?: string;
  readonly apiReport?: string;
  readonly arbitraries?: boolean;
  readonly client?: boolean;
  readonly server?: boolean;
  readonly patterns?: PatternMode;
  readonly long?: LongType;
  readonly importExtension?: ImportExtension;
  readonly strict?: boolean;
  readonly config?: string;
  readonly output?: readonly string[];
  readonly force?: boolean;
  readonly check?: boolean;
  readonly dryRun?: boolean;
  readonly watch?: boolean;
  readonly cache: boolean;
  readonly jobs?: number;
  readonly printInputs?: boolean;
  readonly depfile?: string;
}

/** The tasks of a command line, and every file that they depend on. */
export interface Plan {
  readonly tasks: readonly Task[];
  /** Paths of the models, the overlays and the configuration; `-` is standard input. */
  readonly inputs: readonly string[];
  /** The entries of `ignore` that must match a warning; none if the tasks are not all that the configuration says. */
  readonly ignore: IgnoreList;
}

/** The `ignore` of a configuration. */
export interface IgnoreList {
  /** The path of the configuration. */
  readonly file: string;
  readonly entries: readonly IgnoredWarning[];
  readonly strict: boolean;
}

/**
 * Turns options and the configuration into tasks; options replace what the configuration says.
 * @throws UsageError if there is nothing to generate, or options contradict one another
 * @throws ConfigError if the configuration cannot be loaded or is not valid
 */
export async function planTasks(options: GenerateOptions, terminal: Terminal): Promise<Plan> {
  const { path, config } = await configOf(options);
  const outputs = select(config.outputs, options.output ?? []);
  if (outputs.length > 1) refuseForSeveral(options);
  const tasks = outputs.map((output) => taskOf(output, config, options));
  for (const task of tasks) {
    checkFolders(task);
    checkProtocols(task);
  }
  const files = tasks.flatMap(({ models, overlays = [] }) => [...models, ...overlays]);
  const stdin = await readPiped(files, terminal);
  const inputs = [...new Set(files)];
  return {
    tasks: stdin === undefined ? tasks : tasks.map((task) => ({ ...task, stdin })),
    inputs: path === undefined ? inputs : [...inputs, path],
    ignore: {
      file: path ?? "",
      entries: isPartial(options) ? [] : (config.ignore ?? []),
      strict: options.strict ?? config.strict ?? false,
    },
  };
}

async function configOf(
  options: GenerateOptions,
): Promise<{ readonly path?: string; readonly config: Config }> {
  // A model and a folder that do not belong together would be mixed up.
  const hasOwn = options.model.length > 0 || options.out !== undefined;
  const path = options.config ?? (hasOwn ? undefined : findConfig("."));
  if (path !== undefined)
    return { path, config: relativeTo(dirname(path), await loadConfig(path)) };
  if (options.model.length === 0) throw UsageError.of(missing("--model <file>", hasOwn));
  if (options.out === undefined) throw UsageError.of(missing("--out <dir>", hasOwn));
  return { config: { outputs: [{ models: options.model, out: options.out }] } };
}

function missing(option: string, hasOwn: boolean): string {
  const message = `required option '${option}' not specified`;
  return hasOwn
    ? message
    : `${message}, and there is no smithy-codec.config.ts, .js or .json in this folder`;
}

/** A configuration whose paths are relative to the current folder. */
function relativeTo(folder: string, config: Config): Config {
  const at = (path: string): string =>
    path === "-" ? path : relative(".", resolve(folder, path)).split(sep).join("/") || ".";
  return {
    ...config,
    outputs: config.outputs.map((output) => ({
      ...output,
      models: [output.models].flat().map(at),
      out: at(output.out),
      ...(output.overlays && { overlays: output.overlays.map(at) }),
      ...(output.jsonSchema !== undefined && { jsonSchema: at(output.jsonSchema) }),
      ...(output.apiReport !== undefined && { apiReport: at(output.apiReport) }),
    })),
  };
}

function nameOf({ name, out }: OutputConfig): string {
  return (
    name ?? (basename(out) === "src" ? basename(dirname(resolve(out))) : basename(resolve(out)))
  );
}

function select(
  outputs: readonly OutputConfig[],
  wanted: readonly string[],
): readonly OutputConfig[] {
  const names = outputs.map(nameOf);
  for (const name of wanted) {
    if (!names.includes(name))
      throw UsageError.of(
        `there is no output ${JSON.stringify(name)}; outputs: ${names.join(", ")}.${suggest(name, names)}`,
      );
  }
  return wanted.length === 0
    ? outputs
    : outputs.filter((output) => wanted.includes(nameOf(output)));
}

/** Whether options select or replace what the warnings of the configuration come from. */
function isPartial(options: GenerateOptions): boolean {
  const { model, overlay, operation, output = [], service, protocol, patterns } = options;
  const lists = [model, overlay, operation, output, protocol];
  return (
    lists.some(({ length }) => length > 0) ||
    [service, patterns].some((value) => value !== undefined)
  );
}

/** Rejects options that name one file or folder if there are several outputs. */
function refuseForSeveral(options: GenerateOptions): void {
  const flags = [
    ["--model", options.model.length > 0],
    ["--out", options.out !== undefined],
    ["--json-schema", options.jsonSchema !== undefined],
    ["--api-report", options.apiReport !== undefined],
    ["--service", options.service !== undefined],
    ["--operation", options.operation.length > 0],
  ] as const;
  const [flag] = flags.find(([, isGiven]) => isGiven) ?? [];
  if (flag !== undefined)
    throw UsageError.of(
      `${flag} is for one output, but the configuration has several; select one with --output`,
    );
}

function taskOf(output: OutputConfig, config: Config, options: GenerateOptions): Task {
  const { model, overlay, operation, protocol, check, dryRun, force, cache, strict } = options;
  const merged: OutputConfig = {
    ...output,
    ...given(options, ["service", "out", "jsonSchema", "apiReport"]),
    ...given(options, ["arbitraries", "client", "server", "patterns", "long", "importExtension"]),
    ...(protocol.length > 0 && { protocol: oneOrMore(protocol) }),
    ...(overlay.length > 0 && { overlays: overlay }),
    ...(operation.length > 0 && { operations: operation }),
  };
  return {
    ...merged,
    name: nameOf(merged),
    models: model.length > 0 ? model : [output.models].flat(),
    isReadOnly: check === true || dryRun === true,
    force: force === true,
    cache,
    strict: strict ?? config.strict ?? false,
    ignore: config.ignore ?? [],
  };
}

function given<K extends keyof GenerateOptions>(
  options: GenerateOptions,
  keys: readonly K[],
): Partial<Pick<GenerateOptions, K>> {
  const entries = keys
    .filter((key) => options[key] !== undefined)
    .map((key) => [key, options[key]]);
  return Object.fromEntries(entries) as Partial<Pick<GenerateOptions, K>>;
}

function checkProtocols({ name, protocol, server }: Task): void {
  if (new Set([protocol].flat()).size > 1 && server !== true)
    throw UsageError.of(
      `only servers support several protocols; add --server for ${name}, or select a single --protocol`,
    );
}

function checkFolders({ out, jsonSchema, apiReport }: Task): void {
  if (jsonSchema !== undefined && resolve(jsonSchema) === resolve(out))
    throw UsageError.of("--json-schema needs a different folder from --out");
  if (apiReport !== undefined && resolve(apiReport).startsWith(join(resolve(out), sep)))
    throw UsageError.of("--api-report needs a file outside of the folder of --out");
}
