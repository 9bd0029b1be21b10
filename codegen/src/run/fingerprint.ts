import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runtimeFolders } from "../runtime-sources.js";

/** The folders of our code and of the runtime, in the repository and in the package. */
const folders = [new URL("../", import.meta.url), ...runtimeFolders].map((url) =>
  fileURLToPath(url),
);

/** The packages whose versions can change what is generated. */
const packages = ["htmlparser2", "prettier", "re2js", "refa", "ts-morph"];

let fingerprint: string | undefined;

/** A digest of everything that turns a model into an output: our code, the runtime, and the packages. */
export function fingerprintOfGenerator(): string {
  // What this process has loaded does not change any more.
  fingerprint ??= computeFingerprint();
  return fingerprint;
}

function computeFingerprint(): string {
  const hash = createHash("sha256");
  for (const folder of folders) {
    for (const name of namesIn(folder))
      hash.update(`${name}\0`).update(readFileSync(join(folder, name)));
  }
  const require = createRequire(import.meta.url);
  for (const name of packages) hash.update(`\0${name}\0${versionOf(name, require)}`);
  return hash.digest("base64url");
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.[jt]s$/.test(name) && !name.endsWith(".d.ts"))
      .sort();
  } catch {
    // There is no such folder in the repository or in the package.
    return [];
  }
}

function versionOf(name: string, require: NodeJS.Require): string {
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      const text = readFileSync(join(folder, name, "package.json"), "utf8");
      return (JSON.parse(text) as { readonly version: string }).version;
    } catch {
      // The package is in another folder.
    }
  }
  return "";
}
