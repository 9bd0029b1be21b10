import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import {
  commentText,
  describeConstraints,
  docComment,
  inlineCode,
} from "../../../codegen/src/emit/code/comment.js";
import type { Documentation } from "../../../codegen/src/ir/ir.js";

const none: Documentation = {
  text: "",
  deprecated: undefined,
  since: undefined,
  internal: false,
  unstable: false,
  links: [],
};

describe("a model's text in a comment", () => {
  it.each<[string, string]>([
    ["a */ b", "a *\\/ b"],
    ["a /* b", "a /\\* b"],
    ["*/*/", "*\\/\\*\\/"],
    ["@deprecated", "\\@deprecated"],
    ["a\n  @b", "a\n  \\@b"],
    ["a @b c@d", "a \\@b c@d"],
    ["* @b", "* \\@b"],
    ["{@link x}", "{\\@link x}"],
    ["a\r\nb\rc\u2028d\u2029e\u0085f\vg\fh", "a\nb\nc\nd\ne\nf\ng\nh"],
    ["\u202ea\u2066b\u200fc\ufeffd\u0000e\u001bf", "abcdef"],
    ["\ud800a\udc00", "\ufffda\ufffd"],
    ["e\u0301", "é"],
    ["a  \n\n\n\nb\t", "a\n\nb"],
    ["*\u0000/", "*\\/"],
  ])("%j", (given, want) => {
    expect(commentText(given)).toBe(want);
  });

  const text = fc
    .array(
      fc.constantFrom(
        "*",
        "/",
        "@",
        "a",
        " ",
        "\n",
        "\r",
        "{",
        "}",
        "\\",
        "`",
        "\u2028",
        "\u202e",
        "\0",
        "<b>",
        "</b>",
        "<pre>",
        "&#42;",
        "&#47;",
        "|",
        "- ",
        "x".repeat(90),
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(""));

  it("never ends the comment, nor begins a tag of its own", () => {
    fc.assert(
      fc.property(text, text, text, (docs, deprecated, note) => {
        const comment = docComment(
          { ...none, text: docs, deprecated, links: [[note, docs]], since: note },
          { notes: [note] },
        );
        const source = `/**\n${comment
          .split("\n")
          .map((line) => ` * ${line}`)
          .join("\n")}\n */\nexport const x = 1;`;
        const file = ts.createSourceFile("x.ts", source, ts.ScriptTarget.ES2022, true);
        expect(file.statements.map(({ kind }) => kind)).toEqual([ts.SyntaxKind.VariableStatement]);
        const [statement] = file.statements;
        const tags =
          statement === undefined
            ? []
            : ts.getJSDocTags(statement).map(({ tagName }) => tagName.text);
        expect(tags).toEqual(["deprecated", "since", "see"]);
      }),
    );
  });
});

describe("a doc comment", () => {
  it.each<[string, Parameters<typeof docComment>, string]>([
    ["is what stands for a missing text", [none, { fallback: "A thing." }], "A thing."],
    [
      "joins a short text and its facts",
      [{ ...none, text: "A." }, { notes: ["Length: 1 to 2."] }],
      "A. Length: 1 to 2.",
    ],
    [
      "keeps facts apart from paragraphs",
      [{ ...none, text: "A.\n\nB." }, { notes: ["Fact."] }],
      "A.\n\nB.\n\nFact.",
    ],
    [
      "ends in its tags",
      [
        {
          text: "A.",
          deprecated: "Use\n<b>B</b>.",
          since: "1.2",
          internal: true,
          unstable: true,
          links: [["Guide", "https://x.y"]],
        },
        { tags: ["@throws Error"] },
      ],
      "A.\n\n@throws Error\n@deprecated Use **B**.\n@since 1.2\n@see [Guide](https://x.y)\n@internal\n@alpha",
    ],
    ["is empty where there is nothing to say", [none, {}], ""],
  ])("%s", (_, given, want) => {
    expect(docComment(...given)).toBe(want);
  });

  it("breaks prose at 96 columns, but not code, tables or before what would begin a list", () => {
    const words = "word ".repeat(40).trim();
    const lines = docComment({
      ...none,
      text: `${words}\n\n- ${words}\n\n    ${words}\n\n| ${words} |`,
    }).split("\n");
    expect(lines.filter((line) => line.length > 96)).toEqual([`    ${words}`, `| ${words} |`]);
    expect(lines.filter((line) => line.startsWith("  word"))).toHaveLength(2);
    const dashes = docComment({ ...none, text: `${"x".repeat(95)} - y` });
    expect(dashes).toBe(`${"x".repeat(95)} -\ny`);
  });
});

describe("a code span", () => {
  it.each([
    ["a", "`a`"],
    ["a`b", "``a`b``"],
    ["``", "``` `` ```"],
    ["a\nb", "`a b`"],
  ])("of %j is %j", (given, want) => {
    expect(inlineCode(given)).toBe(want);
  });

  it("may hold more backticks than a call takes arguments", () => {
    expect(inlineCode("` ".repeat(500_000)).startsWith("`` ` `")).toBe(true);
  });
});

describe("constraints in words", () => {
  it.each([
    [{ length: { min: 1, max: 512 } }, ["Length: 1 to 512 items."]],
    [{ length: { min: 1, max: undefined } }, ["Length: at least 1 items."]],
    [{ range: { min: undefined, max: 5 } }, ["Range: at most 5."]],
    [{ pattern: { source: "^`$", regExp: /x/u } }, ["Pattern: ``^`$``."]],
  ])("%j", (given, want) => {
    expect(describeConstraints(given, "items")).toEqual(want);
  });
});
