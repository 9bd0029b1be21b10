import { isPolluted } from "../json/json.js";
import { unwritable } from "../json/write.js";
import { root, type Place } from "./path.js";

/** How a payload is read, and how mismatches are handled. */
export interface Reader {
  /**
   * Whether to reject nulls in dense collections, offsets in timestamps and unknown union members.
   */
  readonly strict: boolean;
  /** Called for every mismatch. If it is absent, the first mismatch is thrown. */
  readonly note: ((place: ReadPlace, expected: string, received: string) => void) | undefined;
  /** The status of the response; `undefined` for a request or a value. */
  readonly statusCode: number | undefined;
  /**
   * Which objects may inherit properties that look like members. Objects that `JSON.parse` returns
   * do not, unless `Object.prototype` was extended.
   */
  readonly heirs: false | "others" | "all";
}

/** Reads a message of a service. Unknown members are ignored, unknown enum values are kept. */
export const lenient: Reader = {
  strict: false,
  note: undefined,
  statusCode: undefined,
  heirs: false,
};

/** Reads a message of a client. */
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

/** Returns the reader of a request. */
export function requestReader(): Reader {
  return isPolluted() ? { ...strict, heirs: "all" } : strict;
}

/**
 * Returns the reader of a response; errors have its status. Without a status, they are those of a
 * request.
 */
export function responseReader(statusCode: number | undefined): Reader {
  return { strict: false, note: undefined, statusCode, heirs: isPolluted() && "all" };
}

/** Returns the reader of a value that a caller passes, with the rules for messages of a service. */
export function valueReader(): Reader {
  return isPolluted() ? { ...ofValues, heirs: "all" } : ofValues;
}

/** Returns the root of a value that a caller passes. */
export function valueRoot(): ReadPlace {
  return root(valueReader());
}

/** The place of the value that is read. */
export type ReadPlace = Place<Reader>;

/**
 * Throws a SerializationException, or calls the reader's `note` if it has one.
 * @returns `standIn`, which no caller sees: after a call of `note`, the value or the member is
 * discarded
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
  return unwritable(
    place,
    expected,
    received,
    { httpStatusCode: statusCode ?? 400 },
    statusCode === undefined ? "client" : "server",
  );
}
