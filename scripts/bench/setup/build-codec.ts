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

/** The entry with the server. */
export const serverFile: URL = new URL("bundle/server.js", packageFolder);

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

type Server = typeof import("../../../generated/src/server.js") &
  typeof import("../../../generated/src/server/node.js");

/** Loads the built server with its adapter of `node:http`. Its types are those of the sources. */
export async function loadServer(): Promise<Server> {
  const node = new URL("bundle/server/node.js", packageFolder);
  return {
    ...((await import(serverFile.href)) as Server),
    ...((await import(node.href)) as Server),
  };
}
