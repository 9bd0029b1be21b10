import type { HttpRequest } from "@smithy/types";
import type { AuthContext, AuthScheme, Endpoint, EndpointAuthScheme } from "../service-types.js";
import { regionOf } from "../endpoint-sources.js";
import { ConfigurationError } from "../errors.js";
import { createCredentials, howToSet } from "./credentials.js";
import { signByConfig, unsupportedScheme } from "./custom-signer.js";
import { payloadOf } from "./prepare-request.js";
import { signV4 } from "./sign-v4.js";

/** Authenticates by AWS Signature Version 4 (`aws.auth#sigv4`). */
export async function sigV4(
  request: HttpRequest,
  given: AuthContext,
  { name = "" }: AuthScheme,
): Promise<HttpRequest | ConfigurationError> {
  const { service, config, endpoint, auth, clock, traits } = given;
  const wanted = endpointScheme(endpoint);
  if (config.signer !== undefined && config.credentials !== false)
    return signByConfig(config.signer, request, given, { signingName: name, ...wanted });
  const credentials = await (auth.credentials ??= createCredentials(given))();
  if (credentials === undefined)
    return new ConfigurationError("credentials", `No AWS credentials were found. ${howToSet}`);
  if (wanted !== undefined && wanted.name !== "sigv4")
    return unsupportedScheme(`aws.auth#${wanted.name}`);
  const scope = {
    credentials,
    region: wanted?.signingRegion ?? regionOf(config, service.name),
    service: wanted?.signingName ?? name,
  };
  const signed = await signV4(request, {
    ...scope,
    date: new Date(clock.now()),
    payload: payloadOf(traits),
    uriEscapePath: scope.service !== "s3" && wanted?.disableDoubleEncoding !== true,
  });
  return traits?.signEvents?.(signed, given, scope) ?? signed;
}

/** Returns what an endpoint says about signatures: of version 4 if it has a choice. */
function endpointScheme({ authSchemes = [] }: Endpoint): EndpointAuthScheme | undefined {
  const signatures = authSchemes.filter(({ name }) => name.startsWith("sigv4"));
  return signatures.find(({ name }) => name === "sigv4") ?? signatures[0];
}
