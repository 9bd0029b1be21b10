import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { parseAst, type Ast } from "./json-ast.js";

/** The largest file that is read, in bytes: that of a model. */
const maxBytes = 64 * 1024 * 1024;

/** How long a download may take, in milliseconds. */
const maxTime = 60_000;

/** A published model that cannot be used; the message is for the user. */
export class PublishedModelError extends Error {
  override readonly name = "PublishedModelError";
}

/**
 * Reads a published model.
 * @param from a file, a URL, or a folder such as a checkout of AWS's repository of models, in which the newest model
 *   of the service is found
 * @param service the id of the service
 * @throws PublishedModelError if there is no model with this service
 */
export async function readPublished(from: string, service: string): Promise<Ast> {
  if (/^https?:\/\//.test(from)) return expectService(await download(from), from, service);
  const kind = await stat(from).catch(() => undefined);
  if (kind === undefined) throw new PublishedModelError(`${from}: no such file or folder`);
  if (!kind.isDirectory()) return expectService(await readFile(from, "utf8"), from, service);
  return findNewest(from, service);
}

async function download(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(maxTime) });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return await readLimited(response);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PublishedModelError(`${url}: cannot be downloaded: ${reason}`);
  }
}

async function readLimited({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    const bytes = part.value as Uint8Array;
    size += bytes.length;
    if (size > maxBytes) {
      await reader?.cancel();
      throw new Error(`the file has more than ${maxBytes} bytes`);
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function expectService(text: string, name: string, service: string): Ast {
  const ast = parseAst(text);
  if (ast === undefined)
    throw new PublishedModelError(
      `${name}: not a Smithy JSON AST; expected an object with "smithy" and "shapes"`,
    );
  if (Object.hasOwn(ast.shapes, service)) return ast;
  const services = Object.keys(ast.shapes).filter((id) => ast.shapes[id]?.["type"] === "service");
  throw new PublishedModelError(
    `${name}: has no service ${service}; its services: ${services.join(", ") || "none"}. If it was renamed, give its new id with --service.`,
  );
}

/** Finds the model of a service whose version is the latest, in the files of a folder. */
async function findNewest(folder: string, service: string): Promise<Ast> {
  const names = (await readdir(folder, { recursive: true })).filter((name) =>
    name.endsWith(".json"),
  );
  let newest: Ast | undefined;
  for (const name of names.sort()) {
    const path = join(folder, name);
    if ((await stat(path)).size > maxBytes) continue;
    const text = await readFile(path, "utf8");
    // Parsing every file of a large folder would take minutes.
    const ast = text.includes(`"${service}"`) ? parseAst(text) : undefined;
    if (ast === undefined || !Object.hasOwn(ast.shapes, service)) continue;
    if (newest === undefined || versionOf(ast, service) > versionOf(newest, service)) newest = ast;
  }
  if (newest === undefined)
    throw new PublishedModelError(
      `${folder}: no .json file in this folder has the service ${service}`,
    );
  return newest;
}

/** AWS's versions are dates. */
function versionOf({ shapes }: Ast, service: string): string {
  const version = shapes[service]?.["version"];
  return typeof version === "string" ? version : "";
}
