import { describe, expect, it } from "vitest";
import { bytesOf } from "../support/models.js";
import { errorsOf, load } from "../support/problems.js";

const utf16 = (text: string, littleEndian: boolean, bom: boolean): Uint8Array => {
  const units = Array.from(`${bom ? "\ufeff" : ""}${text}`, (character) => character.charCodeAt(0));
  const view = new DataView(new ArrayBuffer(units.length * 2));
  units.forEach((unit, index) => {
    view.setUint16(index * 2, unit, littleEndian);
  });
  return new Uint8Array(view.buffer);
};

describe("bytes that are no model", () => {
  it.each([
    ["an empty file", "", "model.json: the file is empty; expected a Smithy JSON AST"],
    [
      "white space",
      " \n",
      "model.json: line 2, column 1: unexpected end of JSON; the file may be truncated",
    ],
    [
      "a truncated file",
      '{\n  "smithy": "2.0",\n  "sha',
      "model.json: line 3, column 7: unexpected end of JSON; the file may be truncated",
    ],
    [
      "a file cut between values",
      '{"smithy":"2.0",',
      /^model\.json: line 1, column 17: (?:unexpected end of JSON; the file may be truncated|not valid JSON: .*)$/,
    ],
    ["a trailing comma", '{"smithy":"2.0",}', /^model\.json: line 1, column 17: not valid JSON: /],
    [
      "another format",
      "smithy: '2.0'\nshapes: {}",
      /^model\.json: line 1, column 1: not valid JSON: Unexpected token 's'$/,
    ],
    [
      "a page of HTML",
      "<!doctype html>",
      /^model\.json: line 1, column 1: not valid JSON: Unexpected token '<'$/,
    ],
    [
      "UTF-16, little-endian",
      utf16("{}", true, true),
      "model.json: the file is in UTF-16; expected UTF-8",
    ],
    [
      "UTF-16, big-endian",
      utf16("{}", false, true),
      "model.json: the file is in UTF-16; expected UTF-8",
    ],
    [
      "UTF-16 without a mark",
      utf16('{"smithy":"2.0"}', true, false),
      "model.json: the file is in UTF-16; expected UTF-8",
    ],
    [
      "UTF-16, big-endian, without a mark",
      utf16('{"smithy":"2.0"}', false, false),
      "model.json: the file is in UTF-16; expected UTF-8",
    ],
    [
      "a first byte of a mark of UTF-16",
      Uint8Array.of(0xff, 0x7b),
      "model.json: the file is not valid UTF-8 text; expected a Smithy JSON AST",
    ],
    [
      "another first byte of such a mark",
      Uint8Array.of(0xfe, 0x7b),
      "model.json: the file is not valid UTF-8 text; expected a Smithy JSON AST",
    ],
    [
      "the marks' bytes behind another",
      Uint8Array.of(0x7b, 0xff),
      "model.json: the file is not valid UTF-8 text; expected a Smithy JSON AST",
    ],
    ["a zero byte", Uint8Array.of(0), /^model\.json: line 1, column 1: not valid JSON: \S/],
    ["two zero bytes", Uint8Array.of(0, 0), /^model\.json: line 1, column 1: not valid JSON: \S/],
    [
      "binary",
      Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0xff, 0xc0),
      "model.json: the file is not valid UTF-8 text; expected a Smithy JSON AST",
    ],
    ["null", "null", "model.json: expected a Smithy JSON AST (an object)"],
    ["an array", "[]", "model.json: expected a Smithy JSON AST (an object)"],
    [
      "other JSON",
      '{"openapi":"3.1.0"}',
      'model.json: expected a Smithy JSON AST with a member "smithy" that is "2.0" or "1.0"',
    ],
    [
      "another version",
      '{"smithy":"3.0"}',
      'model.json: expected a Smithy JSON AST with a member "smithy" that is "2.0" or "1.0"',
    ],
    [
      "shapes that are a list",
      '{"smithy":"2","shapes":[]}',
      'model.json: expected "shapes" to be an object',
    ],
  ])("%s", (_, given, want) => {
    const errors = errorsOf(() => load(given));
    expect(errors).toEqual([want instanceof RegExp ? expect.stringMatching(want) : want]);
  });

  it("takes a byte order mark", () => {
    expect(errorsOf(() => load(`\ufeff{"smithy":"2.0"}`))).toEqual([]);
  });

  it("reports every duplicate key with its place", () => {
    const text =
      '{\n"smithy":"2.0","a":{"b":[{"c":1}],"b":2},\n"smithy":"2.0","x":"\\"a\\":{","\\u0061":3}';
    expect(errorsOf(() => load(text))).toEqual([
      'model.json: line 2, column 35: duplicate key "b"; remove or rename one of them',
      'model.json: line 3, column 1: duplicate key "smithy"; remove or rename one of them',
      'model.json: line 3, column 30: duplicate key "a"; remove or rename one of them',
    ]);
  });

  it("stops telling of such keys after twenty", () => {
    const text = `{"smithy":"2.0"${',"a":1'.repeat(30)}}`;
    expect(errorsOf(() => load(text))).toHaveLength(20);
  });

  it("reports the second of two keys in nested objects", () => {
    expect(errorsOf(() => load('{"smithy":"2.0","a":{"a":{"a":1,"b":2}},"b":{},"a":3}'))).toEqual([
      'model.json: line 1, column 48: duplicate key "a"; remove or rename one of them',
    ]);
  });

  it("takes strings that look like keys for values", () => {
    const text =
      '{"smithy":"2.0","metadata":{"x":["a","a:","\\"a\\":","{"],"y" : "a","a":"a","b"\n:"a"}}';
    expect(errorsOf(() => load(text))).toEqual([]);
  });

  it("takes one key in two objects", () => {
    expect(errorsOf(() => load('{"smithy":"2.0","metadata":{"a":[{"a":1},{"a":2}]}}'))).toEqual([]);
  });

  it.each([
    ["a string of millions of characters", `{"smithy":"2.0","x":"${"a\\n".repeat(3_000_000)}"}`],
    [
      "JSON nested a million levels deep",
      `{"smithy":"2.0","x":${"[".repeat(1e6)}${"]".repeat(1e6)}}`,
    ],
  ])("takes %s", (_, text) => {
    expect(errorsOf(() => load(bytesOf(text)))).toEqual([]);
  });

  it("refuses a file that is too large for any model before it is decoded", () => {
    expect(errorsOf(() => load(new Uint8Array(64 * 1024 * 1024 + 1)))).toEqual([
      "model.json: the file has 67108865 bytes; the limit is 67108864 bytes",
    ]);
  });
});
