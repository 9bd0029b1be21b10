import type { ClientConfig, ClientService, Endpoint, OperationTraits } from "./client-types.js";
export function resolveEndpoint(
  _s: ClientService,
  config: ClientConfig,
  _t: OperationTraits | undefined,
  _i: unknown,
): Endpoint {
  return { url: String(config.endpoint ?? `https://apigateway.${config.region}.amazonaws.com`) };
}
