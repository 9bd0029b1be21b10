import type { ClientConfig } from "./client-types.js";
import type { EndpointParameter, EndpointSource } from "./service-types.js";
import { isValidHostLabel } from "./endpoint-functions.js";
import { environment } from "./environment.js";
import { ConfigurationError } from "./errors.js";

/*
 * Where the values of endpoint parameters come from (Smithy, "Rules engine built-ins"; AWS,
 * "Rules engine built-ins"). Each is a function of its own, so that bundles hold those that are used.
 */

/**
 * Returns the region of a client: `region` of its configuration, or else `AWS_REGION` or
 * `AWS_DEFAULT_REGION` of the environment.
 * @param service the name of the service, for messages
 * @throws ConfigurationError if there is none, or if it is not a host label
 */
export function regionOf(config: ClientConfig, service: string): string {
  const region: unknown = givenRegion(config);
  // The region is a part of the host name.
  if (typeof region === "string" && isValidHostLabel(region, false)) return region;
  const found =
    region === undefined
      ? `No region is set for ${service}.`
      : `The region of ${service} is ${typeof region === "string" ? JSON.stringify(region.slice(0, 64)) : `of type ${typeof region}`}; expected letters, digits and hyphens, such as eu-central-1.`;
  throw new ConfigurationError(
    "region",
    `${found} Set region in the client's configuration, or AWS_REGION in the environment.`,
  );
}

function givenRegion(config: ClientConfig): string | undefined {
  return config.region ?? environment("AWS_REGION") ?? environment("AWS_DEFAULT_REGION");
}

/** `AWS::Region`. With an endpoint, a client needs a region only if it signs. */
export function regionSource(config: ClientConfig, service: string): EndpointParameter {
  return config.endpoint !== undefined && givenRegion(config) === undefined
    ? undefined
    : regionOf(config, service);
}

/** `AWS::UseFIPS`. */
export function fipsSource({ useFipsEndpoint }: ClientConfig): EndpointParameter {
  return useFipsEndpoint ?? environment("AWS_USE_FIPS_ENDPOINT") === "true";
}

/** `AWS::UseDualStack`. */
export function dualstackSource({ useDualstackEndpoint }: ClientConfig): EndpointParameter {
  return useDualstackEndpoint ?? environment("AWS_USE_DUALSTACK_ENDPOINT") === "true";
}

/**
 * `SDK::Endpoint`: the URL of the configuration.
 * @throws ConfigurationError if it is no URL for `baseUrl`. The message does not show it, since it
 * can contain a password
 */
export function endpointSource({ endpoint }: ClientConfig, service: string): string | undefined {
  if (endpoint === undefined) return undefined;
  const url = baseUrl((endpoint as { readonly href?: unknown } | null)?.href ?? endpoint);
  if (url !== undefined) return url;
  throw new ConfigurationError(
    "endpoint",
    `The endpoint of ${service} is no HTTP or HTTPS URL, or has a user name, a query or a fragment. Set endpoint in the client's configuration to a plain URL.`,
  );
}

/**
 * Returns an absolute HTTP or HTTPS URL without slashes at its end; `undefined` for anything else, and
 * for URLs with a user name, a query or a fragment.
 */
export function baseUrl(text: unknown): string | undefined {
  if (typeof text !== "string" || !/^https?:\/\/[^\s\\/?#@]+(\/[^\s\\?#]*)?$/i.test(text))
    return undefined;
  try {
    new URL(text);
  } catch {
    return undefined;
  }
  let end = text.length;
  while (text[end - 1] === "/") end -= 1;
  return text.slice(0, end);
}

/** `AWS::Auth::AccountId`: that of static credentials, or of the environment. */
export function accountIdSource({ credentials }: ClientConfig): EndpointParameter {
  return typeof credentials === "object" ? credentials.accountId : environment("AWS_ACCOUNT_ID");
}

/** `AWS::Auth::AccountIdEndpointMode`. */
export function accountIdModeSource(): EndpointParameter {
  return environment("AWS_ACCOUNT_ID_ENDPOINT_MODE") ?? "preferred";
}

/** Returns the source of a parameter that is a property of the configuration. */
export function configSource(name: string): EndpointSource {
  return (config) => (config as Readonly<Record<string, EndpointParameter>>)[name];
}
