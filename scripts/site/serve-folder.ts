import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

/** A server of a folder. */
export interface FolderServer {
  /** The address of the site, with the base and its slash at the end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/**
 * Serves the files of a folder on the loopback interface, as hosts of static sites do: folders have an
 * `index.html`, and what does not exist is answered by `404.html`.
 * @param port 0 takes any free port
 */
export async function serveFolder(
  folder: string,
  base: string,
  port: number,
): Promise<FolderServer> {
  const server = createServer((request, response) => {
    void answer(folder, base, request.url ?? "/").then(({ status, type, body }) => {
      response.writeHead(status, { "content-type": type }).end(body);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${actual}${base}`, close: () => close(server) };
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer | string;
}

async function answer(folder: string, base: string, target: string): Promise<Answer> {
  const path = pathOf(target);
  const inside = path?.startsWith(base) === true ? path.slice(base.length) : undefined;
  const name = inside === undefined || !/(?:^|\/)$/.test(inside) ? inside : `${inside}index.html`;
  const body =
    name === undefined ? undefined : await readOrNothing(join(folder, normalize(`/${name}`)));
  if (name !== undefined && body !== undefined)
    return { status: 200, type: types[extname(name)] ?? "application/octet-stream", body };
  const page = await readOrNothing(join(folder, "404.html"));
  return { status: 404, type: types[".html"] ?? "", body: page ?? "Not found." };
}

/** Returns the decoded path of a request, or `undefined` if it is not valid. */
function pathOf(target: string): string | undefined {
  try {
    return decodeURIComponent(new URL(target, "http://localhost").pathname);
  } catch {
    return undefined;
  }
}

async function readOrNothing(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch {
    return undefined;
  }
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
