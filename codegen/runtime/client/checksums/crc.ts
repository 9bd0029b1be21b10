/** A checksum of bytes that come in parts. */
export interface Checksum {
  /** Adds bytes. What it returns is of no use. */
  update(bytes: Uint8Array): unknown;
  /** Returns the checksum of all bytes. Called once. */
  digest(): Uint8Array;
}

/** The tables of a polynomial: the high and the low 32 bits, 256 entries for each of 8 bytes. */
type Tables = readonly [high: Int32Array, low: Int32Array];

/** The high and the low 32 bits of what was computed so far. */
type State = readonly [high: number, low: number];

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
  const tables = (known[low] ??= createTables(high, low));
  let state: State = [size === 8 ? -1 : 0, -1];
  return {
    update(bytes) {
      state = addBytes(tables, state, bytes);
    },
    digest() {
      const view = new DataView(new ArrayBuffer(8));
      state.forEach((word, index) => {
        view.setInt32(index * 4, ~word);
      });
      return new Uint8Array(view.buffer, 8 - size);
    },
  };
}

function addBytes([highs, lows]: Tables, [before, beforeLow]: State, bytes: Uint8Array): State {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = bytes.length - (bytes.length % 8);
  let left = before;
  let right = beforeLow;
  for (let index = 0; index < end; index += 8) {
    right ^= view.getInt32(index, true);
    left ^= view.getInt32(index + 4, true);
    const a = 1792 | (right & 255);
    const b = 1536 | ((right >>> 8) & 255);
    const c = 1280 | ((right >>> 16) & 255);
    const d = 1024 | (right >>> 24);
    const e = 768 | (left & 255);
    const f = 512 | ((left >>> 8) & 255);
    const g = 256 | ((left >>> 16) & 255);
    const h = left >>> 24;
    left = xor(highs, a, b, c, d) ^ xor(highs, e, f, g, h);
    right = xor(lows, a, b, c, d) ^ xor(lows, e, f, g, h);
  }
  for (let index = end; index < bytes.length; index++) {
    const entry = (right ^ view.getUint8(index)) & 255;
    right = (right >>> 8) ^ (left << 24) ^ (lows[entry] ?? 0);
    left = (left >>> 8) ^ (highs[entry] ?? 0);
  }
  return [left, right];
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
