import { CborError } from "./cbor-error.js";
import { decodeCbor } from "./decode-cbor.js";
import { encodeCbor } from "./encode-cbor.js";
import type { CborGuide } from "./guides.js";
import { readBytes } from "../json/body.js";
import { clientRoot, unwritable } from "../json/write.js";
import { mismatch, type ReadPlace } from "../values/reader.js";

/** Decodes a CBOR body. An empty body is read as an empty map. */
export function readCbor(body: unknown, here: ReadPlace, guide?: CborGuide): unknown {
  const value = readCborOrNothing(body, here, guide);
  return value === undefined ? {} : value;
}

/** Decodes a CBOR body. Returns `undefined` if it is empty. */
export function readCborOrNothing(body: unknown, here: ReadPlace, guide?: CborGuide): unknown {
  const bytes = readBytes(body, here);
  if (bytes.length === 0) return undefined;
  try {
    return decodeCbor(bytes, guide);
  } catch (error) {
    if (error instanceof CborError) return mismatch(here, "CBOR", error.received);
    throw error;
  }
}

/** Returns the CBOR of a body. */
export function writeCbor(value: unknown): Uint8Array {
  try {
    return encodeCbor(value);
  } catch (error) {
    if (error instanceof CborError)
      return unwritable(clientRoot, "a value for CBOR", error.received);
    throw error;
  }
}
