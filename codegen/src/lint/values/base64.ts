/** Returns whether text is Base64 (RFC 4648, section 4). The padding may be missing. */
export function isBase64(text: string): boolean {
  if (text.length % 4 === 1) return false;
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return false;
  return !text.endsWith("=") || text.length % 4 === 0;
}
