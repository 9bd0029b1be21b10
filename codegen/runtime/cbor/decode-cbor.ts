import { maxBytes, toBigInt } from "./big-numbers.js";
import { CborError } from "./cbor-error.js";
import { toHalf } from "./half-float.js";
import { toDate, toDecimalText } from "./tagged-values.js";
import { define } from "../json/json.js";
import { maxDepth } from "../values/path.js";

/**
 * Decodes one CBOR item (RFC 8949). Maps become plain objects and must have text as keys, byte
 * strings become copies, and integers become bigints where numbers are not exact. Of the tags,
 * epoch times become Dates with a precision of milliseconds, big integers become bigints, and
 * decimal fractions become the text of a JSON number; other tags are ignored. Null and undefined
 * become null. Takes time and memory in proportion to the number of bytes.
 * @throws CborError for bytes that are not one well-formed and valid item, for duplicate keys,
 * other simple values, more than `maxDepth` levels, and integers of more than `maxBytes` bytes
 */
export function decodeCbor(bytes: Uint8Array): unknown {
  return new CborDecoder(bytes).decode();
}

/** Created once, since creating a decoder takes longer than decoding short text. */
let utf8: InstanceType<typeof TextDecoder> | undefined;

/** Up to here, a loop is faster than a `TextDecoder`. */
const shortText = 24;

/** Short ASCII keys by their hash: services send the same ones over and over. */
const knownKeys = new Array<string>(1024).fill("");

class CborDecoder {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private at = 0;

  constructor({ buffer, byteOffset, length }: Uint8Array) {
    // Not the argument itself, since a subclass such as `Buffer` has other methods.
    this.bytes = new Uint8Array(buffer, byteOffset, length);
    this.view = new DataView(buffer, byteOffset, length);
  }

  decode(): unknown {
    const value = this.readItem(0);
    return this.at === this.bytes.length ? value : this.fail("bytes after the value");
  }

  private readItem(depth: number): unknown {
    const head = this.readByte();
    const info = head & 31;
    switch (head >> 5) {
      case 0:
        return info === 27 ? this.readLong() : this.readArgument(info);
      case 1:
        return info === 27 ? this.readNegativeLong() : -1 - this.readArgument(info);
      case 2:
        return info === 31 ? this.readByteChunks() : this.readBytes(info);
      case 3:
        return info === 31 ? this.readTextChunks() : this.readText(info);
      case 4:
        return this.readArray(info, this.checkDepth(depth));
      case 5:
        return this.readMap(info, this.checkDepth(depth));
      case 6:
        return this.readTagged(this.readArgument(info), this.checkDepth(depth));
      default:
        return this.readSimple(info);
    }
  }

  /** Returns the depth of items inside of an item. */
  private checkDepth(depth: number): number {
    return depth > maxDepth ? this.fail(`more than ${maxDepth} levels of nesting`) : depth + 1;
  }

  /** Returns the offset of the next bytes, and skips them. */
  private take(length: number): number {
    const start = this.at;
    if (length > this.bytes.length - start) this.fail("an item that is cut off");
    this.at = start + length;
    return start;
  }

  private readByte(): number {
    return this.view.getUint8(this.take(1));
  }

  /** Reads the value of an integer, a length or the number of a tag; rounded beyond 2^53. */
  private readArgument(info: number): number {
    if (info < 24) return info;
    switch (info) {
      case 24:
        return this.readByte();
      case 25:
        return this.view.getUint16(this.take(2));
      case 26:
        return this.view.getUint32(this.take(4));
      case 27:
        return Number(this.readLong());
      default:
        return this.fail("an initial byte that is not defined");
    }
  }

  /** Reads a number of items or entries, of which each takes at least one byte. */
  private readCount(info: number): number {
    const count = this.readArgument(info);
    return count <= this.bytes.length - this.at ? count : this.fail("an item that is cut off");
  }

  private readLong(): number | bigint {
    const start = this.take(8);
    const high = this.view.getUint32(start);
    return high < 0x200000
      ? high * 0x100000000 + this.view.getUint32(start + 4)
      : this.view.getBigUint64(start);
  }

  private readNegativeLong(): number | bigint {
    const value = this.readLong();
    return typeof value === "number" && value < Number.MAX_SAFE_INTEGER
      ? -1 - value
      : -1n - BigInt(value);
  }

  private readBytes(info: number): Uint8Array {
    const start = this.take(this.readArgument(info));
    return this.bytes.slice(start, this.at);
  }

  private readByteChunks(): Uint8Array {
    const start = this.at;
    let length = 0;
    while (!this.takeBreak()) length += this.skipChunk();
    const end = this.at;
    const bytes = new Uint8Array(length);
    // Without an array for each chunk, since millions of chunks can be empty.
    this.at = start;
    for (let filled = 0; filled < length;) {
      const size = this.skipChunk();
      bytes.set(this.bytes.subarray(this.at - size, this.at), filled);
      filled += size;
    }
    this.at = end;
    return bytes;
  }

  /** Skips a chunk of a byte string, and returns its length. */
  private skipChunk(): number {
    const length = this.readArgument(this.readChunkInfo(2));
    this.take(length);
    return length;
  }

  private readText(info: number): string {
    const length = this.readArgument(info);
    const start = this.take(length);
    if (length > shortText) return this.decodeUtf8(start);
    const codes = new Array<number>(length);
    for (let index = 0; index < length; index++) {
      const byte = this.view.getUint8(start + index);
      if (byte > 127) return this.decodeUtf8(start);
      codes[index] = byte;
    }
    return String.fromCharCode(...codes);
  }

  private decodeUtf8(start: number): string {
    utf8 ??= new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    try {
      return utf8.decode(this.bytes.subarray(start, this.at));
    } catch {
      return this.fail("text that is not UTF-8");
    }
  }

  private readTextChunks(): string {
    let text = "";
    while (!this.takeBreak()) text += this.readText(this.readChunkInfo(3));
    return text;
  }

  private readChunkInfo(major: number): number {
    const head = this.readByte();
    return head >> 5 === major && (head & 31) !== 31
      ? head & 31
      : this.fail("a chunk of another kind than its string");
  }

  private takeBreak(): boolean {
    if (this.bytes[this.at] !== 0xff) return false;
    this.at++;
    return true;
  }

  private readArray(info: number, depth: number): unknown[] {
    // Not allocated by its length: every level of nested arrays could claim all bytes that are left.
    const items: unknown[] = [];
    if (info === 31) {
      while (!this.takeBreak()) items.push(this.readItem(depth));
    } else {
      for (let left = this.readCount(info); left > 0; left--) items.push(this.readItem(depth));
    }
    return items;
  }

  private readMap(info: number, depth: number): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    if (info === 31) {
      while (!this.takeBreak()) this.readEntry(map, depth);
    } else {
      for (let left = this.readCount(info); left > 0; left--) this.readEntry(map, depth);
    }
    return map;
  }

  private readEntry(map: Record<string, unknown>, depth: number): void {
    const key = this.readKey();
    const value = this.readItem(depth);
    // Values are never undefined, so a property that is not undefined is a duplicate or inherited.
    if (map[key] === undefined) map[key] = value;
    else if (Object.hasOwn(map, key)) this.fail("a duplicate key");
    else define(map, key, value);
  }

  private readKey(): string {
    const head = this.readByte();
    if (head >> 5 !== 3) this.fail("a key that is not text");
    const length = head & 31;
    if (length === 31) return this.readTextChunks();
    if (length > 23) return this.readText(length);
    const start = this.take(length);
    let hash = length;
    for (let index = start; index < this.at; index++) {
      hash = (hash * 31 + this.view.getUint8(index)) | 0;
    }
    const slot = hash & 1023;
    const known = knownKeys[slot];
    if (known?.length === length && this.isAt(start, known)) return known;
    this.at = start;
    const key = this.readText(length);
    // As many characters as bytes: the key is ASCII, so its characters are its bytes.
    if (key.length === length) knownKeys[slot] = key;
    return key;
  }

  private isAt(start: number, ascii: string): boolean {
    for (let index = 0; index < ascii.length; index++) {
      if (this.bytes[start + index] !== ascii.charCodeAt(index)) return false;
    }
    return true;
  }

  private readTagged(tag: number, depth: number): unknown {
    const value = this.readItem(depth);
    switch (tag) {
      case 1:
        return toDate(value) ?? this.fail("an epoch time that is not a Date");
      case 2:
        return this.toInteger(value);
      case 3:
        return -1n - this.toInteger(value);
      case 4:
        return (
          toDecimalText(value) ?? this.fail("a decimal fraction that is not a pair of integers")
        );
      default:
        return value;
    }
  }

  private toInteger(bytes: unknown): bigint {
    if (!(bytes instanceof Uint8Array)) return this.fail("a big integer without bytes");
    if (bytes.length > maxBytes) this.fail(`an integer of more than ${maxBytes} bytes`);
    return toBigInt(bytes);
  }

  private readSimple(info: number): unknown {
    switch (info) {
      case 20:
        return false;
      case 21:
        return true;
      case 22:
      case 23:
        return null;
      case 25:
        return toHalf(this.view.getUint16(this.take(2)));
      case 26:
        return this.view.getFloat32(this.take(4));
      case 27:
        return this.view.getFloat64(this.take(8));
      default:
        return this.fail(info === 31 ? "a break in the wrong place" : "an unknown simple value");
    }
  }

  /** Fails with the number of bytes that were read. */
  private fail(received: string): never {
    throw new CborError("The data is not valid CBOR", `${received} at byte ${this.at}`);
  }
}
