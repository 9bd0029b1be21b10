import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import {
  code,
  identifier,
  join,
  literal,
  mentions,
  plainText,
  regExpLiteral,
  templateText,
} from "../../../codegen/src/emit/code/code.js";
import {
  entry,
  member,
  propertyKey,
  setEntry,
  setMember,
} from "../../../codegen/src/emit/code/access.js";

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        "'",
        '"',
        "`",
        "$",
        "{",
        "}",
        "\\",
        "\n",
        "\r",
        "\u2028",
        "\u2029",
        "*/",
        "</script>",
        "\ud800",
        "\u202e",
        "\0",
        "u0041",
      ),
    )
    .map((parts) => parts.join("")),
);

/** The one expression that code is. */
function parse(given: string): ts.Expression {
  const file = ts.createSourceFile("x.ts", `(${given});`, ts.ScriptTarget.ES2022, true);
  const { parseDiagnostics } = file as unknown as { parseDiagnostics: unknown[] };
  const [statement] = file.statements;
  if (
    parseDiagnostics.length > 0 ||
    file.statements.length !== 1 ||
    statement === undefined ||
    !ts.isExpressionStatement(statement)
  )
    throw new Error(`not one expression: ${given}`);
  return (statement.expression as ts.ParenthesizedExpression).expression;
}

describe("a model's strings in code", () => {
  it("are literals that denote them", () => {
    fc.assert(
      fc.property(text, (given) => {
        const node = parse(plainText(literal(given)));
        expect(ts.isStringLiteral(node) && node.text).toBe(given);
      }),
    );
  });

  it("are text within a template", () => {
    fc.assert(
      fc.property(text, (given) => {
        const node = parse(`\`${plainText(templateText(given))}\``);
        expect(ts.isNoSubstitutionTemplateLiteral(node) && node.text).toBe(given);
      }),
    );
  });

  it("never hold what reorders or ends lines", () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(plainText(literal(given))).not.toMatch(
          // eslint-disable-next-line no-control-regex
          /[<\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/u,
        );
      }),
    );
  });

  it.each([
    "/",
    "[/]",
    "\n",
    "\u2028",
    "\\/",
    "a|b",
    "(?<=/)",
    "",
    "*/".replace("*", "\\*"),
    "^[\\\\/*]$",
    "^\\/*$",
  ])("are patterns within slashes: %j", (source) => {
    const regExp = new RegExp(source, "u");
    const node = parse(plainText(regExpLiteral(regExp)));
    expect(node.kind).toBe(ts.SyntaxKind.RegularExpressionLiteral);
    const again = new RegExp(node.getText().slice(1, -2), "u");
    for (const probe of ["/", "\\", "u", "\n", "\u2028", "a", "*/", ""])
      expect(again.test(probe)).toBe(regExp.test(probe));
  });
});

describe("numbers in code", () => {
  it.each<[number | bigint, string]>([
    [1.5, "1.5"],
    [-0, "-0"],
    [Infinity, "Infinity"],
    [-Infinity, "-Infinity"],
    [NaN, "NaN"],
    [12345678901234567890n, "12345678901234567890n"],
    [1e21, "1e+21"],
  ])("%s", (given, want) => {
    expect(plainText(literal(given))).toBe(want);
  });
});

describe("names in code", () => {
  it.each(["a", "__proto__", "_a1", "Class$", "a$$"])("%s is one", (name) => {
    expect(plainText(identifier(name))).toBe(name);
  });

  it.each(["", "a-b", "a b", "1a", "a.b", "a$b", "é", "a\n", "$", "a;b", "_"])(
    "%j is none",
    (name) => {
      expect(() => identifier(name)).toThrow("Not a valid identifier");
    },
  );
});

describe("access to members", () => {
  it.each<[string, string, string]>([
    ["name", 'object["name"]', "object.name"],
    ["class", 'object["class"]', "object.class"],
    ["toString", 'own(object, "toString")', '(own(object, "toString") as string)'],
    ["__proto__", 'own(object, "__proto__")', '(own(object, "__proto__") as string)'],
  ])("%s", (name, untyped, typed) => {
    expect(plainText(entry(code`object`, name))).toBe(untyped);
    expect(plainText(member(code`object`, name, code`string`))).toBe(typed);
  });

  it.each<[string, string, string]>([
    ["name", 'object["name"] = 1;', "object.name = 1;"],
    ["constructor", 'object["constructor"] = 1;', "object.constructor = 1;"],
    ["__proto__", 'define(object, "__proto__", 1);', 'define(object, "__proto__", 1);'],
  ])("%s is assigned", (name, untyped, typed) => {
    expect(plainText(setEntry(code`object`, name, code`1`))).toBe(untyped);
    expect(plainText(setMember(code`object`, name, code`1`))).toBe(typed);
  });

  it.each([
    ["a", "a"],
    ["a-b", '"a-b"'],
    ["1", '"1"'],
    ["_", '"_"'],
    ["__proto__", '["__proto__"]'],
  ])("%s is a key", (name, want) => {
    expect(plainText(propertyKey(name))).toBe(want);
  });
});

describe("whether code mentions a variable", () => {
  it.each([
    [code`at(here, ${literal("x")})`, true],
    [code`f(${literal("here")})`, false],
    [code`value.${identifier("here")} = 1`, false],
    [code`${identifier("thehere")}`, false],
    [code`${identifier("here")}`, true],
  ])("%#", (given, want) => {
    expect(mentions(given, "here")).toBe(want);
  });
});

describe("join", () => {
  it("puts together more pieces than a call takes arguments", () => {
    const pieces = Array.from({ length: 300_000 }, () => code`a`);
    const joined = code`[${join(pieces, code`, `)}]`;
    expect(plainText(joined)).toBe(`[${Array(300_000).fill("a").join(", ")}]`);
  });
});
