/**
 * Decodes canonical base64 (RFC 4648, section 4: padded, standard alphabet, unused bits zero).
 * @returns the bytes, or `undefined` if the text is not canonical base64
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  const { length } = text;
  if (length % 4 !== 0 || /[^A-Za-z0-9+/=]/.test(text)) return undefined;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const end = length - padding;
  if (text.lastIndexOf("=", end - 1) !== -1) return undefined;
  if (padding === 2 && !/[AQgw]==/.test(text.slice(-3))) return undefined;
  if (padding === 1 && !/[AEIMQUYcgkosw048]=/.test(text.slice(-2))) return undefined;
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < bytes.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

/** Encodes bytes as base64 (RFC 4648, section 4). */
export function encodeBase64(bytes: Uint8Array): string {
  // In chunks, since the arguments of a call are on the stack.
  const size = 0x2000;
  let binary = "";
  for (let start = 0; start < bytes.length; start += size) {
    binary += String.fromCharCode(...bytes.subarray(start, start + size));
  }
  return btoa(binary);
}
