import { describe, expect, it } from "vitest";
import { eventsOf } from "./events-of.js";

/* The rule about the trait paginated. */

const model = (trait: string, input: string, output: string, service = ""): string => `
  ${service}
  service S { operations: [O] }
  @readonly
  @paginated(${trait})
  operation O { input := { ${input} } output := { ${output} } }
  list L { member: String }
  map M { key: String, value: String }
  structure N { l: L, t: String, n: N }`;

const good = 'inputToken: "t", outputToken: "t", pageSize: "p", items: "l"';

describe("PaginatedTrait", () => {
  it.each<readonly [string, string, readonly string[]]>([
    ["a correct operation", model(good, "t: String, p: Integer", "t: String, l: L"), []],
    [
      "paths of two parts, and maps as items",
      model('inputToken: "t", outputToken: "n.t", items: "m"', "t: String", "n: N, m: M"),
      [],
    ],
    [
      "tokens that the service has",
      model(
        'items: "l"',
        "t: String",
        "t: String, l: L",
        '@paginated(inputToken: "t", outputToken: "t")',
      ),
      [],
    ],
    [
      "no tokens at all",
      model('items: "l"', "t: String", "l: L"),
      ["ERROR a#O PaginatedTrait", "ERROR a#O PaginatedTrait"],
    ],
    [
      "members that do not exist",
      model(good, "x: String", "n: N"),
      Array<string>(4).fill("ERROR a#O PaginatedTrait"),
    ],
    [
      "wrong types",
      model(good, "t: Integer, p: String", "t: L, l: String"),
      Array<string>(4).fill("ERROR a#O PaginatedTrait"),
    ],
    [
      "types that are not recommended",
      model(good, "t: M, p: Long", "t: M, l: L"),
      [
        "DANGER a#O PaginatedTrait.WrongShapeType.inputToken",
        "DANGER a#O PaginatedTrait.WrongShapeType.outputToken",
        "DANGER a#O PaginatedTrait.WrongShapeType.pageSize",
      ],
    ],
    [
      "required tokens and sizes",
      model(
        good,
        "@required t: String, @required p: Integer",
        "@required t: String, @required l: L",
      ),
      [
        "DANGER a#O PaginatedTrait",
        "ERROR a#O PaginatedTrait",
        "WARNING a#O PaginatedTrait.ShouldNotBeRequired.pageSize",
      ],
    ],
    [
      "paths in inputs, and long paths in outputs",
      model('inputToken: "n.t", outputToken: "n.n.t", items: "n.n.l"', "n: N", "n: N"),
      [
        "ERROR a#O PaginatedTrait",
        "WARNING a#O PaginatedTrait.DeeplyNested.items",
        "WARNING a#O PaginatedTrait.DeeplyNested.outputToken",
      ],
    ],
  ])("%s", (_, given, want) => {
    expect(eventsOf(given, "PaginatedTrait")).toEqual(want);
  });
});
