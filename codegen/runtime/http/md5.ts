/** Returns the MD5 digest of bytes (RFC 1321), for the header content-md5 (RFC 1864). */
export function md5(bytes: Uint8Array): Uint8Array {
  const blocks = new DataView(pad(bytes).buffer);
  const state = new Uint32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]);
  const sines = Uint32Array.from(
    { length: 64 },
    (_, index) => Math.abs(Math.sin(index + 1)) * 2 ** 32,
  );
  const shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
  for (let offset = 0; offset < blocks.byteLength; offset += 64) {
    let [a = 0, b = 0, c = 0, d = 0] = state;
    for (let step = 0; step < 64; step++) {
      const round = step >> 4;
      const [mixed, word] = mix(round, step, b, c, d);
      const sum = (a + mixed + (sines[step] ?? 0) + blocks.getUint32(offset + word * 4, true)) | 0;
      const shift = shifts[round * 4 + (step & 3)] ?? 0;
      [a, d, c, b] = [d, c, b, (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0];
    }
    state.set([a, b, c, d].map((value, index) => value + (state[index] ?? 0)));
  }
  const digest = new DataView(new ArrayBuffer(16));
  state.forEach((word, index) => {
    digest.setUint32(index * 4, word, true);
  });
  return new Uint8Array(digest.buffer);
}

/** Returns a step's function of three words, and the index of the block's word that is added. */
function mix(
  round: number,
  step: number,
  b: number,
  c: number,
  d: number,
): readonly [number, number] {
  switch (round) {
    case 0:
      return [(b & c) | (~b & d), step];
    case 1:
      return [(d & b) | (~d & c), (5 * step + 1) & 15];
    case 2:
      return [b ^ c ^ d, (3 * step + 5) & 15];
    default:
      return [c ^ (b | ~d), (7 * step) & 15];
  }
}

/** Appends a one bit, zeros up to a whole block, and the number of bits. */
function pad(bytes: Uint8Array): Uint8Array {
  const length = Math.ceil((bytes.length + 9) / 64) * 64;
  const padded = new Uint8Array(length);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const bits = new DataView(padded.buffer);
  bits.setUint32(length - 8, bytes.length << 3, true);
  bits.setUint32(length - 4, Math.floor(bytes.length / 2 ** 29), true);
  return padded;
}
