import { join } from "node:path";
import type { Handler, HandlerOptions, OperationContext } from "apigatewayv2-codec/server";
import { generateFrom, importFiles, repository } from "../../codegen/support/generated.js";
import { list, member, model, operation, simple, structure } from "../../codegen/support/models.js";

const json = model({
  Echo: operation("/items/{id}", { method: "POST", input: "EchoInput", output: "EchoOutput" }),
  Find: operation("/items/{id}", { method: "GET", input: "FindInput", output: "EchoOutput" }),
  Upload: operation("/streams", { method: "PUT", input: "Streamed", output: "EchoOutput" }),
  Download: operation("/streams", { method: "GET", output: "Streamed" }),
  Binary: operation("/binary", { method: "POST", input: "Bytes", output: "Bytes" }),
  FindInput: structure({
    id: member("String", { httpLabel: {}, required: {} }),
    tags: member("Strings", { httpQuery: "tag" }),
    note: member("String", { httpHeader: "x-note" }),
    cookie: member("String", { httpHeader: "cookie" }),
  }),
  EchoInput: structure({
    id: member("String", { httpLabel: {}, required: {} }),
    tags: member("Strings", { httpQuery: "tag" }),
    note: member("String", { httpHeader: "x-note" }),
    text: member("String"),
  }),
  EchoOutput: structure({
    text: member("String"),
    cookie: member("String", { httpHeader: "set-cookie" }),
  }),
  Streamed: structure({ body: member("Stream", { httpPayload: {}, default: "" }) }),
  Bytes: structure({ body: member("Blob", { httpPayload: {} }) }),
  Stream: simple("blob", { streaming: {} }),
  Strings: list("String"),
});

/** The input of the operations that are tested. */
export interface EchoInput {
  readonly id?: string;
  readonly tags?: readonly string[];
  readonly note?: string;
  readonly cookie?: string;
  readonly text?: string;
  readonly body?: unknown;
}

/** A function of an operation of this model. */
export type EchoFunction = (
  input: EchoInput,
  context: OperationContext & { readonly user?: string },
) => unknown;

/** Creates a handler of this model. */
export type CreateEchoHandler = (
  functions: Readonly<Record<string, EchoFunction>>,
  options?: HandlerOptions<object>,
) => Handler<object>;

/** Generates the server of a service with a few operations of all kinds of bodies, and imports it. */
export async function importEchoServer(name: string): Promise<CreateEchoHandler> {
  const { files } = await generateFrom(json, { server: true });
  await importFiles(name, files);
  const path = join(repository, "test/.generated", name, "server.ts");
  const { createHandler } = (await import(/* @vite-ignore */ path)) as {
    createHandler: CreateEchoHandler;
  };
  return createHandler;
}
