import { originOf } from "./address-request.js";
import { AbortError } from "./errors.js";
import { toOwnError } from "./send.js";
import type { Receive } from "./service-types.js";

/**
 * Waits for an output of which a part is in the stream of the response.
 * @throws AbortError if the call is aborted, ConnectionError if the stream ends before that part
 */
export const receive: Receive = async (output, { request, traits, options }) => {
  try {
    return (await output) as object;
  } catch (cause) {
    const { signal } = options;
    if (signal?.aborted === true) throw new AbortError(signal.reason);
    const origin = traits?.sensitiveUrl === "host" ? "the service" : originOf(request);
    throw toOwnError(cause, origin, traits?.sensitiveUrl !== undefined);
  }
};
