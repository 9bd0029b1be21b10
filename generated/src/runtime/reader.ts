import { type Mismatch, SerializationException } from "./errors.js";
import { toPointer, toSegments, type Key, type Place } from "./path.js";

/** How a payload is read, and what becomes of a value that does not fit. */
export interface Reader {
  /** A server's rules: no nulls in dense collections, no offsets in timestamps, no unknown union members. */
  readonly strict: boolean;
  /** Where mismatches are collected; without it, the first one is thrown. */
  readonly found: FoundMismatch[] | undefined;
  /** The status of the response that is being read; none for a request or a bare value. */
  readonly statusCode: number | undefined;
}

/** A mismatch that a collecting reader passed over. */
export interface FoundMismatch extends Mismatch {
  readonly segments: readonly Key[];
}

/** Reads what a service sent: unknown members and values are kept or passed over. */
export const lenient: Reader = { strict: false, found: undefined, statusCode: undefined };

/** Reads what a client sent. */
export const strict: Reader = { strict: true, found: undefined, statusCode: undefined };

/** Reads a response; an error then tells its status. */
export function responseReader(statusCode: number): Reader {
  return { strict: false, found: undefined, statusCode };
}

/** Reads by a server's rules to the end, and collects what does not fit. */
export function collectingReader(): Reader & { readonly found: FoundMismatch[] } {
  return { strict: true, found: [], statusCode: undefined };
}

/** Where a reader is. */
export type ReadPlace = Place<Reader>;

/**
 * Throws, or notes the mismatch in a collecting reader. A collecting reader's caller discards the
 * value as soon as anything was found, so that what stands in for it here is never seen.
 */
export function mismatch(place: ReadPlace, expected: string, received: string): never {
  const found = { path: toPointer(place, "key"), expected, received };
  const reader = place.context;
  if (reader.found === undefined) {
    throw reader.statusCode === undefined
      ? new SerializationException(found, { httpStatusCode: 400 })
      : new SerializationException(found, { httpStatusCode: reader.statusCode }, "server");
  }
  reader.found.push({ ...found, segments: toSegments(place, "key") });
  return undefined as never;
}
