import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as ofAny from "../../../codegen/runtime/check/check.js";
import * as ofDocuments from "../../../codegen/runtime/check/check-document.js";
import * as ofNumbers from "../../../codegen/runtime/check/check-number.js";
import * as ofSizes from "../../../codegen/runtime/check/check-size.js";
import * as ofText from "../../../codegen/runtime/check/check-text.js";
import * as ofItems from "../../../codegen/runtime/check/unique-items.js";
import { JsonNumber } from "../../../codegen/runtime/json/json.js";
import {
  finishValidation,
  startValidation,
  type CheckPlace,
} from "../../../codegen/runtime/check/validation.js";
import type { Issue, ValidateOptions } from "../../../codegen/runtime/types.js";

const check = { ...ofAny, ...ofDocuments, ...ofNumbers, ...ofSizes, ...ofText, ...ofItems };

/** The issues that a check of a value at `/m` notes. */
function issues(action: (here: CheckPlace) => unknown, options?: ValidateOptions): Issue[] {
  const here = startValidation(options);
  action(here);
  const result = finishValidation(here, undefined);
  return result.ok ? [] : [...result.issues];
}

/** What a check notes: constraint, place, what was expected and what was found. */
function found(action: (here: CheckPlace) => unknown, options?: ValidateOptions): string[] {
  return issues(action, options).map(({ constraint, path, expected, received }) => {
    expect(expected).not.toBe("");
    return `${constraint} ${path} ${expected} <- ${received}`;
  });
}

type LeafCheck = (value: unknown, here: CheckPlace, key: string) => unknown;

describe("types of leaves", () => {
  const checks: [name: string, run: LeafCheck, expected: string, valid: unknown[]][] = [
    ["string", check.checkString, "a string", ["", "a"]],
    ["boolean", check.checkBoolean, "a boolean", [true, false]],
    [
      "integer",
      (value, here, key) => {
        check.checkInteger(value, here, key, -128, 127);
      },
      "an integer",
      [0, -128, 127],
    ],
    ["float", check.checkFloat, "a number", [0, -1.5, NaN, Infinity, -Infinity]],
    ["bigInteger", check.checkBigInteger, "a bigint", [0n, -(10n ** 30n)]],
    ["timestamp", check.checkTimestamp, "a valid Date", [new Date(0)]],
    ["blob", check.checkBlob, "a Uint8Array", [new Uint8Array(), new Uint8Array(3)]],
    [
      "text",
      (value, here, key) => check.checkText(value, here, key, 0, 5),
      "a string",
      ["", "abcde"],
    ],
  ];
  const values = ["a", "", true, 0, 1.5, 10n, new Date(0), new Uint8Array(), {}, [], () => 1];

  it.each(checks)("%s: valid ones, and what is not there", (_, run, __, valid) => {
    for (const value of [...valid, undefined, null]) {
      expect(found((here) => run(value, here, "m"))).toEqual([]);
    }
  });

  it.each(checks)("%s: other types", (_, run, expected, valid) => {
    const kind = (value: unknown): string =>
      typeof value === "object" ? Object.prototype.toString.call(value) : typeof value;
    for (const value of values.filter((one) => !valid.some((each) => kind(each) === kind(one)))) {
      expect(found((here) => run(value, here, "m"))).toEqual([
        expect.stringMatching(new RegExp(`^type /m be ${expected} <- an? \\w+$`)),
      ]);
    }
  });

  it("an invalid Date is no timestamp", () => {
    expect(
      found((here) => {
        check.checkTimestamp(new Date(NaN), here, "m");
      }),
    ).toEqual(["type /m be a valid Date <- a Date"]);
  });

  it.each([-129, 128, 0.5, NaN, Infinity])("%d is no byte", (value) => {
    expect(
      found((here) => {
        check.checkInteger(value, here, "m", -128, 127);
      }),
    ).toEqual(["type /m be an integer between -128 and 127 <- another number"]);
  });
});

describe("what must be there", () => {
  it.each([undefined, null])("%s is missing", (value) => {
    for (const run of [
      (here: CheckPlace) => {
        check.checkPresent(value, here, "m");
      },
      (here: CheckPlace) => {
        check.wrongType(value, here, "m", "a string");
      },
    ]) {
      expect(found(run)).toEqual(["required /m not be null <- null"]);
    }
    expect(found((here) => check.checkObject(value, here))).toEqual([
      "required  not be null <- null",
    ]);
  });

  it.each([0, "", false, [], NaN])("%j is there", (value) => {
    expect(
      found((here) => {
        check.checkPresent(value, here, "m");
      }),
    ).toEqual([]);
  });
});

describe("objects and lists", () => {
  class Point {
    x = 1;
  }
  it.each<[value: unknown, isDictionary: boolean]>([
    [{}, true],
    [new Point(), true],
    [Object.create(null), true],
    [[], false],
    [new Date(0), false],
    [new Uint8Array(), false],
    [new DataView(new ArrayBuffer(1)), false],
    [new JsonNumber("1"), false],
    ["a", false],
  ])("%o", (value, isDictionary) => {
    expect(check.isDictionary(value)).toBe(isDictionary);
    const noted = found((here) => {
      expect(check.checkObject(value, here)).toBe(isDictionary);
    });
    expect(noted).toEqual(
      isDictionary ? [] : [expect.stringMatching(/^type {2}be an object <- an? \w+$/)],
    );
    const isList = Array.isArray(value);
    const listed = found((here) => {
      expect(check.checkArray(value, here)).toBe(isList);
    });
    expect(listed).toEqual(
      isList ? [] : [expect.stringMatching(/^type {2}be an array <- an? \w+$/)],
    );
  });

  it("have no unknown members, where that is asked for; an undefined one is none", () => {
    const value = { a: 1, b: 2, c: undefined, "d/e": null, "": 3, "a f": 4 };
    const run = (here: CheckPlace): void => {
      check.checkUnknownMembers(value, here, "a f");
    };
    const reported = issues(run, { unknownMembers: "report" });
    expect(reported.map(({ path, constraint }) => [constraint, path])).toEqual([
      ["unknownMember", "/b"],
      ["unknownMember", "/d~1e"],
      ["unknownMember", "/"],
      ["unknownMember", "/a f"],
    ]);
    expect(reported[0]).toMatchObject({
      expected: expect.stringMatching(/model/) as unknown,
      received: expect.stringMatching(/member/) as unknown,
    });
    for (const options of [undefined, {}, { unknownMembers: "ignore" }] as const) {
      expect(issues(run, options)).toEqual([]);
    }
    const empty = issues(
      (here) => {
        check.checkUnknownMembers({ "": 1 }, here, "");
      },
      { unknownMembers: "report" },
    );
    expect(empty).toHaveLength(1);
  });
});

describe("lengths", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "é", "\u{1f44d}", "\ud83d", "\udc4d") });
  const bound = fc.nat({ max: 12 });

  it("of text are counted in code points", () => {
    fc.assert(
      fc.property(text, bound, bound, (value, one, other) => {
        const [min, max] = one < other ? [one, other] : [other, one];
        // Smithy, "length trait": Unicode scalar values. String's iterator gives code points.
        const points = Array.from(value).length;
        expect(check.countCodePoints(value)).toBe(points);
        for (const [least, most] of [
          [min, max],
          [min, Infinity],
          [-Infinity, max],
        ] as const) {
          const isFit = points >= least && points <= most;
          expect(check.isWithin(value, least, most)).toBe(isFit);
          const noted = issues((here) => {
            expect(check.checkText(value, here, "m", least, most)).toBe(isFit);
          });
          expect(noted.map(({ constraint, received }) => [constraint, received])).toEqual(
            isFit ? [] : [["length", points]],
          );
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each<[string, (size: number) => unknown, typeof check.checkListSize]>([
    ["a list", (size) => Array.from({ length: size }, () => 1), check.checkListSize],
    [
      "a map",
      (size) => Object.fromEntries(Array.from({ length: size }, (_, index) => [`k${index}`, 1])),
      check.checkMapSize,
    ],
    ["a blob", (size) => new Uint8Array(size), check.checkBlob],
    [
      "text",
      (size) => "a".repeat(size),
      (value, here, key, min, max, sensitive) => {
        check.checkText(value, here, key, min, max, sensitive);
      },
    ],
  ])("of %s, with both ends", (_, make, run) => {
    const at = (size: number, min: number, max: number, sensitive?: boolean): string[] =>
      found((here) => {
        run(make(size), here, "m", min, max, sensitive);
      });
    expect(at(2, 2, 3)).toEqual([]);
    expect(at(3, 2, 3)).toEqual([]);
    expect(at(1, 2, 3)).toEqual(["length /m have length between 2 and 3, inclusive <- 1"]);
    expect(at(4, 2, 3)).toEqual(["length /m have length between 2 and 3, inclusive <- 4"]);
    expect(at(1, 2, Infinity)).toEqual(["length /m have length greater than or equal to 2 <- 1"]);
    expect(at(4, -Infinity, 3)).toEqual(["length /m have length less than or equal to 3 <- 4"]);
    expect(at(4, 2, 3, true)).toEqual([expect.stringMatching(/<- another length$/)]);
    expect(at(9, -Infinity, Infinity)).toEqual([]);
  });

  it("of what is no list or map are not noted: that is another issue", () => {
    for (const value of [undefined, null, "aaaa", new Uint8Array(9)]) {
      expect(
        found((here) => {
          check.checkListSize(value, here, "m", 1, 2);
        }),
      ).toEqual([]);
    }
    for (const value of [undefined, null, "aaaa", [1, 2, 3]]) {
      expect(
        found((here) => {
          check.checkMapSize(value, here, "m", 1, 2);
        }),
      ).toEqual([]);
    }
  });
});

describe("texts in collections", () => {
  const list = ["a", "", null, 5, "abc"];
  const map = Object.assign(Object.create({ inherited: 5 }) as Record<string, unknown>, {
    a: "a",
    b: "",
    c: null,
    d: 5,
  });

  it("are checked at their own places", () => {
    expect(
      found((here) => {
        for (const index of list.keys()) check.checkItem(list, index, here, "m", 1, 2);
      }),
    ).toEqual([
      "length /m/1 have length between 1 and 2, inclusive <- 0",
      "required /m/2 not be null <- null",
      "type /m/3 be a string <- a number",
      "length /m/4 have length between 1 and 2, inclusive <- 3",
    ]);
    expect(
      found((here) => {
        for (const name in map) check.checkEntry(map, name, here, "m", 1, 2, true);
      }),
    ).toEqual([
      "length /m/b have length between 1 and 2, inclusive <- another length",
      "required /m/c not be null <- null",
      "type /m/d be a string <- a number",
    ]);
  });

  it("have any length where there is no bound", () => {
    expect(
      found((here) => {
        check.checkItem([""], 0, here, "m");
        check.checkEntry({ a: "" }, "a", here, "m");
      }),
    ).toEqual([]);
  });
});

describe("patterns", () => {
  const run = (value: unknown, pattern: RegExp | undefined, options?: ValidateOptions): string[] =>
    found((here) => {
      check.checkPattern(value, here, "m", pattern, "^source$");
    }, options);

  it("are matched against text alone", () => {
    expect(run("abc", /b/u)).toEqual([]);
    expect(run("abc", /x/u)).toEqual([
      "pattern /m satisfy regular expression pattern: ^source$ <- another string",
    ]);
    for (const value of [undefined, null, 5, {}]) expect(run(value, /x/u)).toEqual([]);
  });

  it("are matched by the engine that is given", () => {
    const sources: string[] = [];
    const patternEngine = (source: string): { test: (text: string) => boolean } => {
      sources.push(source);
      return { test: (text) => text === "abc" };
    };
    expect(run("abc", /x/u, { patternEngine })).toEqual([]);
    expect(run("b", /b/u, { patternEngine })).toHaveLength(1);
    expect(run("abc", undefined, { patternEngine })).toEqual([]);
    expect(sources).toEqual(["^source$", "^source$", "^source$"]);
  });
});

describe("enums", () => {
  it.each<[value: unknown, type: "string" | "number", want: string]>([
    ["x", "string", "enum /m satisfy enum value set: [a, b] <- another string"],
    [3, "number", "enum /m satisfy enum value set: [a, b] <- another number"],
    [3, "string", "type /m be a string <- a number"],
    ["x", "number", "type /m be an integer <- a string"],
    [null, "string", "required /m not be null <- null"],
  ])("%j of %s", (value, type, want) => {
    expect(
      found((here) => {
        check.notInEnum(value, here, "m", type, "[a, b]");
      }),
    ).toEqual([want]);
  });
});

describe("ranges", () => {
  const between = "be between 2 and 3, inclusive";
  it.each<[value: number, min: number, max: number, want: string | undefined]>([
    [2, 2, 3, undefined],
    [3, 2, 3, undefined],
    [1, 2, 3, between],
    [4, 2, 3, between],
    [1, 2, Infinity, "be greater than or equal to 2"],
    [9, 2, Infinity, undefined],
    [4, -Infinity, 3, "be less than or equal to 3"],
    [-9, -Infinity, 3, undefined],
  ])("%d within %d and %d", (value, min, max, want) => {
    const big = (bound: number): number | bigint =>
      Number.isFinite(bound) ? BigInt(bound) : bound;
    const at = (sensitive: boolean): string[][] => [
      found((here) => {
        check.checkInteger(value, here, "m", -128, 127, min, max, sensitive);
      }),
      found((here) => {
        check.checkFloat(value, here, "m", min, max, sensitive);
      }),
      found((here) => {
        check.checkBigInteger(BigInt(value), here, "m", big(min), big(max), sensitive);
      }),
    ];
    for (const noted of at(false)) {
      expect(noted).toEqual(want === undefined ? [] : [`range /m ${want} <- ${value}`]);
    }
    for (const noted of at(true)) {
      expect(noted).toEqual(want === undefined ? [] : [`range /m ${want} <- another number`]);
    }
    if (want !== undefined) expect(check.describeRange(min, max)).toBe(want);
  });

  it("hold no NaN, but where there is none anything is fine", () => {
    const at = (min?: number, max?: number): string[] =>
      found((here) => {
        check.checkFloat(NaN, here, "m", min, max);
      });
    expect(at()).toEqual([]);
    expect(at(1)).toHaveLength(1);
    expect(at(undefined, 1)).toHaveLength(1);
  });
});

describe("documents", () => {
  const at = (value: unknown): string[] =>
    found((here) => {
      check.checkDocument(value, here, "m");
    });

  it("are whatever JSON has", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(at(value)).toEqual([]);
      }),
    );
    expect(at(Object.create(null))).toEqual([]);
  });

  it.each<[value: unknown, want: string]>([
    [undefined, "type /m be a JSON value <- nothing"],
    [NaN, "type /m be a JSON value <- a number"],
    [-Infinity, "type /m be a JSON value <- a number"],
    [1n, "type /m be a JSON value <- a bigint"],
    [new Date(0), "type /m be a JSON value <- a Date"],
    [{ a: [1, Symbol("s")] }, "type /m/a/1 be a JSON value <- a symbol"],
    [[{ b: undefined }], "type /m/0/b be a JSON value <- nothing"],
  ])("%o is none", (value, want) => {
    expect(at(value)).toEqual([want]);
  });

  it("nest at most 512 levels deep", () => {
    const nested = (depth: number): unknown => {
      let value: unknown = 1;
      for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value };
      return value;
    };
    expect(at(nested(511))).toEqual([]);
    expect(at(nested(512))).toHaveLength(1);
    expect(at(nested(512))[0]).toMatch(/^type \/m\/.* nest at most 512 levels deep <- more$/);
  });
});

describe("unions", () => {
  const at = (value: Record<string, unknown>): [string | undefined, string[]] => {
    let name: string | undefined;
    const noted = found((here) => {
      name = check.checkUnion(value, here, ["a", "b"]);
    });
    return [name, noted.map((line) => line.replace(/^.* <- /, ""))];
  };

  it.each<[Record<string, unknown>, string | undefined, string[]]>([
    [{ a: 1 }, "a", []],
    [{ a: undefined, b: 0 }, "b", []],
    [{ a: 1, b: null }, "a", []],
    [{}, undefined, ["none"]],
    [{ a: null }, undefined, ["none"]],
    [{ a: 1, b: 2 }, undefined, ["several"]],
    [{ c: 1 }, undefined, ["an unknown one"]],
    [{ a: 1, c: 1 }, undefined, ["an unknown one"]],
  ])("%j", (value, name, received) => {
    expect(at(value)).toEqual([name, received]);
  });

  it("name the members that there are", () => {
    const [issue] = issues((here) => check.checkUnion({}, here, ["a", "b"]));
    expect(issue).toMatchObject({
      constraint: "union",
      expected: expect.stringMatching(/exactly one .*: a, b$/) as unknown,
    });
  });
});

describe("unique items", () => {
  const areUnique = (items: unknown[]): boolean =>
    found((here) => {
      check.checkUniqueItems(items, here);
    }).length === 0;

  it("are told from each other by their whole value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const left: unknown = JSON.parse(JSON.stringify(one));
        const right: unknown = JSON.parse(JSON.stringify(other));
        expect(areUnique([left, structuredClone(left)])).toBe(false);
        let isSame = true;
        try {
          expect(left).toEqual(right);
        } catch {
          isSame = false;
        }
        expect(areUnique([left, right])).toBe(!isSame);
      }),
    );
  });

  it.each<[one: unknown, other: unknown, unique: boolean]>([
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, false],
    [{ a: 1, b: undefined }, { a: 1 }, false],
    [new Date(5), new Date(5), false],
    [new Date(5), new Date(6), true],
    [new Date(5), 5, true],
    [Uint8Array.of(1, 2), Uint8Array.of(1, 2), false],
    [Uint8Array.of(1, 2), [1, 2], true],
    [Uint8Array.of(1), Uint8Array.of(2), true],
    [{ a: 5n }, { a: 5n }, false],
    [{ a: 5n }, { a: 6n }, true],
    [{ a: 5n }, { a: 5 }, true],
    [{ a: 5n }, { a: "5" }, true],
    [{ a: NaN }, { a: NaN }, false],
    [{ a: NaN }, { a: null }, true],
    [{ a: NaN }, { a: Infinity }, true],
    [[["a", 1]], { a: 1 }, true],
    [null, "null", true],
    ["[]", [], true],
    [1, "1", true],
    [NaN, NaN, false],
    [undefined, undefined, false],
  ])("%o and %o", (one, other, unique) => {
    expect(areUnique([one, other])).toBe(unique);
    expect(areUnique([[one], [other]])).toBe(unique);
    expect(areUnique([{ x: one }, { x: other }])).toBe(unique);
  });

  it("are noted once, at the list", () => {
    expect(
      found((here) => {
        check.checkUniqueItems([1, 1, 1], here);
      }),
    ).toEqual(["uniqueItems  have unique values <- equal items"]);
  });

  it("are told from each other as deep as values may nest", () => {
    const nested = (value: unknown): unknown => {
      let outer = value;
      for (let level = 0; level < 500; level++) outer = level % 2 === 0 ? [outer] : { a: outer };
      return outer;
    };
    // Where nothing else is left to tell them, these are the same in JSON.
    expect(areUnique([nested(new Date(5)), nested(new Date(5).toISOString())])).toBe(true);
    expect(areUnique([nested({ a: 1, b: 2 }), nested({ b: 2, a: 1 })])).toBe(false);
  });

  it("may nest deeper than the call stack, or without an end: that is reported elsewhere", () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level++) deep = level % 2 === 0 ? [deep] : { a: deep };
    const endless: Record<string, unknown> = {};
    endless["self"] = { endless };
    for (const value of [deep, endless]) expect(areUnique([value, {}])).toBe(true);
  });
});
