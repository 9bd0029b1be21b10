import { createHash } from "node:crypto";
import type { Module } from "../emit/declarations.js";

/** A digest of a module: equal digests mean that the printed text is the same. */
export function moduleKey(module: Module): string {
  return createHash("sha256").update(JSON.stringify(module)).digest("base64url");
}
