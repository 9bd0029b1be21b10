import { SerializationException } from "./errors.js";
import { isPolluted } from "./json.js";
import { toPointer, type Place } from "./path.js";

/** How a payload is read, and what becomes of a value that does not fit. */
export interface Reader {
  /** A server's rules: no nulls in dense collections, no offsets in timestamps, no unknown union members. */
  readonly strict: boolean;
  /** Called for every mismatch; without it, the first one is thrown. */
  readonly note: ((place: ReadPlace, expected: string, received: string) => void) | undefined;
  /** The status of the response that is being read; none for a request or a bare value. */
  readonly statusCode: number | undefined;
  /**
   * Which objects may inherit what could be taken for a member: those that `JSON.parse` returns do not,
   * unless something was added to `Object.prototype`.
   */
  readonly heirs: false | "others" | "all";
}

/** Reads what a service sent: unknown members are ignored, unknown values are kept. */
export const lenient: Reader = {
  strict: false,
  note: undefined,
  statusCode: undefined,
  heirs: false,
};

/** Reads what a client sent. */
export const strict: Reader = {
  strict: true,
  note: undefined,
  statusCode: undefined,
  heirs: false,
};

const ofValues: Reader = {
  strict: false,
  note: undefined,
  statusCode: undefined,
  heirs: "others",
};

/** Reads a request. */
export function requestReader(): Reader {
  return isPolluted() ? { ...strict, heirs: "all" } : strict;
}

/** Reads a response; its status is part of errors. */
export function responseReader(statusCode: number): Reader {
  return { strict: false, note: undefined, statusCode, heirs: isPolluted() && "all" };
}

/** Reads a value that a caller passes, by the rules for what a service sent. */
export function valueReader(): Reader {
  return isPolluted() ? { ...ofValues, heirs: "all" } : ofValues;
}

/** Where a reader is. */
export type ReadPlace = Place<Reader>;

/**
 * Throws a SerializationException, or calls the reader's `note` if it has one.
 * @returns the stand-in, which nobody sees: a reader with `note` discards the value that is read as soon
 *   as anything was noted, or leaves the member out
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
