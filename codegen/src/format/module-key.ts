import { createHash } from "node:crypto";
import type { ImportExtension } from "../import-extension.js";
import type { Module } from "../emit/declarations.js";

/** A digest of all that a file's text is made of: its declarations, the origin in its header, the ends of imports. */
export function moduleKey(
  module: Module,
  source: string,
  importExtension: ImportExtension,
): string {
  return createHash("sha256")
    .update(source)
    .update("\0")
    .update(importExtension)
    .update("\0")
    .update(JSON.stringify(module))
    .digest("base64url");
}
