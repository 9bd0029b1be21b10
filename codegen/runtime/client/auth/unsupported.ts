import type { HttpRequest } from "@smithy/types";
import type { AuthContext, AuthScheme } from "../service-types.js";
import type { ConfigurationError } from "../errors.js";
import { signByConfig, unsupportedScheme } from "./custom-signer.js";

/** Authenticates by a scheme that only the signer of the configuration can support. */
export async function unsupported(
  request: HttpRequest,
  given: AuthContext,
  { id = "", name }: AuthScheme,
): Promise<HttpRequest | ConfigurationError> {
  const { signer, credentials } = given.config;
  if (credentials === false && id.startsWith("aws.auth#")) return request;
  return signer === undefined
    ? unsupportedScheme(id)
    : signByConfig(signer, request, given, name === undefined ? {} : { signingName: name });
}
