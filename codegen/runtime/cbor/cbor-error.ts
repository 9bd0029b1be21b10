/** Bytes that are not CBOR, or a value that has no form in CBOR. The message contains no values. */
export class CborError extends Error {
  override readonly name = "CborError";
}
