import { join } from "node:path";
import type { CallOptions, ClientConfig } from "apigatewayv2-codec/client";
import {
  generateFrom,
  importFiles,
  repository,
  type Exports,
} from "../../codegen/support/generated.js";

/** A method of a client of a model that only a test knows. */
export interface AnyMethod {
  (input?: unknown, options?: CallOptions): Promise<Record<string, unknown>>;
  safe(
    input?: unknown,
    options?: CallOptions,
  ): Promise<{
    ok: boolean;
    output?: Record<string, unknown>;
    error?: Error & Record<string, unknown>;
  }>;
}

/** A client of a model that only a test knows. */
export type AnyClient = Readonly<Record<string, AnyMethod>>;

/** The exports of a generated service and of its client. */
export interface GeneratedClient {
  readonly index: Exports;
  readonly client: Exports;
  /** Creates a client with all operations of the model. */
  readonly open: (config: ClientConfig) => AnyClient;
}

/** Generates the code and the client of a model, and imports both. */
export async function importClient(name: string, json: unknown): Promise<GeneratedClient> {
  const { files, service } = await generateFrom(json, { client: true });
  const index = await importFiles(name, files);
  const path = join(repository, "test/.generated", name, "client.ts");
  const client = (await import(/* @vite-ignore */ path)) as Exports;
  const Client = client[service.name] as new (config: ClientConfig) => AnyClient;
  return { index, client, open: (config) => new Client(config) };
}
