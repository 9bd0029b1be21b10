/** Text that is not a well-formed XML document, or that has what messages must not have. */
export class XmlError extends Error {
  override readonly name = "XmlError";
  /** What is wrong and where. Never a part of the document, which may contain secrets. */
  readonly received: string;

  constructor(received: string) {
    super(`Expected XML text, received ${received}.`);
    this.received = received;
  }
}

/** A text, and how much of it was read. */
export interface Cursor {
  readonly text: string;
  position: number;
}

/** Throws an XmlError with the line and the column of a position. */
export function fail({ text, position }: Cursor, received: string): never {
  const before = text.slice(0, position);
  const column = position - before.lastIndexOf("\n");
  throw new XmlError(`${received} at line ${before.split("\n").length}, column ${column}`);
}
