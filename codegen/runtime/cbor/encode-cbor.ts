import { CborError } from "./cbor-error.js";
import { isPlainObject } from "../json/json.js";
import { maxDepth } from "../values/path.js";

/** A number that is written as a float, although it is an integer. */
export class CborFloat {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** The text of a decimal number, which is written as a decimal fraction (tag 4). */
export class CborDecimal {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Returns what is written as a float: other numbers than integers are anyway. */
export function cborFloat(value: number): number | CborFloat {
  return Number.isInteger(value) ? new CborFloat(value) : value;
}

/**
 * Encodes a value as CBOR (RFC 8949) with definite lengths. Properties that are `undefined` are
 * omitted.
 *
 * @throws CborError for text with unpaired surrogates, values that are nested too deeply, and those
 * of another type than `decodeCbor` returns
 */
export function encodeCbor(value: unknown): Uint8Array {
  const encoder = new Encoder();
  encoder.write(value, 0);
  return encoder.finish();
}

/** Created once, since creating an encoder takes longer than encoding a short text. */
let utf8: InstanceType<typeof TextEncoder> | undefined;

/** Up to this length, text is encoded faster without the encoder of the platform. */
const maxShortText = 32;

class Encoder {
  #bytes = new Uint8Array(512);
  #view = new DataView(this.#bytes.buffer);
  #at = 0;

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#at);
  }

  write(value: unknown, depth: number): void {
    switch (typeof value) {
      case "string":
        this.#writeText(value);
        return;
      case "number":
        if (Number.isSafeInteger(value) && !Object.is(value, -0)) this.#writeInteger(value);
        else this.#writeFloat(value);
        return;
      case "boolean":
        this.#writeByte(value ? 0xf5 : 0xf4);
        return;
      case "bigint":
        this.#writeBigInt(value);
        return;
      default:
        if (value === null || value === undefined) this.#writeByte(0xf6);
        else this.#writeObject(value, depth);
    }
  }

  #writeObject(value: object, depth: number): void {
    if (depth > maxDepth) throw new CborError(`more than ${maxDepth} levels of nesting`);
    if (isPlainObject(value) || Object.getPrototypeOf(value) === null) this.#writeMap(value, depth);
    else if (Array.isArray(value)) {
      this.#writeHead(4, value.length);
      for (const item of value) this.write(item, depth + 1);
    } else if (value instanceof Uint8Array) {
      this.#writeHead(2, value.length);
      this.#reserve(value.length);
      this.#bytes.set(value, this.#at);
      this.#at += value.length;
    } else if (value instanceof Date) this.#writeDate(value);
    else if (value instanceof CborFloat) this.#writeFloat(value.value);
    else if (value instanceof CborDecimal) this.#writeDecimal(value.text, depth);
    else throw new CborError("an object of another class");
  }

  #writeMap(value: object, depth: number): void {
    const map = value as Readonly<Record<string, unknown>>;
    const keys = Object.keys(map);
    let count = keys.length;
    for (const key of keys) if (map[key] === undefined) count--;
    this.#writeHead(5, count);
    for (const key of keys) {
      const item = map[key];
      if (item === undefined) continue;
      this.#writeText(key);
      this.write(item, depth + 1);
    }
  }

  #reserve(length: number): void {
    const needed = this.#at + length;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }

  #writeByte(byte: number): void {
    this.#reserve(1);
    this.#bytes[this.#at++] = byte;
  }

  /** Writes the head of an item: its major type, and its length or value. */
  #writeHead(major: number, argument: number): void {
    this.#reserve(9);
    const head = major << 5;
    if (argument < 24) {
      this.#bytes[this.#at++] = head | argument;
    } else if (argument < 0x100) {
      this.#bytes[this.#at++] = head | 24;
      this.#bytes[this.#at++] = argument;
    } else if (argument < 0x10000) {
      this.#bytes[this.#at++] = head | 25;
      this.#view.setUint16(this.#at, argument);
      this.#at += 2;
    } else if (argument < 0x100000000) {
      this.#bytes[this.#at++] = head | 26;
      this.#view.setUint32(this.#at, argument);
      this.#at += 4;
    } else this.#writeLongHead(head, BigInt(argument));
  }

  #writeLongHead(head: number, argument: bigint): void {
    this.#reserve(9);
    this.#bytes[this.#at++] = head | 27;
    this.#view.setBigUint64(this.#at, argument);
    this.#at += 8;
  }

  #writeInteger(value: number): void {
    if (value >= 0) this.#writeHead(0, value);
    else this.#writeHead(1, -1 - value);
  }

  #writeFloat(value: number): void {
    this.#reserve(9);
    this.#bytes[this.#at++] = 0xfb;
    this.#view.setFloat64(this.#at, value);
    this.#at += 8;
  }

  #writeBigInt(value: bigint): void {
    const argument = value < 0n ? -1n - value : value;
    if (argument < 1n << 64n) {
      this.#writeLongHead(value < 0n ? 0x20 : 0, argument);
      return;
    }
    this.#writeByte(value < 0n ? 0xc3 : 0xc2);
    const hex = argument.toString(16);
    const digits = hex.padStart(hex.length + (hex.length % 2), "0");
    const bytes = new Uint8Array(digits.length / 2);
    for (let index = 0; index < bytes.length; index++)
      bytes[index] = Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16);
    this.#writeObject(bytes, 0);
  }

  #writeDate(value: Date): void {
    const seconds = value.getTime() / 1000;
    if (Number.isNaN(seconds)) throw new CborError("an invalid Date");
    this.#writeByte(0xc1);
    this.write(seconds, 0);
  }

  #writeDecimal(text: string, depth: number): void {
    const [, sign = "", whole = "0", fraction = "", power = "0"] =
      /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
    const mantissa = BigInt(`${sign}${whole}${fraction}`);
    const small = Number(mantissa);
    this.#writeByte(0xc4);
    this.#writeHead(4, 2);
    this.write(Number(power) - fraction.length, depth);
    this.write(Number.isSafeInteger(small) ? small : mantissa, depth);
  }

  #writeText(text: string): void {
    const { length } = text;
    if (length <= maxShortText) {
      // The head is written after the text, when it is known that no character has several bytes.
      this.#reserve(length + 9);
      const start = this.#at;
      let at = start + (length < 24 ? 1 : 2);
      let index = 0;
      for (; index < length; index++) {
        const code = text.charCodeAt(index);
        if (code > 127) break;
        this.#bytes[at++] = code;
      }
      if (index === length) {
        this.#writeHead(3, length);
        this.#at = at;
        return;
      }
      this.#at = start;
    }
    if (!isWellFormed(text)) throw new CborError("text with an unpaired surrogate");
    utf8 ??= new TextEncoder();
    const bytes = utf8.encode(text);
    this.#writeHead(3, bytes.length);
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
  }
}

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
