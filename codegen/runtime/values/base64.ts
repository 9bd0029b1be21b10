const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const equals = 0x3d;

/** The code of each digit. */
const codes = /* @__PURE__ */ Uint8Array.from(alphabet, (digit) => digit.charCodeAt(0));

/** The value of each digit by its code; -1 for other characters of ASCII. */
const values = /* @__PURE__ */ Int8Array.from({ length: 128 }, (_, code) => codes.indexOf(code));

/** Created once, since creating a decoder takes longer than encoding a short text. */
let decoder: InstanceType<typeof TextDecoder> | undefined;

/**
 * Decodes canonical base64 (RFC 4648, section 4: padded, standard alphabet, unused bits zero).
 * @returns the bytes, or `undefined` if the text is not canonical base64
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  const { length } = text;
  if (length % 4 !== 0) return undefined;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((length / 4) * 3 - padding);
  const end = padding === 0 ? length : length - 4;
  let at = 0;
  for (let index = 0; index < end; index += 4) {
    const high = (digit(text, index) << 6) | digit(text, index + 1);
    const low = (digit(text, index + 2) << 6) | digit(text, index + 3);
    // Negative if one of the digits is.
    if ((high | low) < 0) return undefined;
    bytes[at++] = high >> 4;
    bytes[at++] = (high << 4) | (low >> 8);
    bytes[at++] = low;
  }
  return padding === 0 || decodeRest(text, end, padding, bytes) ? bytes : undefined;
}

/** Decodes the last four characters, of which one or two are padding. Returns whether they are valid. */
function decodeRest(text: string, end: number, padding: 1 | 2, bytes: Uint8Array): boolean {
  const high = (digit(text, end) << 6) | digit(text, end + 1);
  const third = padding === 1 ? digit(text, end + 2) : 0;
  const unused = padding === 1 ? third & 3 : high & 15;
  if ((high | third) < 0 || unused !== 0) return false;
  bytes[bytes.length - (3 - padding)] = high >> 4;
  if (padding === 1) bytes[bytes.length - 1] = (high << 4) | (third >> 2);
  return true;
}

function digit(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code < 128 ? (values[code] ?? -1) : -1;
}

/** Encodes bytes as base64 (RFC 4648, section 4). */
export function encodeBase64(bytes: Uint8Array): string {
  const { length } = bytes;
  const text = new Uint8Array(Math.ceil(length / 3) * 4);
  let at = 0;
  for (let index = 0; index < length; index += 3) {
    // Bytes after the end count as zero.
    const bits =
      ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    text[at++] = codes[bits >> 18] ?? 0;
    text[at++] = codes[(bits >> 12) & 63] ?? 0;
    text[at++] = codes[(bits >> 6) & 63] ?? 0;
    text[at++] = codes[bits & 63] ?? 0;
  }
  if (length % 3 !== 0) text[at - 1] = equals;
  if (length % 3 === 1) text[at - 2] = equals;
  decoder ??= new TextDecoder();
  return decoder.decode(text);
}
