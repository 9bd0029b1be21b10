import type { Code } from "../diagnostics/catalog.js";
import type { ImportExtension } from "../import-extension.js";
import type { LongType } from "../ir/ir.js";
import type { PatternMode } from "../ir/screen-patterns.js";
import type { ProtocolName } from "../ir/service.js";

/** What a `smithy-codec.config.ts`, `.js` or `.json` contains. Paths are relative to the folder of the file. */
export interface Config {
  /** The JSON Schema of this file, for editors; only in JSON. */
  readonly $schema?: string | undefined;
  /** What to generate. Each output has its own folder. */
  readonly outputs: readonly OutputConfig[];
  /** Whether warnings are errors; `false` by default. */
  readonly strict?: boolean | undefined;
  /** Warnings that are not reported. */
  readonly ignore?: readonly IgnoredWarning[] | undefined;
}

/** One output: a service, and what is generated from it. */
export interface OutputConfig {
  /** The name in messages and for `--output`; by default, the name of the output folder. */
  readonly name?: string | undefined;
  /** Files of the model, in Smithy IDL or as JSON AST, or folders of them. */
  readonly models: string | readonly string[];
  /** Files of `apply` statements to add to the model, in order. */
  readonly overlays?: readonly string[] | undefined;
  /** The service's shape id or name. It can be omitted if the model has only one service. */
  readonly service?: string | undefined;
  /** Names or shape ids of operations; all operations by default. */
  readonly operations?: readonly string[] | undefined;
  /**
   * The protocol, if the service has several. With `server`, it can be a list: the generated code uses the first, and
   * the server answers requests in all of them.
   */
  readonly protocol?: ProtocolName | readonly ProtocolName[] | undefined;
  /** The output folder. Only generated files in it are overwritten or deleted. */
  readonly out: string;
  /** Whether to generate `arbitraries.ts` for tests, which imports fast-check; `false` by default. */
  readonly arbitraries?: boolean | undefined;
  /** Whether to generate `client.ts`, which calls the service; `false` by default. */
  readonly client?: boolean | undefined;
  /** Whether to generate `server.ts`, which answers requests; `false` by default. */
  readonly server?: boolean | undefined;
  /** A folder for a JSON Schema of every operation's input, output and error. */
  readonly jsonSchema?: string | undefined;
  /** A Markdown file that lists the names and signatures of the output, for reviews. */
  readonly apiReport?: string | undefined;
  /** The TypeScript type of Smithy's `long`; "number" by default. */
  readonly long?: LongType | undefined;
  /**
   * How to check strings for which a pattern can take too long (ReDoS): "linear", the default, uses re2js; "skip" does
   * not check them.
   */
  readonly patterns?: PatternMode | undefined;
  /** The extension of the imports between generated files; ".js" by default. */
  readonly importExtension?: ImportExtension | undefined;
}

/** Warnings that are not reported, and why. */
export interface IgnoredWarning {
  /** The code of the warning, such as SC1401. */
  readonly code: Code;
  /** The id of a shape or member; by default, the warning is ignored everywhere. */
  readonly shape?: string | undefined;
  /** Why the warning does not matter. */
  readonly reason: string;
}

/** Returns the configuration unchanged. Its type lets editors complete and check the configuration. */
export function defineConfig(config: Config): Config {
  return config;
}
