/** A body that a peer may send, and what it is. */
export interface Hostile {
  readonly name: string;
  readonly body: string | Uint8Array;
}

/** Joins text, as UTF-8, and bytes. */
export function bytes(...parts: readonly (string | readonly number[] | Uint8Array)[]): Uint8Array {
  const encoder = new TextEncoder();
  return new Uint8Array(
    Buffer.concat(
      parts.map((part) => (typeof part === "string" ? encoder.encode(part) : Buffer.from(part))),
    ),
  );
}

/** Returns every beginning of a body, without the empty one and the body itself. */
export function prefixesOf(whole: Uint8Array): readonly Hostile[] {
  return Array.from({ length: whole.length - 1 }, (_, index) => ({
    name: `the first ${index + 1} bytes`,
    body: whole.slice(0, index + 1),
  }));
}
