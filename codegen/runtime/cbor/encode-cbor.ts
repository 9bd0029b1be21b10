import { maxBytes, parseDecimal, toBytes } from "./big-numbers.js";
import { CborError } from "./cbor-error.js";
import { CborDecimal, CborFloat } from "./cbor-values.js";
import { isPolluted, typeName } from "../json/json.js";
import { maxDepth } from "../values/path.js";

/**
 * Encodes a value as CBOR (RFC 8949), with definite lengths. Safe integers are written as integers
 * of the smallest size, other numbers and those in a `CborFloat` in double precision; bigints as
 * integers or, beyond 64 bits, as big integers (tags 2 and 3); Dates as epoch times (tag 1); a
 * `CborDecimal` as a decimal fraction (tag 4). Properties that are undefined are omitted, items of
 * arrays become null.
 * @throws CborError for functions, symbols, invalid Dates, text with a lone surrogate, decimals
 * that are not the text of a JSON number, more than `maxDepth` levels, and integers of more than
 * `maxBytes` bytes
 */
export function encodeCbor(value: unknown): Uint8Array {
  const encoder = spare ?? new CborEncoder();
  // A getter could encode another value in the meantime.
  spare = undefined;
  const bytes = encoder.encode(value);
  if (encoder.space <= maxSpare) spare = encoder;
  return bytes;
}

/** That of an earlier call, since making its space takes longer than encoding a short value. */
let spare: CborEncoder | undefined;

/** Larger spaces are left to the garbage collector. */
const maxSpare = 0x20000;

const utf8 = new TextEncoder();

/** Up to here, a loop is faster than a `TextEncoder`. */
const shortText = 40;

class CborEncoder {
  private bytes = new Uint8Array(1024);
  private view = new DataView(this.bytes.buffer);
  private at = 0;
  /** Whether objects inherit more than methods. */
  private hasHeirs = false;

  /** The number of bytes that there is space for. */
  get space(): number {
    return this.bytes.length;
  }

  encode(value: unknown): Uint8Array {
    this.at = 0;
    this.hasHeirs = isPolluted();
    this.writeItem(value, 0);
    return this.bytes.slice(0, this.at);
  }

  private writeItem(value: unknown, depth: number): void {
    switch (typeof value) {
      case "string":
        return this.writeText(value);
      case "number":
        return this.writeNumber(value);
      case "boolean":
        return this.writeByte(value ? 0xf5 : 0xf4);
      case "bigint":
        return this.writeBigInt(value);
      case "object":
        return value === null ? this.writeByte(0xf6) : this.writeObject(value, depth);
      default:
        return fail(typeName(value));
    }
  }

  private writeObject(value: object, depth: number): void {
    if (depth > maxDepth) fail(`more than ${maxDepth} levels of nesting`);
    // The prototype, since reading a property takes longer for objects of many kinds.
    if (Object.getPrototypeOf(value) === Object.prototype && !this.hasHeirs) {
      this.writePlainMap(value as Record<string, unknown>, depth);
    } else if (Array.isArray(value)) this.writeArray(value, depth);
    else if (value instanceof CborFloat) this.writeFloat(value.value);
    else if (value instanceof Date) this.writeDate(value);
    else if (value instanceof Uint8Array) this.writeBytes(value);
    else if (value instanceof CborDecimal) this.writeDecimal(value.text);
    else this.writeMap(value as Record<string, unknown>, depth);
  }

  private writeMap(map: Record<string, unknown>, depth: number): void {
    const entries = Object.entries(map);
    const start = this.openMap(entries.length);
    let count = 0;
    for (const [key, value] of entries) count += this.writeEntry(key, value, depth);
    this.closeMap(start, entries.length, count);
  }

  /** The same without an array of entries, for an object that inherits nothing enumerable. */
  private writePlainMap(map: Record<string, unknown>, depth: number): void {
    let most = 0;
    // eslint-disable-next-line @typescript-eslint/no-unused-vars -- they are counted
    for (const _ in map) most++;
    const start = this.openMap(most);
    let count = 0;
    for (const key in map) count += this.writeEntry(key, map[key], depth);
    this.closeMap(start, most, count);
  }

  /** Writes an entry unless its value is undefined. Returns how many were written. */
  private writeEntry(key: string, value: unknown, depth: number): number {
    if (value === undefined) return 0;
    this.writeText(key);
    this.writeItem(value, depth + 1);
    return 1;
  }

  /** Writes the head of a map. Returns where it is. */
  private openMap(most: number): number {
    const start = this.at;
    this.writeHead(5, most);
    return start;
  }

  /** Corrects the head of a map, if it has other entries than it seemed to have. */
  private closeMap(start: number, most: number, count: number): void {
    if (count === most) return;
    const end = this.at;
    const content = start + headSize(most);
    const moved = start + headSize(count);
    this.reserve(moved - content);
    this.bytes.copyWithin(moved, content, end);
    this.at = start;
    this.writeHead(5, count);
    this.at = end + moved - content;
  }

  private writeArray(items: readonly unknown[], depth: number): void {
    this.writeHead(4, items.length);
    for (const item of items) this.writeItem(item ?? null, depth + 1);
  }

  private writeText(text: string): void {
    const { length } = text;
    // A character takes up to three bytes, and the head up to nine.
    this.reserve(length * 3 + 9);
    if (length <= shortText && this.writeAscii(text)) return;
    const head = headSize(length);
    const start = this.at + head;
    const { written } = utf8.encodeInto(text, this.bytes.subarray(start));
    // More bytes than characters: the text is not ASCII.
    if (written > length) {
      if (/\p{Surrogate}/u.test(text)) fail("text with a lone surrogate");
      if (headSize(written) > head) {
        this.bytes.copyWithin(this.at + headSize(written), start, start + written);
      }
    }
    this.writeHead(3, written);
    this.at += written;
  }

  /** Writes short text if it is ASCII. There is space for it. */
  private writeAscii(text: string): boolean {
    const { bytes } = this;
    const { length } = text;
    let at = this.at + headSize(length);
    for (let index = 0; index < length; index++) {
      const code = text.charCodeAt(index);
      if (code > 127) return false;
      bytes[at++] = code;
    }
    if (length < 24) bytes[this.at] = 0x60 | length;
    else this.writeHead(3, length);
    this.at = at;
    return true;
  }

  private writeBytes(bytes: Uint8Array): void {
    this.writeHead(2, bytes.length);
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }

  private writeNumber(value: number): void {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) this.writeFloat(value);
    else if (value >= 0) this.writeHead(0, value);
    else this.writeHead(1, -1 - value);
  }

  private writeFloat(value: number): void {
    this.reserve(9);
    this.bytes[this.at] = 0xfb;
    this.view.setFloat64(this.at + 1, value);
    this.at += 9;
  }

  private writeBigInt(value: bigint): void {
    const major = value < 0n ? 1 : 0;
    const magnitude = value < 0n ? -1n - value : value;
    if (magnitude <= Number.MAX_SAFE_INTEGER) {
      this.writeHead(major, Number(magnitude));
    } else if (magnitude >> 64n === 0n) {
      this.reserve(9);
      this.bytes[this.at] = (major << 5) | 27;
      this.view.setBigUint64(this.at + 1, magnitude);
      this.at += 9;
    } else {
      const bytes = toBytes(magnitude);
      if (bytes.length > maxBytes) fail(`an integer of more than ${maxBytes} bytes`);
      this.writeHead(6, 2 + major);
      this.writeBytes(bytes);
    }
  }

  private writeDate(date: Date): void {
    const seconds = date.getTime() / 1000;
    if (Number.isNaN(seconds)) fail("an invalid Date");
    this.writeHead(6, 1);
    this.writeNumber(seconds);
  }

  private writeDecimal(text: string): void {
    const { mantissa, exponent } = parseDecimal(text) ?? fail("text that is not a decimal number");
    // The exponent must not be a big integer.
    if (BigInt.asIntN(64, exponent) !== exponent) fail("a decimal number with a huge exponent");
    this.writeHead(6, 4);
    this.writeHead(4, 2);
    this.writeBigInt(exponent);
    this.writeBigInt(mantissa);
  }

  private writeByte(byte: number): void {
    this.reserve(1);
    this.bytes[this.at++] = byte;
  }

  /** Writes the beginning of an item: its major type, and a value or a length below 2^53. */
  private writeHead(major: number, value: number): void {
    this.reserve(9);
    const type = major << 5;
    if (value < 24) {
      this.bytes[this.at++] = type | value;
    } else if (value < 0x100) {
      this.bytes[this.at++] = type | 24;
      this.bytes[this.at++] = value;
    } else if (value < 0x10000) {
      this.bytes[this.at] = type | 25;
      this.view.setUint16(this.at + 1, value);
      this.at += 3;
    } else if (value < 0x100000000) {
      this.bytes[this.at] = type | 26;
      this.view.setUint32(this.at + 1, value);
      this.at += 5;
    } else {
      this.bytes[this.at] = type | 27;
      this.view.setUint32(this.at + 1, value / 0x100000000);
      this.view.setUint32(this.at + 5, value);
      this.at += 9;
    }
  }

  /** Makes sure that there is space for some more bytes. */
  private reserve(length: number): void {
    if (length > this.bytes.length - this.at) this.grow(length);
  }

  private grow(length: number): void {
    const bytes = new Uint8Array(Math.max(this.bytes.length * 2, this.at + length));
    bytes.set(this.bytes.subarray(0, this.at));
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer);
  }
}

/** Returns the number of bytes of the head of text. */
function headSize(length: number): number {
  return length < 24 ? 1 : length < 0x100 ? 2 : length < 0x10000 ? 3 : 5;
}

function fail(received: string): never {
  throw new CborError("CBOR cannot represent the value", received);
}
