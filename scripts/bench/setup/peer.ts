import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/** The folder of the benchmarks, where the peers are installed. */
export const peersFolder: URL = new URL("../", import.meta.url);

const require = createRequire(new URL("package.json", peersFolder));

/**
 * Loads a peer by its package name. Its types cannot be imported, since the repository is compiled
 * where the peers are not installed; callers say what they use of it.
 */
export function loadPeer(name: string): Promise<unknown> {
  return import(resolvePeer(name));
}

/** The URL of a peer's entry. */
export function resolvePeer(name: string): string {
  return pathToFileURL(require.resolve(name)).href;
}

/** Loads a peer as CommonJS. */
export function requirePeer(name: string): unknown {
  return require(name);
}
