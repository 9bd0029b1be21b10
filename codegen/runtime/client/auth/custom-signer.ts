import type { HttpRequest, RequestSigner } from "@smithy/types";
import type { AuthContext, EndpointAuthScheme } from "../service-types.js";
import { regionOf } from "../endpoint-sources.js";
import { ConfigurationError } from "../errors.js";
import { callProvider } from "./call-provider.js";
import { payloadOf, prepareRequest } from "./prepare-request.js";

/**
 * Signs a request by the signer of the configuration.
 * @param scheme what the model or the endpoint says about the signature
 */
export async function signByConfig(
  signer: RequestSigner,
  request: HttpRequest,
  given: AuthContext,
  { signingName, signingRegion, signingRegionSet }: Partial<EndpointAuthScheme>,
): Promise<HttpRequest> {
  const region = signingRegion ?? signingRegionSet?.join(",") ?? tryRegion(given);
  return callProvider("signer", () =>
    signer.sign(prepareRequest(request, payloadOf(given.traits)), {
      signingDate: new Date(given.clock.now()),
      ...(region === undefined ? {} : { signingRegion: region }),
      ...(signingName === undefined ? {} : { signingService: signingName }),
    }),
  );
}

/** A signer can have a region of its own, so the client need not have one. */
function tryRegion({ config, service }: AuthContext): string | undefined {
  try {
    return regionOf(config, service.name);
  } catch {
    return undefined;
  }
}

/** Returns the error for a scheme that needs a signer. */
export function unsupportedScheme(id: string): ConfigurationError {
  const message = `The authentication scheme ${id} is not supported. Set signer to an object that signs requests with it.`;
  return new ConfigurationError("signer", message);
}
