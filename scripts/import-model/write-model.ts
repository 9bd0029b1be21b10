import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Model } from "./smithy-ast.js";

/** The text of a model file. */
export function formatModel(model: Model): string {
  return `${JSON.stringify(model, undefined, 2)}\n`;
}

/** The text of a file, or undefined where there is none yet. */
export function readText(file: URL): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** Writes a file unless it has this text already. */
export function writeText(file: URL, text: string): void {
  if (readText(file) !== text) writeFileSync(file, text);
}
