import type { ProtocolName, Service } from "./ir/service.js";
import type { ImportExtension } from "./import-extension.js";
import { apiReport } from "./api-report/api-report.js";
import type { Module } from "./emit/code/declarations.js";
import { emitService } from "./emit/service/emit-service.js";
import { runtimeFiles, type RuntimeSources } from "./emit/service/runtime-files.js";
import { moduleKey } from "./format/module-key.js";
import { noCache, type TextCache } from "./format/text-cache.js";
import { buildService } from "./ir/build-service.js";
import type { LongType } from "./ir/ir.js";
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import { screenPatterns, type PatternMode } from "./ir/screen-patterns.js";
import { loadModel } from "./load/load-model.js";
import { compiledSources } from "./compiled-sources.js";
import type { SourceFile } from "./diagnostics/diagnostics.js";
import type { Selection } from "./load/select-service.js";
import { manifestName, manifestText } from "./write/manifest.js";

/** The input of `generate`: a model, the runtime, and options. */
export interface GenerateInput extends Selection {
  /** The model, in one file or several: in Smithy IDL, or as JSON AST. */
  readonly model: SourceFile | readonly SourceFile[];
  readonly overlays?: readonly SourceFile[];
  readonly runtime: RuntimeSources;
  /**
   * The TypeScript type of Smithy's `long`. "number", the default, rejects values beyond 2^53 - 1;
   * "bigint" keeps all 64 bits.
   */
  readonly long?: LongType | undefined;
  /**
   * The protocol to use; by default, the preferred one of those that the service has. A server can have several: the
   * generated code uses the first, and the server also answers requests in the others.
   */
  readonly protocol?: ProtocolName | readonly ProtocolName[] | undefined;
  /** Whether to generate `arbitraries.ts` for tests, which imports fast-check. */
  readonly arbitraries?: boolean | undefined;
  /** Whether to generate `client.ts`, which calls the service. */
  readonly client?: boolean | undefined;
  /** Whether to generate `server.ts`, which answers requests, and its adapters. */
  readonly server?: boolean | undefined;
  /** The extension of the imports between generated files; `.js` by default. */
  readonly importExtension?: ImportExtension | undefined;
  /** How to check strings for which a pattern can take too long (ReDoS); `linear` by default. */
  readonly patterns?: PatternMode | undefined;
  /** A cache of texts from earlier runs, for modules that have not changed. */
  readonly cache?: TextCache | undefined;
  /** Whether to return an API report; `false` by default. */
  readonly apiReport?: boolean | undefined;
  /** Called after each printed file with the number of files that are done and the total. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** The result of `generate`: files in memory. */
export interface GenerateResult {
  readonly service: Service;
  /** File contents by path relative to the output folder, sorted by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly warnings: readonly Diagnostic[];
  /** A Markdown text that lists the names and signatures of the output, if `apiReport` was set. */
  readonly apiReport?: string;
  /** The ids of the members whose patterns are checked with re2js. If there are any, the output imports re2js. */
  readonly linearPatterns: readonly string[];
}

/** Names that the output exports in addition to those of the model. */
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
 * Generates the code of a service. The same model and options give the same bytes on every machine. The names of the
 * input files have no effect on the output.
 * @throws ModelError with every error in the model
 */
export async function generate(input: GenerateInput): Promise<GenerateResult> {
  const { service, modules, warnings, linearPatterns } = await emit(input);
  const files = runtimeFiles(modules, input.runtime, input.importExtension);
  for (const [path, text] of await writeModules(modules, input)) files.set(path, text);
  files.set(manifestName, manifestText([...files.keys()]));
  const sorted = [...files].sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    service,
    files: new Map(sorted),
    warnings,
    linearPatterns,
    ...(input.apiReport === true ? { apiReport: apiReport(modules, service) } : {}),
  };
}

/** The modules of a service before they are printed. */
export interface Emitted extends Pick<GenerateResult, "service" | "warnings" | "linearPatterns"> {
  readonly modules: readonly Module[];
}

/**
 * Converts a model to the modules of its service.
 * @throws ModelError with every error in the model
 */
export async function emit(input: GenerateInput): Promise<Emitted> {
  const { model, diagnostics } = loadModel(
    await compiledSources(input.model),
    input.overlays ?? [],
  );
  const [first, ...others] = new Set([input.protocol].flat());
  if (others.length > 0 && input.server !== true)
    throw new TypeError("Several protocols need a server: set `server`, or name one protocol.");
  const build = (protocol: ProtocolName | undefined): Service => {
    const service = buildService(model, { ...input, protocol }, reserved, diagnostics);
    if (input.server === true && !service.hasServers)
      diagnostics.fail(
        "SC1307",
        service.id,
        `has the protocol ${service.protocol}, which has no servers`,
      );
    return service;
  };
  const service = build(first);
  const further = others.map(build);
  const linearPatterns = await screenPatterns(service, input.patterns ?? "linear", diagnostics);
  const modules = emitService(service, input, further);
  const { warnings: all } = diagnostics;
  const warnings = further.length === 0 ? all : withoutRepeated(all);
  return { service, modules, warnings, linearPatterns };
}

/** Most warnings are the same in every protocol. */
function withoutRepeated(warnings: readonly Diagnostic[]): readonly Diagnostic[] {
  const keyOf = ({ code, place, message }: Diagnostic): string => `${code} ${place} ${message}`;
  return [...new Map(warnings.map((warning) => [keyOf(warning), warning])).values()];
}

/** Prints and formats modules, or takes their texts from the cache. Returns the texts by path. */
async function writeModules(
  modules: readonly Module[],
  { cache = noCache, onProgress, importExtension = ".js" }: GenerateInput,
): Promise<Map<string, string>> {
  const keys = new Map(
    modules.map((module) => [`${module.path}.ts`, moduleKey(module, importExtension)]),
  );
  const texts = new Map<string, string>();
  for (const [path, key] of keys) {
    const text = cache.get(key);
    if (text !== undefined) texts.set(path, text);
  }
  const changed = modules.filter(({ path }) => !texts.has(`${path}.ts`));
  if (changed.length === 0) return texts;
  // Imported only when needed: if nothing has changed, loading them would take longer than everything else.
  const [{ printModules }, { formatTypeScript }] = await Promise.all([
    import("./print/print-modules.js"),
    import("./format/format.js"),
  ]);
  for (const { path, text } of printModules(changed, importExtension)) {
    const formatted = await formatTypeScript(text);
    texts.set(path, formatted);
    cache.set(keys.get(path) ?? "", formatted);
    onProgress?.(texts.size, modules.length);
  }
  return texts;
}
