import { createHash } from "node:crypto";
import type { ImportExtension } from "../import-extension.js";
import type { Module } from "../emit/code/declarations.js";

/** Returns a digest of a module and its import extension. Equal digests mean equal printed text. */
export function moduleKey(module: Module, importExtension: ImportExtension): string {
  return createHash("sha256")
    .update(importExtension)
    .update("\0")
    .update(JSON.stringify(module))
    .digest("base64url");
}
