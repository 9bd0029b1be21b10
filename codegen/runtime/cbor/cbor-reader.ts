import { shortAscii } from "./ascii.js";
import { CborError } from "./cbor-error.js";

/** Created once, since creating a decoder takes longer than decoding short text. */
let utf8: InstanceType<typeof TextDecoder> | undefined;

/** Short ASCII keys by their hash: services send the same ones over and over. */
const knownKeys = /* @__PURE__ */ new Array<string>(1024).fill("");

/** Reads the parts of CBOR items that have no items in them. */
export class CborReader {
  protected readonly bytes: Uint8Array;
  protected readonly view: DataView;
  protected at = 0;

  constructor({ buffer, byteOffset, length }: Uint8Array) {
    // Not the argument itself, since a subclass such as `Buffer` has other methods.
    this.bytes = new Uint8Array(buffer, byteOffset, length);
    this.view = new DataView(buffer, byteOffset, length);
  }

  /** Returns the offset of the next bytes, and skips them. */
  protected take(length: number): number {
    const start = this.at;
    if (length > this.bytes.length - start) this.fail("an item that is cut off");
    this.at = start + length;
    return start;
  }

  protected readByte(): number {
    const byte = this.bytes[this.at] ?? this.fail("an item that is cut off");
    this.at++;
    return byte;
  }

  /** Reads the value of an integer, a length or the number of a tag; rounded beyond 2^53. */
  protected readArgument(info: number): number {
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
  protected readCount(info: number): number {
    const count = this.readArgument(info);
    return count <= this.bytes.length - this.at ? count : this.fail("an item that is cut off");
  }

  protected readLong(): number | bigint {
    const start = this.take(8);
    const high = this.view.getUint32(start);
    return high < 0x200000
      ? high * 0x100000000 + this.view.getUint32(start + 4)
      : this.view.getBigUint64(start);
  }

  protected readNegativeLong(): number | bigint {
    const value = this.readLong();
    return typeof value === "number" && value < Number.MAX_SAFE_INTEGER
      ? -1 - value
      : -1n - BigInt(value);
  }

  protected readBytes(info: number): Uint8Array {
    const start = this.take(this.readArgument(info));
    return this.bytes.slice(start, this.at);
  }

  protected readByteChunks(): Uint8Array {
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

  protected readText(info: number): string {
    const length = this.readArgument(info);
    const start = this.take(length);
    return shortAscii(this.bytes, start, length) ?? this.decodeUtf8(start);
  }

  private decodeUtf8(start: number): string {
    utf8 ??= new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    try {
      return utf8.decode(this.bytes.subarray(start, this.at));
    } catch {
      return this.fail("text that is not UTF-8");
    }
  }

  protected readTextChunks(): string {
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

  protected takeBreak(): boolean {
    if (this.bytes[this.at] !== 0xff) return false;
    this.at++;
    return true;
  }

  protected readKey(): string {
    const head = this.readByte();
    if (head >> 5 !== 3) this.fail("a key that is not text");
    const length = head & 31;
    if (length === 31) return this.readTextChunks();
    if (length > 23) return this.readText(length);
    const start = this.take(length);
    // Of few bytes, since reading all takes longer than making a key once more.
    const hash =
      (length === 0 ? 0 : this.byteAt(start) + this.byteAt(start + (length >> 1)) * 5) +
      (length < 2 ? 0 : this.byteAt(this.at - 1) * 31 + this.byteAt(this.at - 2) * 97) +
      length * 7;
    const slot = hash & 1023;
    const known = knownKeys[slot];
    if (known?.length === length && this.isAt(start, known)) return known;
    this.at = start;
    const key = this.readText(length);
    // As many characters as bytes: the key is ASCII, so its characters are its bytes.
    if (key.length === length) knownKeys[slot] = key;
    return key;
  }

  /** Skips these bytes, if they are the next ones. */
  protected isNext(expected: Uint8Array): boolean {
    const { at, bytes } = this;
    const { length } = expected;
    if (length > bytes.length - at) return false;
    for (let index = 0; index < length; index++) {
      if (bytes[at + index] !== expected[index]) return false;
    }
    this.at = at + length;
    return true;
  }

  private byteAt(index: number): number {
    return this.bytes[index] ?? 0;
  }

  protected isAt(start: number, ascii: string): boolean {
    for (let index = 0; index < ascii.length; index++) {
      if (this.bytes[start + index] !== ascii.charCodeAt(index)) return false;
    }
    return true;
  }

  /** Fails with the number of bytes that were read. */
  fail(received: string): never {
    throw new CborError("The data is not valid CBOR", `${received} at byte ${this.at}`);
  }
}
