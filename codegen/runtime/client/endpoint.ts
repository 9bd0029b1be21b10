import type {
  ClientConfig,
  ClientService,
  Endpoint,
  EndpointParameter,
  OperationTraits,
} from "./client-types.js";
import { endpointSource } from "./endpoint-sources.js";
import { ConfigurationError } from "./errors.js";

/**
 * Returns the endpoint of a call: by the endpoint rules of the service, or else the one of the
 * configuration.
 * @throws ConfigurationError if the configuration lacks what the rules need, or if they refuse it
 */
export function resolveEndpoint(
  { endpoints, name }: ClientService,
  config: ClientConfig,
  traits: OperationTraits | undefined,
  input: unknown,
): Endpoint {
  if (endpoints === undefined) return { url: endpointSource(config, name) ?? noEndpoint(name) };
  const parameters: Record<string, EndpointParameter> = {};
  for (const [key, source] of Object.entries(endpoints.parameters))
    parameters[key] = source(config, name);
  const given = traits?.endpoint?.((input ?? {}) as never) ?? {};
  for (const [key, value] of Object.entries(given))
    if (value !== undefined) parameters[key] = value;
  return endpoints.resolve(parameters);
}

function noEndpoint(name: string): never {
  throw new ConfigurationError(
    "endpoint",
    `No endpoint is set for ${name}, and its model has no endpoint rules. Set endpoint in the client's configuration.`,
  );
}
