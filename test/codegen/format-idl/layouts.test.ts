import fc from "fast-check";
import { expect, test } from "vitest";
import { formatIdl } from "../../../codegen/src/format-idl/format-idl.js";
import { Lexer } from "../../../codegen/src/idl/lexer.js";
import { parseIdl } from "../../../codegen/src/idl/parse-idl.js";
import * as token from "../../../codegen/src/idl/tokens.js";
import { readFixtures } from "../idl/fixtures.js";
import { commentsOf, meaningOf } from "./meaning.js";

/** Every construct of the language, for a run without Smithy's own files. */
const own = `$version: "2"
$operationInputSuffix: "In"
metadata a = { "b-c": [1, {d: e#F}], g: """
    h
      i \\
    j"" """ }
namespace x.y
use b.c#D
use a.b#C
/// k
///   l

@m(n: "o"
p: { q: [] }) @r @s(["t", "u"]) @v()
structure A for C with [D E] {
@w
b: String = "x", /// y
c: C$d = """
    z"""
$e }
list L { member: A } 
map M { key: String value: L }
enum E { A B = "b"
@r C }
intEnum I { A = 1
B = 2
}
union U { a: A }
service S { version: "1", operations: [O], rename: { "a#b": "C" } }
resource R { identifiers: { a: String }, list: O }
operation O { input := /// doc
@r for R with [A] { $a }
output: A, errors: [A,L] }
operation P { output := {} }
apply A @r
apply A$b { @r
@m(1) }
string Z with [D]
`;

/** Changes the line breaks between tokens: other line breaks, empty lines, and comments. */
function relayout(text: string, changes: readonly number[]): string {
  const lexer = new Lexer(text);
  let result = "";
  let index = 0;
  while (lexer.kind !== token.endOfFile) {
    const lexeme = text.slice(lexer.start, lexer.end);
    const change = changes[index++ % changes.length] ?? 0;
    if (lexer.kind !== token.lineBreak) result += lexeme;
    else
      result +=
        [
          ...[lexeme, `\n\n${lexeme}`, ` // c${index}${lexeme}`, `\n// c${index}${lexeme}`],
          ...[
            `\n\n  // c${index}\n${lexeme}`,
            `\r\n//c${index}\r\n\r\n${lexeme}`,
            ` //// d${index}${lexeme}`,
          ],
          ...[`\n/// d${index}${lexeme}`, `\n  \t${lexeme}`],
        ][change % 9] ?? "";
    lexer.next();
  }
  return result;
}

const files = [
  own,
  ...["valid", "trait-definitions"].flatMap(readFixtures).map(({ text }) => text),
];

test("in any layout, a file keeps its meaning and its comments, and formatting again changes nothing", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(own, ...files),
      fc.array(fc.nat(1000), { minLength: 1, maxLength: 50 }),
      (text, changes) => {
        const given = relayout(text, changes);
        expect(parseIdl(given).problems).toEqual([]);
        const { text: formatted = "" } = formatIdl(given);
        expect(meaningOf(formatted)).toEqual(meaningOf(given));
        expect(commentsOf(formatted)).toEqual(commentsOf(given));
        expect(formatIdl(formatted).text).toBe(formatted);
      },
    ),
    { numRuns: 300 },
  );
});

test("a file with mistakes is not formatted", () => {
  expect(formatIdl("namespace a\nstring B C")).toMatchObject({ problems: [{ start: 21 }] });
});
