import { mkdirSync } from "node:fs";

/** The folder that jobs write to. It is not committed. */
export const distFolder: URL = new URL("../dist/", import.meta.url);

/** The built package. `npm run bench` builds it first. */
export const packageFolder: URL = new URL("../../../generated/dist/", import.meta.url);

/** The main entry of the package, as a runtime loads it: JavaScript in two files. */
export const codecFile: URL = new URL("bundle/index.js", packageFolder);

/** The entry with the client. */
export const clientFile: URL = new URL("bundle/client.js", packageFolder);

type Codec = typeof import("../../../generated/src/index.js");

/** Creates the folder that jobs write to. */
export function prepareFolder(): void {
  mkdirSync(distFolder, { recursive: true });
}

/** Loads the built package. Its types are those of the sources. */
export async function loadCodec(): Promise<Codec> {
  return (await import(codecFile.href)) as Codec;
}

type Client = typeof import("../../../generated/src/client.js");

/** Loads the built client. Its types are those of the sources. */
export async function loadClient(): Promise<Client> {
  return (await import(clientFile.href)) as Client;
}
