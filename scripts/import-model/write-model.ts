import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Model } from "./smithy-ast.js";

/** Formats a model as the text of its file. */
export function formatModel(model: Model): string {
  return `${JSON.stringify(model, undefined, 2)}\n`;
}

/** Reads a file; undefined if it does not exist. */
export function readText(file: URL): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** Writes a file unless it already has this text. */
export function writeText(file: URL, text: string): void {
  if (readText(file) !== text) writeFileSync(file, text);
}
