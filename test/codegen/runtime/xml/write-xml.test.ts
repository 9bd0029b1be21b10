import { describe, expect, it } from "vitest";
import { SerializationException } from "../../../../codegen/runtime/errors/errors.js";
import { clientRoot } from "../../../../codegen/runtime/json/write.js";
import { escapeAttribute, escapeText } from "../../../../codegen/runtime/xml/write-xml.js";

describe.each([
  ["escapeText", escapeText, "\t"],
  ["escapeAttribute", escapeAttribute, "&#x9;"],
] as const)("%s", (_, escape, tab) => {
  it.each<[given: string, want: string]>([
    ["", ""],
    [
      "plain text: é 日本 😹 \u2029\u00A0\uFFFD\uE000\x7F\x84\x86",
      "plain text: é 日本 😹 \u2029\u00A0\uFFFD\uE000\x7F\x84\x86",
    ],
    ["<string>", "&lt;string&gt;"],
    ["<test&mock>", "&lt;test&amp;mock&gt;"],
    [`"quotes" and 'apostrophes'`, "&quot;quotes&quot; and &apos;apostrophes&apos;"],
    ["&lt;\r\n", "&amp;lt;&#xD;&#xA;"],
    ["\x85\u2028", "&#x85;&#x2028;"],
    ["a\tb", `a${tab}b`],
    ["]]>", "]]&gt;"],
    ["&😹&", "&amp;😹&amp;"],
  ])("of %j", (given, want) => {
    expect(escape(given, clientRoot, "name")).toBe(want);
  });

  it.each([
    "\0",
    "\x08",
    "\x0B",
    "\x0C",
    "\x1F",
    "\uD800",
    "a\uDC00",
    "\uDC00\uD800",
    "\uFFFE",
    "\uFFFF",
  ])("rejects %j, which no document can have", (character) => {
    expect(() => escape(`secret${character}`, clientRoot, "name")).toThrow(
      new SerializationException(
        {
          path: "/name",
          expected: "text of characters that XML allows",
          received: "another character",
        },
        {},
      ),
    );
  });

  it.each([
    [1, "a number"],
    [{}, "an object"],
    [["a"], "an array"],
    [null, "null"],
  ])("rejects %j, which is not a string", (value, name) => {
    expect(() => escape(value as never, clientRoot, "name")).toThrow(
      `Expected a string at /name, received ${name}.`,
    );
  });
});
