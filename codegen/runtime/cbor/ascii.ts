/** Up to here, this takes less time than a `TextDecoder`. */
const maxLength = 48;

/** Arrays for the arguments of a call, by their length: making them takes as long as the call. */
const spare = /* @__PURE__ */ Array.from({ length: maxLength + 1 }, (_, length) =>
  new Array<number>(length).fill(0),
);

/** Returns the text at a position, or `undefined` if it is not ASCII or is long. */
export function shortAscii(bytes: Uint8Array, start: number, length: number): string | undefined {
  const codes = spare[length];
  if (codes === undefined) return undefined;
  let all = 0;
  for (let index = 0; index < length; index++) {
    const byte = bytes[start + index] ?? 0;
    all |= byte;
    codes[index] = byte;
  }
  return all > 127 ? undefined : String.fromCharCode(...codes);
}
