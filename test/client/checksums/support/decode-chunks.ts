/** A body in chunks without its encoding. */
export interface Decoded {
  readonly bytes: Buffer;
  readonly sizes: readonly number[];
  readonly trailers: Readonly<Record<string, string>>;
}

/** Decodes a body of the content encoding `aws-chunked` (RFC 9112, section 7.1, without extensions). */
export function decodeChunks(encoded: Buffer): Decoded {
  const parts: Buffer[] = [];
  let place = 0;

  function readLine(): string {
    const end = encoded.indexOf("\r\n", place);
    if (end === -1) throw new Error(`there is no line at ${place}`);
    const line = encoded.toString("latin1", place, end);
    place = end + 2;
    return line;
  }

  for (let size = readLine(); size !== "0"; size = readLine()) {
    if (!/^[0-9a-f]+$/.test(size)) throw new Error(`${size} is no size`);
    const end = place + parseInt(size, 16);
    parts.push(encoded.subarray(place, end));
    place = end;
    if (readLine() !== "") throw new Error(`the chunk before ${place} is longer than it says`);
  }
  const lines: string[] = [];
  for (let line = readLine(); line !== ""; line = readLine()) lines.push(line);
  if (place !== encoded.length) throw new Error(`there is more after ${place}`);
  const bytes = Buffer.concat(parts);
  return {
    bytes,
    sizes: parts.map(({ length }) => length),
    trailers: Object.fromEntries(lines.map((line) => line.split(":", 2) as [string, string])),
  };
}
