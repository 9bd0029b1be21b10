import type { Module } from "./emit/declarations.js";
import { emitService } from "./emit/emit-service.js";
import { runtimeFiles, type RuntimeSources } from "./emit/runtime-files.js";
import { moduleKey } from "./format/module-key.js";
import { noCache, type TextCache } from "./format/text-cache.js";
import { headerSource } from "./header-source.js";
import { buildService } from "./ir/build-service.js";
import type { Service } from "./ir/ir.js";
import type { Diagnostic } from "./load/diagnostics.js";
import { screenPatterns } from "./ir/screen-patterns.js";
import { loadModel, type SourceFile } from "./load/load-model.js";
import type { Selection } from "./load/select-service.js";
import { manifestName, manifestText } from "./write/output-folder.js";

/** What is generated from. */
export interface GenerateInput extends Selection {
  readonly model: SourceFile;
  readonly overlays?: readonly SourceFile[];
  readonly runtime: RuntimeSources;
  /** Whether to make the file `arbitraries.ts` for tests, which imports fast-check. */
  readonly arbitraries?: boolean | undefined;
  /** Leaves patterns that can take exponential time to an engine passed in at run time. */
  readonly allowUnsafePatterns?: boolean | undefined;
  /** Texts of earlier runs, for files that have not changed since. */
  readonly cache?: TextCache | undefined;
  /** Told how many files of how many have been made. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What generation comes to: files in memory. */
export interface GenerateResult {
  readonly service: Service;
  /** Texts by path in the output folder, sorted by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly warnings: readonly Diagnostic[];
}

/** Names that the output exports beside those of the model. */
const reserved = [
  "OperationName",
  "fromFetchRequest",
  "fromFetchResponse",
  "matchOperation",
  "serializeError",
  "toFetchRequest",
  "toFetchResponse",
  "toUrl",
];

/**
 * Generates the code of a service: the same bytes for the same model and options, on any machine.
 * @throws ModelError with every error in the model
 */
export async function generate(input: GenerateInput): Promise<GenerateResult> {
  const { model, diagnostics } = loadModel(input.model, input.overlays ?? []);
  const service = buildService(model, input, reserved, diagnostics);
  await screenPatterns(service, input.allowUnsafePatterns === true, diagnostics);
  const modules = emitService(service, input);
  const files = runtimeFiles(modules, input.runtime);
  for (const [path, text] of await writeModules(modules, input)) files.set(path, text);
  files.set(manifestName, manifestText([...files.keys()]));
  const sorted = [...files].sort(([left], [right]) => (left < right ? -1 : 1));
  return { service, files: new Map(sorted), warnings: diagnostics.warnings };
}

/** The texts of modules by path: those of the cache, and new ones for the rest. */
async function writeModules(
  modules: readonly Module[],
  { model, cache = noCache, onProgress }: GenerateInput,
): Promise<Map<string, string>> {
  const source = headerSource(model.name);
  const keys = new Map(modules.map((module) => [`${module.path}.ts`, moduleKey(module, source)]));
  const texts = new Map<string, string>();
  for (const [path, key] of keys) {
    const text = cache.get(key);
    if (text !== undefined) texts.set(path, text);
  }
  const changed = modules.filter(({ path }) => !texts.has(`${path}.ts`));
  if (changed.length === 0) return texts;
  // Loaded only now, since they take longer to load than all else takes where nothing has changed.
  const [{ printModules }, { formatTypeScript }] = await Promise.all([
    import("./print/print-modules.js"),
    import("./format/format.js"),
  ]);
  for (const { path, text } of printModules(changed, source)) {
    const formatted = await formatTypeScript(text);
    texts.set(path, formatted);
    cache.set(keys.get(path) ?? "", formatted);
    onProgress?.(texts.size, modules.length);
  }
  return texts;
}
