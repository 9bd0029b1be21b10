/**
 * The generator as a library. `generate` is a pure function: bytes in, files in memory out. `runTasks` does what the
 * command `generate` does, with files and folders. Every command is a call of one of these functions.
 *
 * @module
 */
export {
  defineConfig,
  type Config,
  type IgnoredWarning,
  type OutputConfig,
} from "./config/config.js";
export { ConfigError } from "./config/config-error.js";
export { findConfig, loadConfig } from "./config/load-config.js";
export { codes, entryOf as explain, isCode, type Code } from "./diagnostics/catalog.js";
export type { CatalogEntry } from "./diagnostics/catalog/entry.js";
export {
  DiagnosticError,
  formatDiagnostic,
  ModelError,
  type Diagnostic,
} from "./diagnostics/diagnostic.js";
export type { SourceFile } from "./diagnostics/diagnostics.js";
export type { Change, ChangeLocation, Effect, SemverStep, Severity } from "./diff/change.js";
export {
  diffModels,
  type DiffInput,
  type DiffOptions,
  type DiffReport,
} from "./diff/diff-models.js";
export { formatMarkdown } from "./diff/format-markdown.js";
export type { DiffSummary } from "./diff/summarize-diff.js";
export { formatIdl, type FormattedIdl } from "./format-idl/format-idl.js";
export { generate, type GenerateInput, type GenerateResult } from "./generate.js";
export type { SyntaxProblem } from "./idl/syntax.js";
export type { ImportExtension } from "./import-extension.js";
export type { ServiceOptions } from "./ir/build-service.js";
export type { PatternMode } from "./ir/screen-patterns.js";
export { schemaFiles } from "./json-schema/schema-files.js";
export { assemble, type Assembled, type AssembleOptions } from "./model/assemble/assemble.js";
export { flattenMixins } from "./model/flatten-mixins.js";
export { toJsonAst } from "./model/to-json-ast.js";
export type { SmithyModel, ValidationEvent } from "./model/model.js";
export type { OpenApiDocument, OpenApiVersion } from "./openapi/document.js";
export { toOpenApi, type OpenApiInput, type OpenApiResult } from "./openapi/to-open-api.js";
export { InputError, readSource } from "./run/read-source.js";
export { RevisionError } from "./run/read-revision.js";
export { runTasks, type TaskOutcome, type TasksEvents } from "./run/run-tasks.js";
export type { FileReport, FolderReport, Task, TaskReport } from "./run/task.js";
export { readRuntimeSources } from "./runtime-sources.js";
export {
  loadValidator,
  UnknownShapeError,
  type ValidatorInput,
} from "./validate/load-validator.js";
export type {
  ShapeValidator,
  ShapeValidatorOptions,
  TextReport,
} from "./validate/shape-validator.js";
export type { LocatedIssue } from "./validate/locate.js";
export {
  compareFolder,
  type CompareOptions,
  type FolderDifference,
} from "./write/compare-folder.js";
export { ConflictError, OutputError } from "./write/output-error.js";
export { writeFolder, type WriteOptions } from "./write/write-folder.js";
