import { describe, expect, it } from "vitest";
import {
  define,
  isEmptyObject,
  isObject,
  isPlainObject,
  JsonNumber,
  own,
  setEntry,
  toNumber,
  typeName,
} from "../../../codegen/runtime/json/json.js";

class Point {
  x = 1;
}
const withoutPrototype = Object.create(null) as object;

describe("what may hold members", () => {
  it.each<[name: string, value: unknown, object: boolean, plain: boolean]>([
    ["a plain object", { a: 1 }, true, true],
    ["an empty object", {}, true, true],
    ["an object without a prototype", withoutPrototype, true, false],
    ["an object with a member called constructor", { constructor: 1 }, true, false],
    ["an instance of a class", new Point(), true, false],
    ["a Date", new Date(0), true, false],
    ["an array", [], false, false],
    ["null", null, false, false],
    ["undefined", undefined, false, false],
    ["a string", "a", false, false],
    ["a number", 1, false, false],
    ["a function", () => undefined, false, false],
    ["a number that is kept by its text", new JsonNumber("1"), false, false],
  ])("%s", (_, value, object, plain) => {
    expect(isObject(value)).toBe(object);
    expect(isPlainObject(value)).toBe(plain);
  });

  it.each<[value: unknown, wanted: boolean]>([
    [{}, true],
    [withoutPrototype, true],
    [{ a: undefined }, false],
    [[], false],
    [null, false],
    ["", false],
  ])("isEmptyObject of %j", (value, wanted) => {
    expect(isEmptyObject(value)).toBe(wanted);
  });
});

describe("typeName", () => {
  it.each<[value: unknown, name: string]>([
    [null, "null"],
    [undefined, "nothing"],
    [[], "an array"],
    [{}, "an object"],
    [new Date(0), "a Date"],
    [new JsonNumber("12345678901234567890"), "a number"],
    [1, "a number"],
    ["secret", "a string"],
    [true, "a boolean"],
    [1n, "a bigint"],
  ])("of %o is %s", (value, name) => {
    expect(typeName(value)).toBe(name);
  });
});

describe("numbers that are kept by their text", () => {
  it("become the nearest number for JSON.stringify and toNumber", () => {
    const number = new JsonNumber("9007199254740993");
    expect(JSON.stringify([number])).toBe("[9007199254740992]");
    expect(toNumber(number)).toBe(9007199254740992);
    expect(number.text).toBe("9007199254740993");
  });

  it.each([1, "1", null, { text: "1" }])("and %j stays as it is", (value) => {
    expect(toNumber(value)).toBe(value);
  });
});

describe("names that Object.prototype has", () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "a"];

  it.each(names)("%s is not found where it is inherited", (name) => {
    expect(own({}, name)).toBeUndefined();
    expect(own(Object.create({ [name]: 1 }) as object, name)).toBeUndefined();
  });

  it.each(names)("%s is set as an entry like any other", (name) => {
    for (const set of [setEntry<number>, define]) {
      const map: Record<string, number> = {};
      set(map, name, 7);
      expect(own(map, name)).toBe(7);
      expect(Object.entries(map)).toEqual([[name, 7]]);
      expect(Object.getPrototypeOf(map)).toBe(Object.prototype);
      set(map, name, 8);
      expect(Object.entries(map)).toEqual([[name, 8]]);
      Object.assign(map, { other: 1 });
      expect(Reflect.deleteProperty(map, name)).toBe(true);
    }
  });

  it("an entry that was defined can be assigned to", () => {
    const map: Record<string, number> = {};
    define(map, "a", 1);
    map["a"] = 2;
    expect(map["a"]).toBe(2);
  });
});
