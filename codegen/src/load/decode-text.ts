import type { Diagnostics, SourceFile } from "../diagnostics/diagnostics.js";

/**
 * Decodes a file in UTF-8.
 * @param expected what the file should be, for messages
 * @throws ModelError if it has another encoding
 */
export function decodeText(bytes: Uint8Array, diagnostics: Diagnostics, expected: string): string {
  const [first, second] = bytes;
  const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // In UTF-16 without a byte order mark, one of the first two bytes of JSON is zero.
  if (hasMark || (bytes.length > 1 && (first === 0) !== (second === 0))) {
    diagnostics.fail("SC1003", "", "the file is in UTF-16; expected UTF-8");
  }
  try {
    // TextDecoder removes a byte order mark, as RFC 8259 allows.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    diagnostics.fail("SC1003", "", `the file is not valid UTF-8 text; expected ${expected}`);
  }
}

/** Returns whether text begins like a Smithy IDL file, possibly after comments. */
export function isIdl(text: string): boolean {
  return /^(?:\s|\/\/[^\n]*\n)*(?:\$\w+\s*:|metadata\s|namespace\s)/.test(text.slice(0, 10_000));
}

/** Whether a file is in Smithy IDL, by its name, or by its beginning if the name does not say it. */
export function isIdlFile({ name, bytes }: SourceFile): boolean {
  if (/\.smithy$/i.test(name)) return true;
  if (/\.json$/i.test(name)) return false;
  return isIdl(new TextDecoder().decode(bytes.subarray(0, 10_000)));
}
