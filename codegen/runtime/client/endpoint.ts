import type { ClientConfig } from "./client-types.js";
import type {
  ClientService,
  Endpoint,
  EndpointParameter,
  EndpointParameters,
  EndpointRules,
  OperationTraits,
} from "./service-types.js";
import { refused } from "./endpoint-functions.js";
import { baseUrl, endpointSource } from "./endpoint-sources.js";
import { ConfigurationError } from "./errors.js";

/** What a configuration gives for the rules of a service. */
interface Resolved {
  readonly rules: EndpointRules;
  readonly parameters: EndpointParameters;
  /** The endpoint of operations that set no parameters. */
  endpoint?: Endpoint;
}

/** By configuration, since environment variables and URLs take most of the time of a resolution. */
const resolved = /* @__PURE__ */ new WeakMap<ClientConfig, Resolved>();

/**
 * Returns the endpoint of a call: by the endpoint rules of the service, or else the one of the
 * configuration. The environment is read once for each configuration.
 * @throws ConfigurationError if the configuration lacks what the rules need, or if they refuse it
 */
export function resolveEndpoint(
  { endpoints: rules, name }: ClientService,
  config: ClientConfig,
  traits: OperationTraits | undefined,
  input: unknown,
): Endpoint {
  if (rules === undefined) return { url: endpointSource(config, name) ?? noEndpoint(name) };
  let state = resolved.get(config);
  if (state?.rules !== rules) {
    state = { rules, parameters: parametersOf(rules, config, name) };
    resolved.set(config, state);
  }
  const { parameters } = state;
  if (traits?.endpoint === undefined) return (state.endpoint ??= apply(rules, parameters));
  const given: Record<string, EndpointParameter> = { ...parameters };
  for (const [key, value] of Object.entries(traits.endpoint((input ?? {}) as never)))
    if (value !== undefined) given[key] = value;
  return apply(rules, given);
}

function parametersOf(
  { parameters }: EndpointRules,
  config: ClientConfig,
  name: string,
): EndpointParameters {
  return Object.fromEntries(
    Object.entries(parameters).map(([key, source]) => [key, source(config, name)]),
  );
}

/** Values of an input must not change the form of the URL. */
function apply(rules: EndpointRules, parameters: EndpointParameters): Endpoint {
  const endpoint = rules.resolve(parameters);
  const url = baseUrl(endpoint.url);
  if (url === undefined) throw refused("the endpoint rules return no valid URL");
  return { ...endpoint, url };
}

function noEndpoint(name: string): never {
  throw new ConfigurationError(
    "endpoint",
    `No endpoint is set for ${name}, and its model has no endpoint rules. Set endpoint in the client's configuration.`,
  );
}
