import { join } from "node:path";
import type { ProtocolName } from "../../../codegen/src/ir/service.js";
import {
  generateFrom,
  importFiles,
  repository,
  type Exports,
} from "../../codegen/support/generated.js";
import { feature } from "../../features/several-protocols.js";
import type { GeneratedServer } from "./import-server.js";

/** The protocols of the model; the first is that of the output. */
export const protocols = ["restJson1", "awsJson1_1", "rpcv2Cbor", "restXml"] as const;

/** The code that is generated for one protocol, or for several. */
export interface Output extends GeneratedServer {
  /** Imports another file of the output. */
  readonly load: (file: string) => Promise<Exports>;
}

/**
 * Generates and imports the server and client of the feature model.
 * @param suite the name of the test file, since several run at the same time
 */
export async function outputOf(
  suite: string,
  ...protocol: readonly ProtocolName[]
): Promise<Output> {
  const options = { server: true, client: true, arbitraries: true, protocol };
  const { files } = await generateFrom(feature.given, options);
  const name = `${suite}-${protocol.join("-")}`;
  const index = await importFiles(name, files);
  const load = async (file: string): Promise<Exports> =>
    (await import(/* @vite-ignore */ join(repository, "test/.generated", name, file))) as Exports;
  const { createHandler } = await load("server.ts");
  return { index, load, createHandler: createHandler as GeneratedServer["createHandler"] };
}
