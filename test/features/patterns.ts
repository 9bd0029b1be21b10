import { member, modelOf, simple } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { jsonBody, refusesRequest, request } from "./support/wants.js";

const unknown = {
  Atomic: "^(?>a+)b$",
  Flags: "(?i)^abc$",
  JavaClass: "^[\\p{Alnum}&&[^x]]+$",
  Posix: "^[[:alnum:]]+$",
  PosixAlone: "^[:alnum:]+$",
  Possessive: "^a++$",
  Quoted: "^\\Qa.b\\E$",
};

/**
 * Patterns that JavaScript does not have, as models written for Java hold them, are warned of by
 * their shapes and not checked; those that it has are.
 */
export const feature: Feature = {
  given: modelOf(
    {
      ...Object.fromEntries(Object.keys(unknown).map((name) => [name, name])),
      member: member("String", { pattern: "[[:space:]]" }),
      known: "Known",
      escaped: member("String", { pattern: "^[\\w\\-\\@\\/]+$" }),
      unicode: member("String", { pattern: "^[\\p{L}\\u0020-\\u00ff]*$" }),
    },
    {
      ...Object.fromEntries(
        Object.entries(unknown).map(([name, pattern]) => [name, simple("string", { pattern })]),
      ),
      Known: simple("string", { pattern: "b+/" }),
    },
  ),
  warnings: [
    ...Object.entries(unknown).map(
      ([name, pattern]) =>
        `test#${name}: the pattern ${JSON.stringify(pattern)} is none of JavaScript; it is not checked`,
    ),
    'test#Thing$member: the pattern "[[:space:]]" is none of JavaScript; it is not checked',
  ],
  want: [
    request(
      "Do",
      { Posix: "?", Flags: "?", known: "abb/c", escaped: "a-@/", unicode: "é ", member: "x" },
      "POST /do",
      jsonBody({
        Posix: "?",
        Flags: "?",
        known: "abb/c",
        escaped: "a-@/",
        unicode: "é ",
        member: "x",
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
