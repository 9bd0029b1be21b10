/**
 * The generator as a library: bytes in, files in memory out. Only `readRuntimeSources`, `compareFolder` and
 * `writeFolder` access the disk.
 */
export { generate, type GenerateInput, type GenerateResult } from "./generate.js";
export type { ImportExtension } from "./import-extension.js";
export type { PatternMode } from "./ir/screen-patterns.js";
export { schemaFiles } from "./json-schema/schema-files.js";
export { ModelError, type Diagnostic } from "./load/diagnostics.js";
export type { SourceFile } from "./load/load-model.js";
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
