import type { HttpRequest } from "@smithy/types";
import type { AuthContext } from "../service-types.js";
import { ConfigurationError } from "../errors.js";

/**
 * Authenticates a request by the first scheme of its operation that the configuration has something
 * for (Smithy 2.0, "Authentication traits"). The request itself is not changed, so that every
 * attempt can start from it.
 * @throws ConfigurationError if there is no such scheme. Neither its message nor its cause contains
 * what the configuration has for others
 */
export async function authorize(request: HttpRequest, given: AuthContext): Promise<HttpRequest> {
  const { service, traits, config } = given;
  const schemes = traits?.auth ?? service.auth;
  const missing: ConfigurationError[] = [];
  for (const scheme of schemes) {
    const result = await scheme.scheme(request, given, scheme);
    if (!(result instanceof ConfigurationError)) return result;
    missing.push(result);
  }
  const [first] = missing;
  const isUnsigned = config.credentials === false && missing.some(isAboutCredentials);
  if (first === undefined || isUnsigned) return request;
  const messages = missing.map(({ message }) => message).join(" Or: ");
  throw new ConfigurationError(first.property, `${service.name} cannot be called: ${messages}`);
}

function isAboutCredentials({ property }: ConfigurationError): boolean {
  return property === "credentials";
}
