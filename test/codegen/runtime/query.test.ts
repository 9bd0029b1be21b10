import { describe, expect, it } from "vitest";
import { SerializationException } from "../../../codegen/runtime/errors/errors.js";
import { at } from "../../../codegen/runtime/values/path.js";
import {
  readFirstQuery,
  readQuery,
  readQueryListMap,
  readQueryMap,
  writeQuery,
  writeQueryMap,
} from "../../../codegen/runtime/http/query.js";
import { clientRoot } from "../../../codegen/runtime/json/write.js";

const query = {
  one: "1",
  several: ["1", "2"],
  bare: null,
  mixed: ["a", null] as unknown as string[],
  none: [] as string[],
  absent: undefined,
} as unknown as Record<string, string | string[] | null>;

describe("reading a query", () => {
  it.each<[name: string, all: unknown, first: unknown]>([
    ["one", ["1"], "1"],
    ["several", ["1", "2"], "1"],
    ["bare", [""], ""],
    ["mixed", ["a", ""], "a"],
    ["none", [], undefined],
    ["absent", undefined, undefined],
    ["other", undefined, undefined],
    ["constructor", undefined, undefined],
    ["__proto__", undefined, undefined],
  ])("finds %s", (name, all, first) => {
    expect(readQuery({ path: "/", query }, name)).toEqual(all);
    expect(readFirstQuery({ path: "/", query }, name)).toBe(first);
    expect(readQuery({ path: "/" }, name)).toBeUndefined();
    expect(readFirstQuery({ path: "/" }, name)).toBeUndefined();
  });

  it("gives maps of everything, without what has no value", () => {
    expect(readQueryMap({ path: "/", query })).toStrictEqual({
      one: "1",
      several: "1",
      bare: "",
      mixed: "a",
    });
    expect(readQueryListMap({ path: "/", query })).toStrictEqual({
      one: ["1"],
      several: ["1", "2"],
      bare: [""],
      mixed: ["a", ""],
      none: [],
    });
  });

  it.each([undefined, {}])("gives no map of %j", (empty) => {
    expect(readQueryMap({ path: "/", query: empty })).toBeUndefined();
    expect(readQueryListMap({ path: "/", query: empty })).toBeUndefined();
  });

  it("keeps names that Object.prototype has", () => {
    const map =
      readQueryMap({ path: "/", query: JSON.parse('{"__proto__":"a"}') as typeof query }) ?? {};
    expect(Object.entries(map)).toEqual([["__proto__", "a"]]);
    expect(Object.prototype).not.toHaveProperty("a");
  });
});

describe("writing a query", () => {
  it("takes well-formed text as it is", () => {
    expect(writeQuery("a b&c=é😀", clientRoot, "member")).toBe("a b&c=é😀");
    expect(writeQuery("", clientRoot, "member")).toBe("");
  });

  it("refuses a lone surrogate, which has no form in UTF-8", () => {
    expect(() => writeQuery("a\ud800", clientRoot, "member")).toThrow(
      expect.objectContaining({ name: "SerializationException", path: "/member" }),
    );
  });

  it("adds the entries of a map that are not there yet", () => {
    const given: Record<string, string | string[] | null> = { bound: "1" };
    const map = JSON.parse(
      '{"bound":"2","a":"x","b":["y",null,"z"],"c":[],"d":[null],"f":["w"],"e":null,"__proto__":"p"}',
    ) as Record<string, string>;
    writeQueryMap(given, map, at(clientRoot, "member"));
    expect(Object.entries(given)).toEqual([
      ["bound", "1"],
      ["a", "x"],
      ["b", ["y", "z"]],
      ["f", ["w"]],
      ["__proto__", "p"],
    ]);
  });

  it.each<[name: string, map: Record<string, unknown>]>([
    ["a name that is not well-formed", { "\ud800": "a" }],
    ["a value that is not well-formed", { a: "\ud800" }],
    ["an item that is not well-formed", { a: ["b", "\udc00"] }],
    ["a number", { a: 5 }],
    ["a list with a number", { a: ["b", 5] }],
    ["an object", { a: {} }],
  ])("refuses a map with %s, and names the member", (_, map) => {
    expect(() => {
      writeQueryMap({}, map as Record<string, string>, at(clientRoot, "member"));
    }).toThrow(SerializationException);
  });
});
