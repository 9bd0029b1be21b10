import { CborError } from "./cbor-error.js";
import { setEntry } from "../json/json.js";
import { joinBytes } from "../values/join-bytes.js";
import { maxDepth } from "../values/path.js";

/**
 * Decodes one item of CBOR (RFC 8949): maps with text keys become objects, byte strings
 * `Uint8Array`s, integers beyond 2^53 - 1 and bignums (tags 2 and 3) bigints, epoch times (tag 1)
 * `Date`s, and decimal fractions (tag 4) text. `null` and `undefined` become null. Other tags are
 * ignored.
 *
 * @throws CborError if the bytes are not exactly one well-formed item, a key occurs twice or is no
 * text, or items are nested too deeply
 */
export function decodeCbor(bytes: Uint8Array): unknown {
  const decoder = new Decoder(bytes);
  const value = decoder.readItem(0);
  return decoder.isAtEnd() ? value : decoder.fail("the end of the data");
}

/** Created once, since creating a decoder takes longer than decoding a short text. */
let utf8: InstanceType<typeof TextDecoder> | undefined;

/** Up to this length, text is decoded faster without the decoder of the platform. */
const maxShortText = 32;

const indefinite = 31;

/** Decimal fractions have at most so many digits before and after the point. */
const maxDecimalDigits = 1000;

class Decoder {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor({ buffer, byteOffset, length }: Uint8Array) {
    // Not the array itself: the method `slice` of a Buffer does not copy.
    this.#bytes = new Uint8Array(buffer, byteOffset, length);
    this.#view = new DataView(buffer, byteOffset, length);
  }

  isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  fail(expected: string): never {
    throw new CborError(`bytes that have no ${expected} at offset ${this.#at}`);
  }

  readItem(depth: number): unknown {
    if (depth > maxDepth) this.fail(`item within ${maxDepth} levels of nesting`);
    const head = this.#bytes[this.#take(1)]!;
    const info = head & 31;
    switch (head >> 5) {
      case 0:
        return info < 24 ? info : this.#readInteger(info);
      case 1:
        return this.#readNegative(info);
      case 2:
        return info === indefinite ? this.#joinChunks(2) : this.#readBytes(info);
      case 3:
        return info === indefinite ? this.#joinTexts() : this.#readText(info);
      case 4:
        return this.#readArray(info, depth);
      case 5:
        return this.#readMap(info, depth);
      case 6:
        return this.#readTagged(this.#readInteger(info), depth);
      default:
        return this.#readSimple(info);
    }
  }

  /** Returns the offset of the next bytes, and moves behind them. */
  #take(length: number): number {
    const start = this.#at;
    const end = start + length;
    if (end > this.#bytes.length) this.fail(length === 1 ? "further byte" : "complete item");
    this.#at = end;
    return start;
  }

  #readInteger(info: number): number | bigint {
    if (info < 24) return info;
    switch (info) {
      case 24:
        return this.#bytes[this.#take(1)]!;
      case 25:
        return this.#view.getUint16(this.#take(2));
      case 26:
        return this.#view.getUint32(this.#take(4));
      case 27: {
        const value = this.#view.getBigUint64(this.#take(8));
        return value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
      }
      default:
        return this.fail("valid head of an item");
    }
  }

  #readNegative(info: number): number | bigint {
    const value = this.#readInteger(info);
    const negative = -1 - Number(value);
    return Number.isSafeInteger(negative) ? negative : -1n - BigInt(value);
  }

  /** Each item has a byte at least, so that a length beyond the data is refused before it is used. */
  #readLength(info: number, bytesOfItem: number): number {
    const length = Number(this.#readInteger(info));
    if (length * bytesOfItem > this.#bytes.length - this.#at) this.fail("complete item");
    return length;
  }

  #readBytes(info: number): Uint8Array {
    const length = this.#readLength(info, 1);
    const start = this.#take(length);
    return this.#bytes.slice(start, start + length);
  }

  #readText(info: number): string {
    const length = this.#readLength(info, 1);
    const start = this.#take(length);
    if (length <= maxShortText) {
      let text = "";
      let index = start;
      for (; index < this.#at; index++) {
        const byte = this.#bytes[index]!;
        if (byte > 127) break;
        text += String.fromCharCode(byte);
      }
      if (index === this.#at) return text;
    }
    try {
      utf8 ??= new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
      return utf8.decode(this.#bytes.subarray(start, this.#at));
    } catch {
      return this.fail("text in UTF-8");
    }
  }

  /** Returns whether an item of indefinite length ends here. */
  #takeBreak(): boolean {
    if (this.#bytes[this.#at] !== 0xff) return false;
    this.#at++;
    return true;
  }

  #joinTexts(): string {
    let text = "";
    while (!this.#takeBreak()) text += this.#readText(this.#chunkInfo(3));
    return text;
  }

  #joinChunks(major: number): Uint8Array {
    const chunks: Uint8Array[] = [];
    while (!this.#takeBreak()) chunks.push(this.#readBytes(this.#chunkInfo(major)));
    return joinBytes(chunks);
  }

  /** Chunks of a string have its type, and a definite length. */
  #chunkInfo(major: number): number {
    const head = this.#bytes[this.#take(1)]!;
    return head >> 5 === major && (head & 31) !== indefinite ? head & 31 : this.fail("chunk");
  }

  #readArray(info: number, depth: number): unknown[] {
    const items: unknown[] = [];
    if (info === indefinite) {
      while (!this.#takeBreak()) items.push(this.readItem(depth + 1));
      return items;
    }
    for (let left = this.#readLength(info, 1); left > 0; left--)
      items.push(this.readItem(depth + 1));
    return items;
  }

  #readMap(info: number, depth: number): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    if (info === indefinite) {
      while (!this.#takeBreak()) this.#readEntry(map, depth);
      return map;
    }
    for (let left = this.#readLength(info, 2); left > 0; left--) this.#readEntry(map, depth);
    return map;
  }

  #readEntry(map: Record<string, unknown>, depth: number): void {
    const head = this.#bytes[this.#take(1)]!;
    if (head >> 5 !== 3) this.fail("text as the key of a map");
    const info = head & 31;
    const key = info === indefinite ? this.#joinTexts() : this.#readText(info);
    if (Object.hasOwn(map, key)) this.fail("other key in a map");
    setEntry(map, key, this.readItem(depth + 1));
  }

  #readTagged(tag: number | bigint, depth: number): unknown {
    const value = this.readItem(depth + 1);
    switch (tag) {
      case 1:
        return this.#toDate(value);
      case 2:
        return this.#toBigInt(value);
      case 3:
        return -1n - this.#toBigInt(value);
      case 4:
        return this.#toDecimal(value);
      default:
        return value;
    }
  }

  #toDate(value: unknown): Date {
    const date = new Date(typeof value === "number" ? Math.round(value * 1000) : NaN);
    return Number.isNaN(date.getTime()) ? this.fail("timestamp in seconds") : date;
  }

  #toBigInt(value: unknown): bigint {
    if (!(value instanceof Uint8Array)) return this.fail("bytes of a bignum");
    let hex = "0x0";
    for (const byte of value) hex += byte.toString(16).padStart(2, "0");
    return BigInt(hex);
  }

  #toDecimal(value: unknown): string {
    const [exponent, mantissa] = Array.isArray(value) && value.length === 2 ? value : [];
    const isInteger = Number.isSafeInteger(mantissa) || typeof mantissa === "bigint";
    if (!Number.isSafeInteger(exponent) || !isInteger) return this.fail("decimal fraction");
    const power = Number(exponent);
    if (Math.abs(power) > maxDecimalDigits) return `${String(mantissa)}e${power}`;
    const text = String(mantissa);
    if (power >= 0) return text === "0" ? text : text + "0".repeat(power);
    const sign = text.startsWith("-") ? "-" : "";
    const digits = text.slice(sign.length).padStart(1 - power, "0");
    return `${sign}${digits.slice(0, power)}.${digits.slice(power)}`;
  }

  #readSimple(info: number): unknown {
    switch (info) {
      case 20:
        return false;
      case 21:
        return true;
      case 22:
      case 23:
        return null;
      case 25:
        return halfFloat(this.#view.getUint16(this.#take(2)));
      case 26:
        return this.#view.getFloat32(this.#take(4));
      case 27:
        return this.#view.getFloat64(this.#take(8));
      default:
        return this.fail("known simple value");
    }
  }
}

/** Returns the value of a float of 16 bits (IEEE 754, "binary16"). */
function halfFloat(bits: number): number {
  const sign = bits >> 15 === 0 ? 1 : -1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0
    ? sign * fraction * 2 ** -24
    : sign * (1024 + fraction) * 2 ** (exponent - 25);
}
