import { describe, expect, it } from "vitest";
import { SerializationException } from "../../../codegen/runtime/errors/errors.js";
import { at } from "../../../codegen/runtime/values/path.js";
import type { IncomingRequest } from "../../../codegen/runtime/types.js";
import { clientRoot } from "../../../codegen/runtime/json/write.js";
import {
  readHeader,
  readPrefixHeaders,
  splitHeader,
  splitHttpDates,
  writeHeader,
  writeHeaderElement,
  writePrefixHeaders,
} from "../../../codegen/runtime/http/headers.js";

const member = at(clientRoot, "member");
const message = (given: object | undefined): IncomingRequest => ({
  path: "/",
  headers: given as IncomingRequest["headers"],
});
const headers = (given: object): Record<string, string> => given as Record<string, string>;

describe("readHeader", () => {
  // RFC 9110, section 5.1 (names are case-insensitive) and 5.3 (several lines are joined).
  it.each<[given: object | undefined, value: string | undefined]>([
    [{ "x-a": "1" }, "1"],
    [{ "X-A": "1" }, "1"],
    [{ "X-a": ["1", "2"] }, "1, 2"],
    [{ "x-a": "1", "X-A": "2" }, "1, 2"],
    [{ "x-a": "" }, ""],
    [{ "x-a": undefined, "X-A": "2" }, "2"],
    [{ "x-ab": "1", "x-": "2", "y-a": "3" }, undefined],
    [{}, undefined],
    [undefined, undefined],
  ])("of %j", (given, value) => {
    expect(readHeader(message(given), "x-a")).toBe(value);
  });
});

describe("prefix headers", () => {
  it.each<[given: object | undefined, map: object | undefined]>([
    [
      { "X-Foo-A": "1", "x-foo-b": ["2", "3"], other: "4" },
      { A: "1", b: "2, 3" },
    ],
    [{ "x-foo-a": "1", "X-FOO-A": "2", "X-Foo-a": "3" }, { a: "1, 2, 3" }],
    [{ "x-foo-": "1" }, { "": "1" }],
    [{ "x-foo-a": undefined }, undefined],
    [{ "a-x-foo-": "1", "x-fo": "2" }, undefined],
    [{}, undefined],
    [undefined, undefined],
  ])("of %j", (given, map) => {
    expect(readPrefixHeaders(message(given), "x-foo-")).toEqual(map);
  });

  it("are written in lower case, save for those that are bound otherwise or have no value", () => {
    const written: Record<string, string> = { "x-foo-bound": "1" };
    writePrefixHeaders(
      written,
      "X-Foo-",
      { Bound: "2", A: "3", b: null, c: undefined, "d!#$%&'*+-.^_`|~9": "4", e: "" },
      member,
    );
    expect(written).toEqual({
      "x-foo-bound": "1",
      "x-foo-a": "3",
      "x-foo-d!#$%&'*+-.^_`|~9": "4",
      "x-foo-e": "",
    });
  });

  // RFC 9110, section 5.6.2: what a token is made of.
  it.each(Array.from('"(),/:;<=>?@[\\]{} \t\r\n\0é', (character) => [`a${character}b`]))(
    "refuse the name %j",
    (key) => {
      for (const name of [key, key.slice(1), key.slice(0, -1)]) {
        expect(() => {
          writePrefixHeaders({}, "x-", { [name]: "1" }, member);
        }).toThrow(
          expect.objectContaining({
            name: "SerializationException",
            path: "/member",
            expected: expect.stringContaining("RFC 9110") as unknown,
            received: expect.stringContaining("key") as unknown,
          }),
        );
      }
    },
  );

  it("refuse a name of nothing", () => {
    expect(() => {
      writePrefixHeaders({}, "", { "": "1" }, member);
    }).toThrow(SerializationException);
  });

  it("refuse a value that would end the header", () => {
    expect(() => {
      writePrefixHeaders({}, "x-", { a: "1\nx-b: 2" }, member);
    }).toThrow(SerializationException);
  });

  it("may be called __proto__", () => {
    const written: Record<string, string> = {};
    writePrefixHeaders(written, "", headers(JSON.parse('{"__proto__":"1"}') as object), member);
    expect(Object.entries(written)).toEqual([["__proto__", "1"]]);
  });
});

describe("values of headers", () => {
  it.each(["", "a", "a, b", '"a"', "\t", "é"])("keep %j", (text) => {
    expect(writeHeader(text, clientRoot, "member")).toBe(text);
  });

  it.each(["a\nb", "\r", "a\0", "\n"])("refuse %j", (text) => {
    for (const write of [writeHeader, writeHeaderElement]) {
      expect(() => write(text, clientRoot, "member")).toThrow(
        expect.objectContaining({
          name: "SerializationException",
          path: "/member",
          expected: expect.stringMatching(/line/) as unknown,
          received: expect.stringMatching(/line break/) as unknown,
        }),
      );
    }
  });

  it.each([5, null, undefined, []])("refuse %j", (value) => {
    expect(() => writeHeader(value as unknown as string, clientRoot, "member")).toThrow(
      expect.objectContaining({ path: "/member", expected: "a string" }),
    );
  });

  it.each([
    ["a", "a"],
    ["a b", "a b"],
    ["a,b", '"a,b"'],
    ['a"b', '"a\\"b"'],
    ["a\\b", "a\\b"],
    ["a\\,", '"a\\\\,"'],
    [" a", '" a"'],
    ["a ", '"a "'],
    ["\ta", '"\ta"'],
    ["a\t", '"a\t"'],
  ])("are quoted as elements of lists only where they have to be: %j", (text, element) => {
    expect(writeHeaderElement(text, clientRoot, "member")).toBe(element);
    expect(splitHeader(element)).toEqual([text]);
  });

  it.each([
    ["", []],
    ["a", ["a"]],
    ["a,b", ["a", "b"]],
    ["a , \tb\t,c ", ["a", "b", "c"]],
    ["a,,b", ["a", "", "b"]],
    ['"a,b" , "c\\"d"', ["a,b", 'c"d']],
    ['"a\\\\"', ["a\\"]],
    ['""', [""]],
    ['"a" b', ['"a" b']],
    ['"a', ['"a']],
    ['"a, b', ['"a', "b"]],
    ['"a\nb"', ["a\nb"]],
  ])("are split into elements: %j", (text, elements) => {
    expect(splitHeader(text)).toEqual(elements);
  });

  it.each([
    ["", []],
    ["Mon, 16 Dec 2019 23:48:18 GMT", ["Mon, 16 Dec 2019 23:48:18 GMT"]],
    [
      " Mon, 16 Dec 2019 23:48:18 GMT ,Tue, 17 Dec 2019 23:48:18 GMT",
      ["Mon, 16 Dec 2019 23:48:18 GMT", "Tue, 17 Dec 2019 23:48:18 GMT"],
    ],
    ["Mon, 1,Tue, 2,Wed, 3", ["Mon, 1", "Tue, 2", "Wed, 3"]],
  ])("are split into HTTP dates: %j", (text, dates) => {
    expect(splitHttpDates(text)).toEqual(dates);
  });
});
