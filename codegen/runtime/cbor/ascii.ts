/** Up to here, a loop is faster than a `TextDecoder`. */
const maxLength = 24;

/** Arrays for the arguments of a call, by their length: making them takes as long as the call. */
const codes = Array.from({ length: maxLength + 1 }, (_, length) => new Array<number>(length));

const { fromCharCode } = String;

/** Returns the text at a position, or `undefined` if it is not ASCII or is long. */
export function shortAscii(bytes: Uint8Array, start: number, length: number): string | undefined {
  if (length > maxLength) return undefined;
  const given = codes[length] as number[];
  let all = 0;
  for (let index = 0; index < length; index++) {
    const byte = bytes[start + index] as number;
    all |= byte;
    given[index] = byte;
  }
  return all > 127 ? undefined : textOf(given, length);
}

/** Short words go without a spread argument, which takes a third of the time. */
function textOf(codes: readonly number[], length: number): string {
  const a = codes[0] as number, b = codes[1] as number, c = codes[2] as number, d = codes[3] as number;
  switch (length) {
    case 3: return fromCharCode(a, b, c);
    case 4: return fromCharCode(a, b, c, d);
    case 5: return fromCharCode(a, b, c, d, codes[4] as number);
    case 6: return fromCharCode(a, b, c, d, codes[4] as number, codes[5] as number);
    case 7: return fromCharCode(a, b, c, d, codes[4] as number, codes[5] as number, codes[6] as number);
    case 8: return fromCharCode(a, b, c, d, codes[4] as number, codes[5] as number, codes[6] as number, codes[7] as number);
    default: return fromCharCode(...codes);
  }
}
