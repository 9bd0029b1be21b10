/** Thrown for bytes that are not accepted as CBOR, and for values that CBOR cannot represent. */
export class CborError extends Error {
  override readonly name = "CborError";
  /** What was found, for messages. Never the value itself, which may be sensitive. */
  readonly received: string;

  constructor(problem: string, received: string) {
    super(`${problem}: ${received}.`);
    this.received = received;
  }
}
