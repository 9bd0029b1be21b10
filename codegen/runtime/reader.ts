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
 * Throws a SerializationException, or tells a reader that takes notes.
 * @returns the stand-in for the value, which is never seen: the reader that takes notes discards the
 *   value that is read, or leaves the member out
 */
export function mismatch<Value>(
  place: ReadPlace,
  expected: string,
  received: string,
  standIn?: Value,
): Value {
  const { note, statusCode } = place.context;
  if (note !== undefined) {
    note(place, expected, received);
    return standIn as Value;
  }
  throw new SerializationException(
    { path: toPointer(place), expected, received },
    { httpStatusCode: statusCode ?? 400 },
    statusCode === undefined ? "client" : "server",
  );
}
