import { describe, expect, test } from "vitest";
import { bare, parseValid, problemsOf } from "./tree.js";

function valueOf(text: string): unknown {
  return bare(parseValid(`metadata value = ${text}\n`).metadata[0]?.value);
}

function string(value: string, isTextBlock = false): unknown {
  return { kind: "string", value, isTextBlock };
}

test.each([
  ["true", { kind: "keyword", value: true }],
  ["null", { kind: "keyword", value: null }],
  ["-0.5e+10", { kind: "number", text: "-0.5e+10" }],
  ["12345678901234567890", { kind: "number", text: "12345678901234567890" }],
  ["Foo$bar", "Foo$bar"],
  ["a.b#C$d", "a.b#C$d"],
  ["__x1", "__x1"],
  ["[1,, 2\n3 // c\n /// d\n]", ["1", "2", "3"]],
  ["{ a: true, 'b' c: [] }".replaceAll("'", '"').replace('"b" ', '"b": x '), ["a", "b", "c"]],
])("the value %s", (text, want) => {
  const found = valueOf(text) as { items?: { text: string }[]; entries?: { key: unknown }[] };
  const shown =
    found.items?.map((item) => item.text) ??
    found.entries?.map(({ key }) =>
      typeof key === "string" ? key : (key as { value: string }).value,
    ) ??
    found;
  expect(shown).toEqual(want);
});

test.each([
  ["an empty string", '""', ""],
  ["every escape", String.raw`"\"\\\/\b\f\n\r\tA\u00e9"`, '"\\/\b\f\n\r\tA\u00e9'],
  ["a line break", '"a\r\nb\rc\nd"', "a\nb\nc\nd"],
  ["an escaped line break", '"a\\\r\n b\\\nc"', "a bc"],
  ["a tab", '"a\tb"', "a\tb"],
])("a string with %s", (_, text, want) => {
  expect(valueOf(text)).toEqual(string(want));
});

test.each([
  ["the least indentation is removed", ["  a", "    b", '  """'], "a\n  b\n"],
  ["the closing quotes count", ["    a", '  """'], "  a\n"],
  ["closing quotes on the last line", ["  a", '  b"""'], "a\nb"],
  ["empty lines do not count", ["  a", "", " ", '  b"""'], "a\n\n\nb"],
  ["spaces at the ends of lines are removed", ["a  ", '  b  """'], "a\n  b"],
  ["tabs are no indentation", ["\ta", '\tb"""'], "\ta\n\tb"],
  ["escapes come after the indentation", [String.raw`  \n  x\u0020`, '  """'], "\n  x \n"],
  ["quotes", ['  "a" ""b', '  """'], '"a" ""b\n'],
  ["nothing", ['"""'], ""],
])("a text block: %s", (_, lines, want) => {
  expect(valueOf(['"""', ...lines].join("\n"))).toEqual(string(want, true));
  expect(valueOf(['"""', ...lines].join("\r\n"))).toEqual(string(want, true));
});

describe("what is refused", () => {
  test.each([
    ["01", "1:14 a number must not begin with 0 and more digits"],
    ["-", '1:14 a number needs a digit after "-"'],
    ["1.", '1:14 a number needs a digit after "."'],
    ["1e+", "1:14 a number needs a digit in its exponent"],
    [".5", '1:14 expected a value, found "."'],
    ["+1", '1:14 unexpected character "+"'],
    ["'a'", "1:14 strings are written in double quotes"],
    ['"\\x"', "1:14 there is no escape"],
    ['"\u0001"', "1:14 a string must not contain the control character U+0001"],
    ['"a', "1:14 the string is not closed"],
    ['"""a"""', '1:14 a text block must have a line break after its opening """'],
    ['""""""', '1:14 a text block must have a line break after its opening """'],
    ['"""\na""', "1:14 the text block is not closed"],
    ["[1", "2:1 expected a value, found the end of the file"],
    ["{a: 1", '2:1 expected "}", found the end of the file'],
    ["{a = 1}", '1:17 expected ":", found "="'],
    ["{1: 1}", '1:15 expected a key or "}", found "1"'],
    ['{a: 1, "a": 2}', '1:21 the key "a" is there twice'],
    ["a.b", "1:14 a.b is not the id of a shape; did you mean a#b?"],
    ["_", "1:15 a name needs a letter or digit after its underscores"],
    ["/ c", '1:14 a comment begins with "//"'],
  ])("%s", (text, want) => {
    expect(problemsOf(`metadata a = ${text}\n`)[0]).toMatch(
      new RegExp(`^${want.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`),
    );
  });
});
