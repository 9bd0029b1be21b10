import { SerializationException } from "./errors.js";
import { toPointer, type Place } from "./path.js";

/** How a payload is read, and what becomes of a value that does not fit. */
export interface Reader {
  /** A server's rules: no nulls in dense collections, no offsets in timestamps, no unknown union members. */
  readonly strict: boolean;
  /** Told of every mismatch; without it, the first one is thrown. */
  readonly note: ((place: ReadPlace, expected: string, received: string) => void) | undefined;
  /** The status of the response that is being read; none for a request or a bare value. */
  readonly statusCode: number | undefined;
}

/** Reads what a service sent: unknown members and values are kept or passed over. */
export const lenient: Reader = { strict: false, note: undefined, statusCode: undefined };

/** Reads what a client sent. */
export const strict: Reader = { strict: true, note: undefined, statusCode: undefined };

/** Reads a response; an error then tells its status. */
export function responseReader(statusCode: number): Reader {
  return { strict: false, note: undefined, statusCode };
}

/** Where a reader is. */
export type ReadPlace = Place<Reader>;

/**
 * Throws, or tells a reader that takes notes. Who gave it that function discards the value as soon
 * as anything was noted, or leaves the member out, so that what stands in for it here is never seen.
 */
export function mismatch(place: ReadPlace, expected: string, received: string): never {
  const { note, statusCode } = place.context;
  if (note !== undefined) {
    note(place, expected, received);
    return undefined as never;
  }
  throw new SerializationException(
    { path: toPointer(place), expected, received },
    { httpStatusCode: statusCode ?? 400 },
    statusCode === undefined ? "client" : "server",
  );
}
