import { describe, expect, test } from "vitest";
import { Lines } from "../../../codegen/src/diagnostics/position.js";
import { parseIdl } from "../../../codegen/src/idl/parse-idl.js";
import { findIdlTests, placeIn, readFixtures } from "./fixtures.js";

/** Smithy says where these end; we say where they begin, at their quote. */
const unclosed = new Map([
  ["namespace/unclosed-string3.smithy", { line: 3, column: 6 }],
  ["strings/unclosed-string.smithy", { line: 4, column: 16 }],
  ["strings/unclosed-string2.smithy", { line: 4, column: 16 }],
]);

describe.skipIf(findIdlTests() === undefined)("Smithy's own files", () => {
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

  test.each(readFixtures("errorfiles"))("the syntax of $name is read", ({ text }) => {
    expect(parseIdl(text).file.statements.length).toBeGreaterThan(-1);
  });
});
