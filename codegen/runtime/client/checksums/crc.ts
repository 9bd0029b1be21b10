/** A checksum of bytes that come in parts. */
export interface Checksum {
  /** Adds bytes. What it returns is of no use. */
  update(bytes: Uint8Array): unknown;
  /** Returns the checksum of all bytes. Called once. */
  digest(): Uint8Array;
}

/** The tables of a polynomial: the high and the low 32 bits, 256 entries for each of 8 bytes. */
type Tables = readonly [high: Int32Array, low: Int32Array];

/** The tables of the polynomials that were used, by their low 32 bits. */
const known: Partial<Record<number, Tables>> = {};

/**
 * Creates a cyclic redundancy check that is reflected, and that begins with and is inverted by ones, as
 * CRC-32, CRC-32C and CRC-64/NVME are. A polynomial of 32 bits has no high bits, so one loop computes all of
 * them: eight bytes at a time, each by a table of its own.
 *
 * @param high the high 32 bits of the reversed polynomial
 * @param low its low 32 bits
 * @param size the size of the checksum in bytes
 */
export function createCrc(high: number, low: number, size: 4 | 8): Checksum {
  const [highs, lows] = (known[low] ??= createTables(high, low));
  let left = size === 8 ? -1 : 0;
  let right = -1;
  return {
    update(bytes) {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      const end = bytes.length - (bytes.length % 8);
      for (let index = 0; index < end; index += 8) {
        const first = right ^ view.getInt32(index, true);
        const second = left ^ view.getInt32(index + 4, true);
        const a = 1792 | (first & 255);
        const b = 1536 | ((first >>> 8) & 255);
        const c = 1280 | ((first >>> 16) & 255);
        const d = 1024 | (first >>> 24);
        const e = 768 | (second & 255);
        const f = 512 | ((second >>> 8) & 255);
        const g = 256 | ((second >>> 16) & 255);
        const h = second >>> 24;
        left = xor(highs, a, b, c, d) ^ xor(highs, e, f, g, h);
        right = xor(lows, a, b, c, d) ^ xor(lows, e, f, g, h);
      }
      for (const byte of bytes.subarray(end)) {
        const entry = (right ^ byte) & 255;
        right = (right >>> 8) ^ (left << 24) ^ (lows[entry] ?? 0);
        left = (left >>> 8) ^ (highs[entry] ?? 0);
      }
    },
    digest() {
      const view = new DataView(new ArrayBuffer(8));
      view.setInt32(0, ~left);
      view.setInt32(4, ~right);
      return new Uint8Array(view.buffer, 8 - size);
    },
  };
}

function xor(table: Int32Array, a: number, b: number, c: number, d: number): number {
  return (table[a] ?? 0) ^ (table[b] ?? 0) ^ (table[c] ?? 0) ^ (table[d] ?? 0);
}

function createTables(high: number, low: number): Tables {
  const highs = new Int32Array(2048);
  const lows = new Int32Array(2048);
  for (let index = 0; index < 2048; index++) {
    // A byte alone, or what the table of the byte after it has.
    let left = index < 256 ? 0 : (highs[index - 256] ?? 0);
    let right = index < 256 ? index : (lows[index - 256] ?? 0);
    for (let bit = 0; bit < 8; bit++) {
      const mask = -(right & 1);
      right = ((right >>> 1) | (left << 31)) ^ (low & mask);
      left = (left >>> 1) ^ (high & mask);
    }
    highs[index] = left;
    lows[index] = right;
  }
  return [highs, lows];
}
