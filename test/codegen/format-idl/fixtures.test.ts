import { describe, expect, test } from "vitest";
import { formatIdl } from "../../../codegen/src/format-idl/format-idl.js";
import { parseIdl } from "../../../codegen/src/idl/parse-idl.js";
import { findIdlTests, idlTestsTitle, readFixtures } from "../idl/fixtures.js";
import { commentsOf, meaningOf } from "./meaning.js";

describe.skipIf(findIdlTests() === undefined)(idlTestsTitle, () => {
  const files = ["valid", "invalid", "errorfiles", "trait-definitions"].flatMap(readFixtures);
  const correct = files.filter(({ text }) => parseIdl(text).problems.length === 0);

  test.each(correct)("$name means the same after it is formatted", ({ text }) => {
    const { text: formatted = "" } = formatIdl(text);
    expect(meaningOf(formatted)).toEqual(meaningOf(text));
    expect(commentsOf(formatted)).toEqual(commentsOf(text));
    expect(formatIdl(formatted).text).toBe(formatted);
  });
});
