import { describe, expect, it } from "vitest";
import { suggest } from "../../../codegen/src/load/suggest.js";

describe("suggest", () => {
  it.each<[name: string, known: string[], nearest: string | undefined]>([
    ["GetThng", ["PutThing", "GetThing"], "GetThing"],
    ["getthing", ["GetThing"], "GetThing"],
    ["a", ["ab"], "ab"],
    ["a", ["abc"], "abc"],
    ["a", ["abcd"], undefined],
    ["abcdefghi", ["abcdefxxx"], "abcdefxxx"],
    ["abcdefghi", ["abcdexxxx"], undefined],
    ["abcdefgh", ["abcdefghxx"], "abcdefghxx"],
    ["abcdefgh", ["abcdefghxxx"], undefined],
    ["x", [], undefined],
    ["Thing", ["Zhing", "Ahing", "Mhing"], "Ahing"],
    ["Thing", ["Ahing", "Zhing"], "Ahing"],
    ["Thing", ["Thxxg", "Thinx"], "Thinx"],
    ["Thing", ["Thinx", "Thxxg"], "Thinx"],
  ])("for %s among %j", (name, known, nearest) => {
    expect(suggest(name, known)).toBe(nearest === undefined ? "" : ` Did you mean ${nearest}?`);
  });

  it("does not compare what is longer than any name", () => {
    const name = "a".repeat(256);
    expect(suggest(name, [`${name}b`])).toContain(`${name}b`);
    expect(suggest(`${name}a`, [`${name}b`])).toBe("");
  });
});
