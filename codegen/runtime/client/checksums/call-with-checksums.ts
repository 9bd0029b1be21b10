import { call, type Callee } from "../call.js";
import type { CallOptions } from "../client-types.js";
import { metadataOf, setMetadata } from "../metadata.js";
import type { ClientOperation } from "../service-types.js";
import { checksumOfBlob, hasBlob } from "./blob-checksum.js";
import { addRequestChecksum } from "./request-checksum.js";
import { verifyResponse } from "./response-checksum.js";
import { isWhenSupported } from "./settings.js";

type Members = Readonly<Record<string, unknown>>;

/**
 * Calls an operation with a checksum of its request, of its response, or of both (AWS, `httpChecksum` trait). The
 * settings of the client say whether to do so if neither the service nor the input asks for it.
 *
 * @throws ConfigurationError if a setting is invalid
 */
export async function callWithChecksums(
  callee: Callee,
  input: unknown = {},
  options?: CallOptions | null,
): Promise<object> {
  const { operation, traits, client } = callee;
  const { config } = client;
  const { mode, member, header, required, verify = [] } = traits?.checksum ?? {};
  if (typeof input !== "object" || input === null) return call(callee, input, options);
  const given =
    mode !== undefined &&
    (input as Members)[mode] == null &&
    isWhenSupported(config, "responseChecksumValidation")
      ? { ...input, [mode]: "ENABLED" }
      : input;
  const chosen = member === undefined ? undefined : ((given as Members)[member] ?? undefined);
  const isDefault =
    required === true ||
    (member !== undefined && isWhenSupported(config, "requestChecksumCalculation"));
  const known = hasBlob(given)
    ? await checksumOfBlob(
        () => operation.serializeRequest(given as never, config as never),
        chosen ?? (isDefault && "CRC32"),
        options,
      )
    : undefined;
  let verifies = mode !== undefined && (given as Members)[mode] === "ENABLED";
  let checksumAlgorithm: string | undefined;

  const withChecksums: ClientOperation = {
    ...operation,
    serializeRequest(value, settings) {
      const request = operation.serializeRequest(value, settings);
      // The answer has the checksum of the body that another method would get.
      verifies &&= request.method !== "HEAD";
      return addRequestChecksum(request, { chosen, member, header, isDefault, known });
    },
    deserializeResponse(response, settings) {
      const verified =
        verifies && response.statusCode < 300 ? verifyResponse(response, verify) : { response };
      checksumAlgorithm = verified.algorithm;
      return operation.deserializeResponse(verified.response, settings);
    },
  };
  const output = await call({ ...callee, operation: withChecksums }, given, options);
  const metadata = metadataOf(output);
  if (metadata !== undefined && checksumAlgorithm !== undefined)
    setMetadata(output, { ...metadata, checksumAlgorithm });
  return output;
}
