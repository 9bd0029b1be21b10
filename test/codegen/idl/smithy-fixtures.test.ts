import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Lines } from "../../../codegen/src/diagnostics/position.js";
import { parseIdl } from "../../../codegen/src/idl/parse-idl.js";
import { findIdlTests, idlTestsTitle, placeIn, readFixtures } from "./fixtures.js";

/** Smithy says where these end; we say where they begin, at their quote. */
const unclosed = new Map([
  ["namespace/unclosed-string3.smithy", { line: 3, column: 6 }],
  ["strings/unclosed-string.smithy", { line: 4, column: 16 }],
  ["strings/unclosed-string2.smithy", { line: 4, column: 16 }],
]);

const folder = findIdlTests();

describe.skipIf(folder === undefined)(idlTestsTitle, () => {
  const broken = readFixtures("invalid").filter((file) => placeIn(file) !== undefined);

  test.each(broken)("the first problem of $name is at Smithy's place", (fixture) => {
    const { problems } = parseIdl(fixture.text);
    const lines = new Lines(fixture.text);
    const [first] = problems.map(({ start, message }) => ({ ...lines.at(start), message }));
    const wanted = unclosed.get(fixture.name) ?? placeIn(fixture);
    expect(first, JSON.stringify(problems)).toMatchObject(wanted ?? {});
  });

  const valid = ["valid", "trait-definitions"].flatMap(readFixtures);

  test.each(valid)("$name has no problems", ({ text }) => {
    expect(parseIdl(text).problems).toEqual([]);
  });

  test.each(readFixtures("errorfiles"))("$name has no problems that Smithy has not", (fixture) => {
    const { problems } = parseIdl(fixture.text);
    const reported = readFileSync(
      join(folder ?? "", "errorfiles", fixture.name.replace(/smithy$/, "errors")),
      "utf8",
    );
    const found = reported.split("\n").filter((line) => /^\[ERROR\].*\| Model/.test(line));
    expect(problems.length).toBeLessThanOrEqual(found.length);
  });
});
