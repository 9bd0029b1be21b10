import { join } from "node:path";
import type { Handler, HandlerOptions } from "apigatewayv2-codec/server";
import {
  generateFrom,
  importFiles,
  repository,
  type Exports,
} from "../../codegen/support/generated.js";

/** The functions of a model that only a test knows. */
export type AnyFunctions = Readonly<Record<string, unknown>>;

/** The exports of a generated service, and its server. */
export interface GeneratedServer {
  readonly index: Exports;
  readonly createHandler: (
    functions: AnyFunctions,
    options?: HandlerOptions<object>,
  ) => Handler<object>;
}

/** Generates the code and the server of a model, and imports both. */
export async function importServer(name: string, json: unknown): Promise<GeneratedServer> {
  const { files } = await generateFrom(json, { server: true });
  const index = await importFiles(name, files);
  const path = join(repository, "test/.generated", name, "server.ts");
  const server = (await import(/* @vite-ignore */ path)) as Exports;
  return {
    index,
    createHandler: server["createHandler"] as GeneratedServer["createHandler"],
  };
}
