import { expect, it } from "vitest";
import type { Outcome } from "../../../scripts/models/outcome.js";
import { tableOf } from "../../../scripts/models/table.js";

function outcome(model: string, protocol: string, parts: Partial<Outcome> = {}): Outcome {
  const counts = { operations: 2, warnings: 1, seconds: 1.2 };
  return { model, protocol, ...counts, isGenerated: true, errors: [], ...parts };
}

const compiled = { isCompiled: true };

const cellsOf = (outcomes: readonly Outcome[]): string[][] =>
  tableOf(outcomes)
    .split("\n")
    .map((line) => line.split(/ +/));

it("has a line for each protocol, and counts a model with two of them once in the last", () => {
  expect(
    cellsOf([
      outcome("a.json", "restXml", compiled),
      outcome("b.json", "rpcv2Cbor", compiled),
      outcome("b.json", "awsJson1_0", compiled),
    ]),
  ).toEqual([
    ["protocol", "models", "generated", "compiled", "operations", "warnings", "seconds"],
    ["awsJson1_0", "1", "1", "1", "2", "1", "1"],
    ["restXml", "1", "1", "1", "2", "1", "1"],
    ["rpcv2Cbor", "1", "1", "1", "2", "1", "1"],
    ["all", "2", "2", "2", "6", "3", "4"],
  ]);
});

it("does not count a model that fails in one of its protocols", () => {
  const rows = cellsOf([
    outcome("a.json", "awsJson1_0", { isCompiled: false, errors: ["no"] }),
    outcome("a.json", "rpcv2Cbor", compiled),
    outcome("b.json", "none", { isGenerated: false, errors: ["no"] }),
  ]);
  expect(rows.map((row) => row.slice(0, 4))).toEqual([
    ["protocol", "models", "generated", "compiled"],
    ["awsJson1_0", "1", "1", "0"],
    ["none", "1", "0", "-"],
    ["rpcv2Cbor", "1", "1", "1"],
    ["all", "2", "1", "0"],
  ]);
});

it("shows that nothing was compiled", () => {
  expect(cellsOf([outcome("a.json", "restXml")])[1]?.slice(0, 4)).toEqual([
    "restXml",
    "1",
    "1",
    "-",
  ]);
});
