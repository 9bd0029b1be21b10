import { createHash } from "node:crypto";
import type { Module } from "../emit/declarations.js";

/** A digest of all that a file's text is made of: its declarations and the origin in its header. */
export function moduleKey(module: Module, source: string): string {
  return createHash("sha256")
    .update(source)
    .update("\0")
    .update(JSON.stringify(module))
    .digest("base64url");
}
