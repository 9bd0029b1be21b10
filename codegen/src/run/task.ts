import type { IgnoredWarning, OutputConfig } from "../config/config.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { FolderDifference } from "../write/compare-folder.js";
import type { FileStatus } from "../write/write-file.js";

/** One output to generate. It is plain data, so that it can be sent to a worker. */
export interface Task extends Omit<OutputConfig, "name" | "models"> {
  /** The name in messages. */
  readonly name: string;
  /** Paths of the files of the model; `-` is standard input. */
  readonly models: readonly string[];
  /** The contents of standard input, if a model or overlay is `-`. */
  readonly stdin?: Uint8Array | undefined;
  /** Whether to only compare with the existing files, and write nothing. */
  readonly isReadOnly: boolean;
  /** Whether to overwrite files that were not generated. */
  readonly force: boolean;
  /** Whether to reuse what earlier runs generated. */
  readonly cache: boolean;
  /** Whether warnings are errors. */
  readonly strict: boolean;
  readonly ignore: readonly IgnoredWarning[];
}

/** The result for an output folder. */
export interface FolderReport extends FolderDifference {
  readonly path: string;
}

/** The result for a single file. */
export interface FileReport {
  readonly path: string;
  readonly status: FileStatus;
}

/** What the output was generated from. */
export interface TaskSummary {
  /** The shape id of the service. */
  readonly service: string;
  readonly operations: number;
  readonly shapes: number;
  readonly warnings: readonly Diagnostic[];
  /** The ids of the members whose patterns are checked with re2js. If there are any, the output imports re2js. */
  readonly linearPatterns: readonly string[];
}

/** The result of a task. */
export interface TaskReport extends TaskSummary {
  readonly name: string;
  /** The names of the files of the model. */
  readonly models: readonly string[];
  readonly folders: readonly FolderReport[];
  readonly files: readonly FileReport[];
  /** The indexes of the entries of `ignore` that matched a warning. */
  readonly ignored: readonly number[];
  readonly seconds: number;
}

/** What a task reports while it runs. */
export interface TaskEvents {
  readonly onProgress?: (text: string) => void;
  /** Called with a message for the user if this run has to wait for another one. */
  readonly onWait?: (message: string) => void;
}
