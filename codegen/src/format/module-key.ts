import { createHash } from "node:crypto";
import type { ImportExtension } from "../import-extension.js";
import type { Module } from "../emit/declarations.js";

/** A digest of a module and the extension of its imports: equal digests mean that the printed text is the same. */
export function moduleKey(module: Module, importExtension: ImportExtension): string {
  return createHash("sha256")
    .update(importExtension)
    .update("\0")
    .update(JSON.stringify(module))
    .digest("base64url");
}
