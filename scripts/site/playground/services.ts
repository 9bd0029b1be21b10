import type { ServiceInfo } from "./info/service-info.js";
import { generatedPaths, packagePaths, type ImportPaths } from "./snippets/snippets.js";
import type { Generated } from "./workers/protocol.js";
import { RunnerClient } from "./workers/runner-client.js";

/** A service that can be tried: its description, and a worker with its code. */
export interface LoadedService {
  readonly info: ServiceInfo;
  readonly runner: RunnerClient;
  readonly paths: ImportPaths;
  /** Arguments of its client's constructor. */
  readonly client: Readonly<Record<string, string>>;
}

/** Loads API Gateway V2, from the package's sources. */
export async function loadApiGateway(): Promise<LoadedService> {
  const { default: info } = await import("virtual:api-gateway-info");
  return {
    info,
    runner: new RunnerClient(),
    paths: packagePaths,
    client: { region: "eu-central-1" },
  };
}

/** Returns the service of a model from its generated code. */
export function serviceOf({ info, script }: Generated): LoadedService {
  return {
    info,
    runner: new RunnerClient(script),
    paths: generatedPaths,
    client: { endpoint: "http://127.0.0.1:3000" },
  };
}
