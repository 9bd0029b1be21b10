import { bytes, prefixesOf, type Hostile } from "./hostile.js";

/** The head of an item with a length of eight bytes: 2^60. */
const huge = (major: number): readonly number[] => [(major << 5) | 27, 0x10, 0, 0, 0, 0, 0, 0, 0];

/** A map of one entry, whose value follows. */
const entry = (key: string): Uint8Array => bytes([0xa1, 0x60 | key.length], key);
const text = bytes([0x64], "text", [0x61], "a");
const filled = (count: number, byte: number): Uint8Array => new Uint8Array(count).fill(byte);
const textChunks = [0x7f, 0x61, 0x61, 0x61];

/** What is not CBOR, or not of the model's types. Each is to be refused. */
export function refusedCbor(): readonly Hostile[] {
  const members: Record<string, readonly (readonly number[] | Uint8Array | string)[]> = {
    "a byte string of 2^60 bytes": [huge(2), "a"],
    "text of 2^60 bytes": [huge(3), "a"],
    "an array of 2^60 items": [huge(4), [1]],
    "a map of 2^60 entries": [huge(5), [0x61], "a", [1]],
    "an array of 2^32 - 1 items": [[0x9a, 0xff, 0xff, 0xff, 0xff, 1]],
    "a byte string without an end": [[0x5f, 0x41, 1]],
    "a byte string that never ends": [[0x5f], filled(1_000_000, 0x40)],
    "text without an end": [textChunks],
    "text that never ends": [[0x7f], filled(1_000_000, 0x60)],
    "an array without an end": [[0x9f, 1]],
    "an array that never ends": [[0x9f], filled(1_000_000, 1)],
    "a map without an end": [[0xbf, 0x61], "a", [1]],
    "a map of indefinite length without a value": [[0xbf, 0x61], "a", [0xff]],
    "100,000 arrays": [filled(100_000, 0x81), [1]],
    "a million arrays without an end": [filled(1_000_000, 0x9f)],
    "100,000 maps": [bytes(...Array<Uint8Array>(100_000).fill(entry("tree"))), [0xa0]],
    "600 levels of a recursive shape": [
      bytes(...Array<Uint8Array>(600).fill(entry("tree"))),
      [0xa0],
    ],
    "100,000 tags": [filled(100_000, 0xc6), [1]],
    "a million tags without an item": [filled(1_000_000, 0xc6)],
    "a tag without an item": [[0xc1]],
    "a chunk that is itself in chunks": [[0x7f, 0x7f, 0x61, 0x61, 0xff, 0xff]],
    "a chunk of another kind": [[0x7f, 0x41, 0x61, 0xff]],
    "a chunk that is a number": [[0x5f, 1, 0xff]],
    "a break": [[0xff]],
    "a length that is not defined": [[0x7c, 0x61]],
    "an integer of indefinite length": [[0x1f]],
    "a tag of indefinite length": [[0xdf, 1]],
    "a simple value": [[0xe0]],
    "a simple value of two bytes": [[0xf8, 0x20]],
    "text that is not UTF-8": [[0x62, 0xc0, 0x80]],
    "text with half of a pair": [[0x63, 0xed, 0xa0, 0x80]],
    "a character that is cut between two chunks": [[0x7f, 0x61, 0xc3, 0x61, 0xa9, 0xff]],
    "a key twice": [[0xa2, 0x61], "a", [1, 0x61], "a", [2]],
    "the key __proto__ twice": [[0xa2, 0x69], "__proto__", [1, 0x69], "__proto__", [2]],
    "a number as key": [[0xa1, 1, 1]],
    "an array as key": [[0xa1, 0x80, 1]],
    "a time of text": [[0xc1, 0x61], "a"],
    "a time that is not a number": [[0xc1, 0xf9, 0x7e, 0]],
    "a time beyond dates": [[0xc1, 0xfb, 0x7e, 0x37, 0xe4, 0x3c, 0x88, 0, 0x75, 0x9c]],
    "a big integer of a million bytes": [
      [0xc2, 0x5a, 0, 0x0f, 0x42, 0x40],
      filled(1_000_000, 0xff),
    ],
    "a big integer of text": [[0xc2, 0x61], "1"],
    "a decimal fraction of one part": [[0xc4, 0x81, 1]],
  };
  const bodies: Record<string, Uint8Array> = {
    "a key twice": bytes([0xa2], text, text),
    "bytes after the map": bytes([0xa1], text, [0]),
    "two maps": bytes([0xa1], text, [0xa1], text),
    "an array": bytes([0x81, 1]),
    null: bytes([0xf6]),
    JSON: bytes('{"text":"a"}'),
    "a page": bytes("<!DOCTYPE html><html><body>Down"),
    "a number for text": bytes(entry("text"), [1]),
    "bytes for text": bytes(entry("text"), [0x41, 1]),
    "text for a number": bytes(entry("number"), [0x61], "1"),
    "a fraction for an integer": bytes(entry("number"), [0xf9, 0x3e, 0]),
    "an integer of eight bytes for one of four": bytes(entry("number"), [0x1b], filled(8, 0x7f)),
    "a map for a list": bytes(entry("numbers"), [0xa0]),
    "an array for a map": bytes(entry("map"), [0x80]),
    "a number for a time": bytes(entry("when"), [1]),
    "text for bytes": bytes(entry("data"), [0x61], "a"),
    "no member of a union": bytes(entry("one"), [0xa0]),
    "two members of a union": bytes(entry("one"), [0xa2, 0x61], "a", [0x61], "a", [0x61], "b", [1]),
  };
  return [
    ...Object.entries(members).flatMap(([name, parts]) => [
      { name: `${name}, in a member`, body: bytes(entry("tree"), ...parts) },
      { name: `${name}, in an unknown member`, body: bytes(entry("later"), ...parts) },
    ]),
    ...Object.entries(bodies).map(([name, body]) => ({ name, body })),
    ...prefixesOf(bytes([0xa2], text, [0x67], "numbers", [0x82, 1, 0x19, 1, 0])),
  ];
}

/** Bodies that are large or odd, but right: each is to be read. */
export function acceptedCbor(): readonly Hostile[] {
  const later = (...parts: readonly (readonly number[] | Uint8Array | string)[]): Uint8Array =>
    bytes([0xa2], text, [0x65], "later", ...parts);
  const bodies: Record<string, Uint8Array> = {
    "a million empty chunks of text": later([0x7f], filled(1_000_000, 0x60), [0xff]),
    "a million empty chunks of bytes": later([0x5f], filled(1_000_000, 0x40), [0xff]),
    "a million items": later([0x9f], filled(1_000_000, 1), [0xff]),
    "a member named __proto__": bytes([0xa2], text, [0x69], "__proto__", [0xa1], text),
    "a decimal fraction with the exponent 2^60": later([0xc4, 0x82], huge(0), [1]),
    "tags that nobody knows": later(filled(100, 0xc6), [1]),
    "text in chunks": bytes(
      [0xbf, 0x7f, 0x62],
      "te",
      [0x62],
      "xt",
      [0xff],
      textChunks.slice(0, 3),
      [0xff, 0xff],
    ),
  };
  return Object.entries(bodies).map(([name, body]) => ({ name, body }));
}
