import { member, modelOf, simple } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { jsonBody, refusesRequest, request } from "./support/wants.js";

const problem =
  "is not a valid JavaScript regular expression, and cannot be translated to one; it is not checked";

/** What JavaScript has no equal of. */
const unknown = {
  Atomic: "^(?>a+)b$",
  Conditional: "^(a)?(?(1)b|c)$",
  Grapheme: "^\\X$",
  PosixAlone: "^[:alnum:]+$",
  PossessiveOverlap: "^a++ab?$",
  TwiceCounted: "^\\S+{1,256}$",
};

/** What has an equal, with a text that it matches and one that it does not. */
const translated: Record<string, readonly [pattern: string, match: string, other: string]> = {
  Anchors: ["\\A[a-c]+\\z", "abc", "abc\n"],
  Blank: ["^a\\hb$", "a\tb", "a\nb"],
  Brackets: ["^{[a-c]*}]$", "{ab}]", "{ab}"],
  DotAll: ["(?s)^a.b$", "a\nb", "a\n\nb"],
  Escapes: ["^\\:\\-\\_\\#\\ $", ":-_# ", ":-_#"],
  Hyphens: ["^[\\w-.]+$", "a-b.c", "a+b"],
  IgnoreCase: ["(?i)^all|none$", "NONE", "non"],
  Intersection: ["^[\\p{Print}&&[^:/]]+$", "a-b", "a:b"],
  JavaClass: ["^[\\p{Alnum}&&[^x]]+$", "ayz1", "x"],
  Lines: ["(?m)^b$", "a\nb\nc", "a\nbb\nc"],
  NotInGroup: ["^(?!(?i)aws:).+$", "a", "AWS:x"],
  Octal: ["^[^\\000-\\037]+$", " a", "\u001f"],
  Posix: ["^[[:alnum:]_]+$", "a_1", "a-1"],
  Possessive: ["^[^\\p{C}]*+$", "ab c", "a\u0000"],
  PossessiveBefore: ["^/?+[a-z]+$", "/ab", "//ab"],
  Properties: ["^\\p{XDigit}{4}-\\p{Punct}\\p{IsLetter}$", "00aF-!é", "00aG-!é"],
  Quoted: ["^\\Qa.b\\E$", "a.b", "axb"],
  RepeatedAnchor: ["^a${1,9}", "a", "ab"],
};

const texts = Object.fromEntries(
  Object.entries(translated).map(([name, [, match]]) => [name, match]),
);

/**
 * Patterns of Java and PCRE are translated where JavaScript has an equal. The others are warned of by
 * their shapes and not checked. Messages hold a pattern as the model has it.
 */
export const feature: Feature = {
  given: modelOf(
    {
      ...Object.fromEntries(
        [...Object.keys(unknown), ...Object.keys(translated)].map((name) => [name, name]),
      ),
      member: member("String", { pattern: "(?>a)" }),
      known: "Known",
      escaped: member("String", { pattern: "^[\\w\\-\\@\\/]+$" }),
      unicode: member("String", { pattern: "^[\\p{L}\\u0020-\\u00ff]*$" }),
    },
    {
      ...Object.fromEntries(
        Object.entries(unknown).map(([name, pattern]) => [name, simple("string", { pattern })]),
      ),
      ...Object.fromEntries(
        Object.entries(translated).map(([name, [pattern]]) => [
          name,
          simple("string", { pattern }),
        ]),
      ),
      Known: simple("string", { pattern: "b+/" }),
    },
  ),
  warnings: [
    ...Object.entries(unknown).map(
      ([name, pattern]) => `test#${name}: the pattern ${JSON.stringify(pattern)} ${problem}`,
    ),
    `test#Thing$member: the pattern "(?>a)" ${problem}`,
  ],
  want: [
    request(
      "Do",
      {
        ...texts,
        Atomic: "?",
        Grapheme: "??",
        known: "abb/c",
        escaped: "a-@/",
        unicode: "é ",
        member: "x",
      },
      "POST /do",
      jsonBody({
        ...texts,
        Atomic: "?",
        Grapheme: "??",
        known: "abb/c",
        escaped: "a-@/",
        unicode: "é ",
        member: "x",
      }),
    ),
    ...Object.entries(translated).map(([name, [pattern, , other]]) =>
      refusesRequest("Do", "POST /do", jsonBody({ [name]: other }), {
        name: "ValidationException",
        fieldList: [
          {
            path: `/${name}`,
            message: `Value at '/${name}' failed to satisfy constraint: Member must satisfy regular expression pattern: ${pattern}`,
          },
        ],
      }),
    ),
    refusesRequest("Do", "POST /do", jsonBody({ known: "b" }), {
      name: "ValidationException",
      fieldList: [
        {
          path: "/known",
          message:
            "Value at '/known' failed to satisfy constraint: Member must satisfy regular expression pattern: b+/",
        },
      ],
    }),
    refusesRequest("Do", "POST /do", jsonBody({ escaped: "a b" }), { name: "ValidationException" }),
    refusesRequest("Do", "POST /do", jsonBody({ unicode: "日1\u0001" }), {
      name: "ValidationException",
    }),
  ],
};
