import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { generate, readRuntimeSources } from "smithy-codec";
import { protocolRules } from "../../codegen/src/ir/protocol.js";
import { protocolsOf } from "../support/protocols-of.js";
import type { Suite } from "./suites.js";

/** The functions of one generated operation, as the runner calls them. */
export interface GeneratedOperation {
  readonly serializeRequest: (value: unknown, options: object) => SerializedRequest;
  readonly deserializeRequest: (request: IncomingMessage, options?: object) => unknown;
  readonly serializeResponse: (value: unknown, options: object) => SerializedResponse;
  readonly deserializeResponse: (response: IncomingMessage, options?: object) => unknown;
}

export interface SerializedMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface SerializedRequest extends SerializedMessage {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | string[] | null>>;
  readonly hostPrefix?: string;
  readonly hostname?: string;
}

export interface SerializedResponse extends SerializedMessage {
  readonly statusCode: number;
}

export type IncomingMessage = Readonly<Record<string, unknown>>;

/** The function of an operation in a server. */
export type HandlerFunction = (input: unknown) => unknown;

/** The code that is generated from a suite's model. */
export interface GeneratedSuite {
  /** All generated files, as texts by path. */
  readonly files: ReadonlyMap<string, string>;
  /** Whether the protocol has servers. */
  readonly hasServer: boolean;
  /** The name of a shape or an operation in the generated code. */
  readonly symbol: (id: string) => string;
  readonly createHandler: (functions: Readonly<Record<string, HandlerFunction>>) => {
    readonly handle: (request: IncomingMessage) => Promise<SerializedResponse>;
  };
  readonly operation: (id: string) => GeneratedOperation;
  readonly errorClass: (id: string) => new (members: object) => Error;
  readonly serializeError: (error: unknown) => SerializedResponse;
}

const folder = fileURLToPath(new URL("../.generated/conformance/", import.meta.url));

/**
 * Generates the code of a suite's model and loads it.
 * @param client whether to generate a client too, which the tests do not need
 */
export async function generateSuite(suite: Suite, client = false): Promise<GeneratedSuite> {
  const [protocol] = protocolsOf(suite.bytes);
  const hasServer = protocol !== undefined && protocolRules[protocol].servers;
  const { service, files } = await generate({
    model: { name: `${suite.name}.json`, bytes: suite.bytes },
    runtime: await readRuntimeSources(),
    client,
    server: hasServer,
  });
  const out = join(folder, suite.name);
  await Promise.all([...files].map(([path, text]) => write(join(out, path), text)));
  const load = async (file: string): Promise<Record<string, unknown>> =>
    (await import(pathToFileURL(join(out, file)).href)) as Record<string, unknown>;
  const index = await load("index.ts");
  const server = hasServer ? await load("server.ts") : {};
  const symbols = new Map(
    [...service.operations, ...service.shapes].map(({ id, symbol }) => [id, symbol]),
  );
  const find = (id: string): unknown => {
    const found = index[symbols.get(id) ?? ""];
    if (found === undefined) throw new Error(`nothing was generated for ${id}`);
    return found;
  };
  return {
    files,
    hasServer,
    symbol: (id) => symbols.get(id) ?? "",
    createHandler: server["createHandler"] as GeneratedSuite["createHandler"],
    operation: (id) => find(id) as GeneratedOperation,
    errorClass: (id) => find(id) as new (members: object) => Error,
    serializeError: index["serializeError"] as GeneratedSuite["serializeError"],
  };
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
