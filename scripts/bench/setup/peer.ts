import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/** The folder of the benchmarks, in which the peers are installed. */
export const peersFolder: URL = new URL("../", import.meta.url);

const require = createRequire(new URL("package.json", peersFolder));

/**
 * Loads a peer by its package name. Its types cannot be imported, because the repository is also
 * compiled when the peers are not installed. Callers declare the types that they use.
 */
export function loadPeer(name: string): Promise<unknown> {
  return import(resolvePeer(name));
}

/** Returns the URL of a peer's entry. */
export function resolvePeer(name: string): string {
  return pathToFileURL(require.resolve(name)).href;
}

/** Loads a peer as a CommonJS module. */
export function requirePeer(name: string): unknown {
  return require(name);
}

/** Imports a peer that has no entry for CommonJS. */
export function importPeer(name: string): Promise<unknown> {
  return import(name);
}
