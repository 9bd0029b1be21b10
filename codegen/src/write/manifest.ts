import { join, posix } from "node:path";
import { isGenerated } from "../generated-mark.js";
import { readFileIfPresent } from "./read-file.js";

/** The file that lists what a run wrote, so that the next run can delete what is stale. */
export const manifestName = "manifest.json";

/** Tells our manifest from those of web extensions, deployment tools and the like. */
const generator = "smithy-codec";

/** The text of a manifest that lists generated files. */
export function manifestText(paths: Iterable<string>): string {
  return `${JSON.stringify({ generator, files: [...paths].sort() }, undefined, 2)}\n`;
}

/** What is known about the files of an earlier run. */
export interface Manifest {
  /** The files that the earlier run wrote, without the manifest. */
  readonly files: readonly string[];
  /** Whether a listed file is ours, so that it may be overwritten. */
  readonly isOurs: (path: string) => boolean;
}

/**
 * Reads the manifest of an output folder.
 * @returns the manifest, an empty one if there is none, or `undefined` if the file is not ours
 */
export function readManifest(folder: string): Manifest | undefined {
  const text = readFileIfPresent(join(folder, manifestName));
  if (text === undefined) return { files: [], isOurs: () => false };
  const json = parseObject(text);
  if (json === undefined || !isPathList(json["files"])) return undefined;
  const { files } = json;
  const listed = new Set(files);
  if (json["generator"] === generator) return { files, isOurs: (path) => listed.has(path) };
  if (Object.keys(json).join() !== "files") return undefined;
  return readUnmarked(folder, files);
}

/**
 * A manifest of release 0.1 has no mark. It is ours if a file that it lists has our header. That release wrote no
 * header in the files of `runtime`; of the others, only those with the header are ours.
 */
function readUnmarked(folder: string, files: readonly string[]): Manifest | undefined {
  const hasGenerated = files.some((path) => {
    const text = readFileIfPresent(join(folder, path));
    return text !== undefined && isGenerated(text);
  });
  const runtime = new Set(files.filter((path) => /^runtime\/[\w-]+\.ts$/.test(path)));
  return hasGenerated ? { files, isOurs: (path) => runtime.has(path) } : undefined;
}

/** Whether a text is a manifest of this or an earlier release, judged by its form alone. */
export function isManifestText(text: string): boolean {
  const json = parseObject(text);
  if (json === undefined || !isPathList(json["files"])) return false;
  return json["generator"] === generator || Object.keys(json).join() === "files";
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(text);
    const isObject = typeof json === "object" && json !== null && !Array.isArray(json);
    return isObject ? (json as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function isPathList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((path) => typeof path === "string" && isPlain(path));
}

/** Whether a path stays within the folder. A manifest is a file like any other, and may be forged. */
function isPlain(path: string): boolean {
  return (
    path !== "" &&
    !/[\0\\:]/.test(path) &&
    !posix.isAbsolute(path) &&
    posix.normalize(path) === path &&
    !path.split("/").includes("..") &&
    /\.(ts|json)$/.test(path)
  );
}
