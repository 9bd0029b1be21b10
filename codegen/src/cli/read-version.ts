import { createRequire } from "node:module";

/** The version of this package. */
export function readVersion(): string {
  const require = createRequire(import.meta.url);
  return (require("smithy-codec/package.json") as { readonly version: string }).version;
}
