import type { HttpRequest } from "@smithy/types";
import { encodeBase64 } from "../../values/base64.js";
import type { ClientConfig } from "../client-types.js";
import type { AuthContext, AuthScheme } from "../service-types.js";
import { ConfigurationError } from "../errors.js";
import { callProvider } from "./call-provider.js";

type Authenticated = Promise<HttpRequest | ConfigurationError>;

/** Authenticates by a bearer token (`smithy.api#httpBearerAuth`; RFC 6750, section 2.1). */
export async function bearer(request: HttpRequest, { config }: AuthContext): Authenticated {
  const token = await secretOf(config, "token");
  return typeof token === "string"
    ? withHeader(request, "authorization", `Bearer ${token}`)
    : token;
}

/** Authenticates by a user name and a password in UTF-8 (`smithy.api#httpBasicAuth`; RFC 7617). */
export async function basic(request: HttpRequest, { config }: AuthContext): Authenticated {
  const username = await secretOf(config, "username", /^[^:\p{Cc}]*$/u);
  const password = await secretOf(config, "password", /^\P{Cc}*$/u);
  if (typeof username !== "string") return username;
  if (typeof password !== "string") return password;
  const pair = new TextEncoder().encode(`${username}:${password}`);
  return withHeader(request, "authorization", `Basic ${encodeBase64(pair)}`);
}

/** Authenticates by a key in a header or in the query (`smithy.api#httpApiKeyAuth`). */
export async function apiKey(
  request: HttpRequest,
  { config }: AuthContext,
  { name = "", in: location, prefix }: AuthScheme,
): Authenticated {
  const key = await secretOf(config, "apiKey");
  if (typeof key !== "string") return key;
  return location === "query"
    ? { ...request, query: { ...request.query, [name]: key } }
    : withHeader(request, name, prefix === undefined ? key : `${prefix} ${key}`);
}

/**
 * Returns a property of the configuration, or an error if it is not set. Transports would refuse
 * other characters with a message that contains the value.
 */
async function secretOf(
  config: ClientConfig,
  property: "token" | "username" | "password" | "apiKey",
  pattern: RegExp = /^[ -~]+$/,
): Promise<string | ConfigurationError> {
  const given: unknown = config[property];
  if (given === undefined)
    return new ConfigurationError(property, `Set ${property} in the client's configuration.`);
  const value =
    typeof given === "function" ? await callProvider(property, given as () => unknown) : given;
  if (typeof value === "string" && pattern.test(value)) return value;
  const message = `${property} must be a string without line breaks and other invalid characters.`;
  throw new ConfigurationError(property, message);
}

function withHeader(request: HttpRequest, name: string, value: string): HttpRequest {
  return { ...request, headers: { ...request.headers, [name.toLowerCase()]: value } };
}
