import type { CallMetadata } from "./client-types.js";

const metadata = new WeakMap<object, CallMetadata>();

/** Keeps the metadata of an output, which has only the members of the model. */
export function setMetadata(output: object, given: CallMetadata): void {
  metadata.set(output, given);
}

/**
 * Returns the metadata of the call that returned an output: the status, the id of the request, and
 * how often it was sent.
 * @param output the object that a method of a client returned, not a copy
 * @returns `undefined` for any other object
 */
export function metadataOf(output: object): CallMetadata | undefined {
  return metadata.get(output);
}
