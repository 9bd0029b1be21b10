import { describe, expect, it } from "vitest";
import { member, modelOf, simple, structure, type Json } from "../support/models.js";
import { inputOf, linesOf, outputOf } from "./lines.js";

const required = { required: {} };
const five = { default: 5 };

/** A change of the member `a`, and what it means in an input and in an output. */
type Case = readonly [name: string, before: Json, after: Json, input: string[], output: string[]];

describe("a member of an input and one of an output", () => {
  it.each<Case>([
    [
      "becomes required",
      member("String"),
      member("String", required),
      ["breaking: is now required. Requests without it are rejected. Callers must set it."],
      ["compatible: is now required. Servers must return it."],
    ],
    [
      "becomes required with clientOptional",
      member("String"),
      member("String", { required: {}, clientOptional: {} }),
      ["breaking: is now required. Requests without it are rejected."],
      ["compatible: is now required. Servers must return it."],
    ],
    [
      "becomes required beside its default",
      member("Integer", five),
      member("Integer", { ...five, ...required }),
      ["compatible: is now required. Requests without it get the default."],
      ["compatible: is now required. Servers must return it."],
    ],
    [
      "becomes required as a token",
      member("String", { idempotencyToken: {} }),
      member("String", { idempotencyToken: {}, ...required }),
      ["compatible: is now required. Clients generate a value where it is absent."],
      ["compatible: is now required. Servers must return it."],
    ],
    [
      "becomes optional",
      member("String", required),
      member("String"),
      ["compatible: is no longer required. Callers may omit it."],
      ["breaking: is no longer required. Code that reads it must handle its absence."],
    ],
    [
      "becomes optional and was so for clients",
      member("String", { required: {}, clientOptional: {} }),
      member("String"),
      ["compatible: is no longer required. Callers may omit it."],
      ["compatible: is no longer required."],
    ],
    [
      "gets an added default for being required",
      member("Integer", required),
      member("Integer", { ...five, addedDefault: {} }),
      ["compatible: is no longer required and has the default 5. Callers may omit it."],
      [
        "compatible: is no longer required and has the default 5. Code that reads it finds the default where it is absent; its type allows undefined.",
      ],
    ],
    [
      "gets a default for being required",
      member("Integer", required),
      member("Integer", five),
      ["compatible: is no longer required and has the default 5. Callers may omit it."],
      [
        "breaking: is no longer required and has the default 5. Code that reads it finds the default where it is absent; its type allows undefined.",
      ],
    ],
    [
      "gets a default of servers for being required",
      member("Integer", required),
      member("Integer", { ...five, addedDefault: {}, clientOptional: {} }),
      ["compatible: is no longer required and has the default 5. Callers may omit it."],
      [
        "breaking: is no longer required and has the default 5. Code that reads it must handle its absence.",
      ],
    ],
    [
      "gets a default beside being required",
      member("Integer", required),
      member("Integer", { ...five, ...required }),
      ["compatible: default 5 was added. An absent value now means 5."],
      ["compatible: default 5 was added. An absent value now means 5."],
    ],
    [
      "gets a default",
      member("Integer"),
      member("Integer", five),
      ["breaking: default 5 was added. An absent value now means 5."],
      ["breaking: default 5 was added. An absent value now means 5."],
    ],
    [
      "gets an added default",
      member("Integer"),
      member("Integer", { ...five, addedDefault: {} }),
      ["compatible: default 5 was added. An absent value now means 5."],
      ["compatible: default 5 was added. An absent value now means 5."],
    ],
    [
      "gets another default",
      member("Integer", five),
      member("Integer", { default: 6, addedDefault: {} }),
      ["breaking: default changed from 5 to 6. An absent value now means 6."],
      ["breaking: default changed from 5 to 6. An absent value now means 6."],
    ],
    [
      "loses its default",
      member("Integer", five),
      member("Integer"),
      ["breaking: default 5 was removed. An absent value no longer means 5."],
      ["breaking: default 5 was removed. An absent value no longer means 5."],
    ],
    [
      "becomes optional for clients",
      member("String", required),
      member("String", { required: {}, clientOptional: {} }),
      ["compatible: is now optional for clients. Callers may omit it."],
      ["breaking: is now optional for clients. Code that reads it must handle its absence."],
    ],
    [
      "is no longer optional for clients",
      member("String", { required: {}, clientOptional: {} }),
      member("String", required),
      ["breaking: is no longer optional for clients. Callers must set it."],
      ["compatible: is no longer optional for clients. Code that reads it always finds a value."],
    ],
    [
      "leaves its default to servers",
      member("Integer", five),
      member("Integer", { ...five, clientOptional: {} }),
      ["compatible: clients now leave the default to the server. Servers add it to requests."],
      [
        "breaking: clients now leave the default to the server. Clients do not read the default where the member is absent.",
      ],
    ],
    [
      "no longer leaves its default to servers",
      member("Integer", { ...five, clientOptional: {} }),
      member("Integer", five),
      ["compatible: clients now use the default. Clients add it to requests."],
      [
        "compatible: clients now use the default. Clients read the default where the member is absent.",
      ],
    ],
    [
      "becomes an idempotency token",
      member("String", required),
      member("String", { ...required, idempotencyToken: {} }),
      ["compatible: is now an idempotency token. Clients generate a value where it is absent."],
      ["breaking: is now an idempotency token. Code that reads it must handle its absence."],
    ],
    [
      "is no longer an idempotency token",
      member("String", { idempotencyToken: {} }),
      member("String"),
      [
        "breaking: is no longer an idempotency token. Clients no longer generate a value; callers must set it.",
      ],
      ["compatible: is no longer an idempotency token."],
    ],
    [
      "becomes sensitive",
      member("String"),
      member("Secret"),
      [
        "compatible: target changed from String to Secret. Its name is neither in code nor in messages.",
        "compatible: is now sensitive. Error messages no longer contain its values.",
      ],
      [
        "compatible: target changed from String to Secret. Its name is neither in code nor in messages.",
        "compatible: is now sensitive. Error messages no longer contain its values.",
      ],
    ],
    [
      "is no longer sensitive",
      member("Secret"),
      member("String"),
      [
        "compatible: target changed from Secret to String. Its name is neither in code nor in messages.",
        "breaking: is no longer sensitive. Error messages and logs may contain its values.",
      ],
      [
        "compatible: target changed from Secret to String. Its name is neither in code nor in messages.",
        "breaking: is no longer sensitive. Error messages and logs may contain its values.",
      ],
    ],
    [
      "has another JSON name",
      member("String", { jsonName: "b" }),
      member("String"),
      ['breaking: JSON name changed from "b" to "a". Requests of old clients are misread.'],
      ['breaking: JSON name changed from "b" to "a". Old clients misread responses.'],
    ],
    [
      "has another JSON name that HTTP does not use",
      member("String", { httpHeader: "x-a" }),
      member("String", { httpHeader: "x-a", jsonName: "b" }),
      ['compatible: JSON name changed from "a" to "b". HTTP does not carry it in JSON.'],
      ['compatible: JSON name changed from "a" to "b". HTTP does not carry it in JSON.'],
    ],
    [
      "has another header",
      member("String", { httpHeader: "X-A" }),
      member("String", { httpHeader: "x-b" }),
      [
        'breaking: HTTP binding changed from header "x-a" to header "x-b". Requests of old clients are misread.',
      ],
      [
        'breaking: HTTP binding changed from header "x-a" to header "x-b". Old clients misread responses.',
      ],
    ],
    [
      "moves from the body to a header",
      member("String"),
      member("String", { httpHeader: "x-a" }),
      [
        'breaking: HTTP binding changed from body to header "x-a". Requests of old clients are misread.',
      ],
      ['breaking: HTTP binding changed from body to header "x-a". Old clients misread responses.'],
    ],
    [
      "names the default format of its timestamp",
      member("Timestamp"),
      member("Timestamp", { timestampFormat: "epoch-seconds" }),
      [],
      [],
    ],
    [
      "has another timestamp format than the default of a header",
      member("Timestamp", { httpHeader: "x-a" }),
      member("Timestamp", { httpHeader: "x-a", timestampFormat: "date-time" }),
      [
        "breaking: timestamp format changed from http-date to date-time. Requests of old clients are misread.",
      ],
      [
        "breaking: timestamp format changed from http-date to date-time. Old clients misread responses.",
      ],
    ],
    [
      "is no timestamp any more",
      member("Timestamp", { timestampFormat: "date-time" }),
      member("String"),
      [
        "breaking: type changed from timestamp to string. Its type in code is different. Requests of old clients are misread.",
      ],
      [
        "breaking: type changed from timestamp to string. Its type in code is different. Old clients misread responses.",
      ],
    ],
    [
      "has tighter bounds",
      member("String", { length: { min: 1, max: 5 } }),
      member("String", { length: { min: 2, max: 4 } }),
      [
        "breaking: minimum length changed from 1 to 2. Requests that were valid may be rejected.",
        "breaking: maximum length changed from 5 to 4. Requests that were valid may be rejected.",
      ],
      [
        "dangerous: minimum length changed from 1 to 2. Validators may reject responses that were valid.",
        "dangerous: maximum length changed from 5 to 4. Validators may reject responses that were valid.",
      ],
    ],
    [
      "has looser bounds",
      member("String", { length: { min: 2, max: 4 } }),
      member("String", { length: { min: 1, max: 5 } }),
      [
        "compatible: minimum length changed from 2 to 1. Requests that were rejected may be valid.",
        "compatible: maximum length changed from 4 to 5. Requests that were rejected may be valid.",
      ],
      [
        "compatible: minimum length changed from 2 to 1. Validators of the old version may reject responses.",
        "compatible: maximum length changed from 4 to 5. Validators of the old version may reject responses.",
      ],
    ],
    [
      "has a range",
      member("Integer"),
      member("Integer", { range: { min: 1 } }),
      ["breaking: minimum value 1 was added. Requests that were valid may be rejected."],
      ["dangerous: minimum value 1 was added. Validators may reject responses that were valid."],
    ],
    [
      "has no range any more",
      member("Integer", { range: { max: 1 } }),
      member("Integer"),
      ["compatible: maximum value 1 was removed. Requests that were rejected may be valid."],
      [
        "compatible: maximum value 1 was removed. Validators of the old version may reject responses.",
      ],
    ],
    [
      "has another pattern",
      member("String", { pattern: "^a$" }),
      member("String", { pattern: "^b$" }),
      ['breaking: pattern changed from "^a$" to "^b$". Requests that were valid may be rejected.'],
      [
        'dangerous: pattern changed from "^a$" to "^b$". Validators may reject responses that were valid.',
      ],
    ],
    [
      "has no pattern any more",
      member("String", { pattern: "^a$" }),
      member("String"),
      ['compatible: pattern "^a$" was removed. Requests that were rejected may be valid.'],
      [
        'compatible: pattern "^a$" was removed. Validators of the old version may reject responses.',
      ],
    ],
    [
      "has another form that is only advised",
      member("String"),
      member("String", {
        "smithycodec#advice": { text: { pattern: "^a$", expected: "an a" }, distinctKeys: true },
      }),
      [
        'compatible: advised pattern of text "^a$" was added. It is checked only on request.',
        "compatible: keys are now advised to be distinct. It is checked only on request.",
      ],
      [
        'compatible: advised pattern of text "^a$" was added. It is checked only on request.',
        "compatible: keys are now advised to be distinct. It is checked only on request.",
      ],
    ],
    [
      "becomes deprecated, internal and unstable",
      member("String"),
      member("String", {
        deprecated: { message: "Use b." },
        internal: {},
        unstable: {},
        since: "2026",
        documentation: "Text.",
        externalDocumentation: { Guide: "https://example.com" },
      }),
      [
        "compatible: is now deprecated: Use b. Editors mark code that uses it.",
        "compatible: is now internal. Documentation tools and `stripInternal` leave it out.",
        "compatible: is now unstable.",
      ],
      [
        "compatible: is now deprecated: Use b. Editors mark code that uses it.",
        "compatible: is now internal. Documentation tools and `stripInternal` leave it out.",
        "compatible: is now unstable.",
      ],
    ],
    [
      "is no longer deprecated",
      member("String", { deprecated: {} }),
      member("String"),
      ["compatible: is no longer deprecated."],
      ["compatible: is no longer deprecated."],
    ],
    [
      "is deprecated for another reason",
      member("String", { deprecated: {} }),
      member("String", { deprecated: { message: "Use b." } }),
      [],
      [],
    ],
  ])("%s", (_, before, after, input, output) => {
    const shapes = { Secret: simple("string", { sensitive: {} }) };
    const lines = (models: typeof inputOf): string[] =>
      linesOf(models({ a: before }, shapes), models({ a: after }, shapes)).map((line) =>
        line.replace(/ test#(?:In\$a \(input\)|Out\$a \(output\)):/, ":"),
      );
    expect(lines(inputOf)).toEqual(input);
    expect(lines(outputOf)).toEqual(output);
  });

  it("is judged for both where it is in both, and says so", () => {
    const before = modelOf({ a: member("String", { required: {} }) });
    const after = modelOf({ a: "String" });
    const places = "test#Thing$a (input and output)";
    expect(linesOf(before, after)).toEqual([
      `breaking ${places}: is no longer required. Callers may omit it. Code that reads it must handle its absence.`,
    ]);
  });

  it("has no HTTP binding in a nested structure", () => {
    const nested = (traits: Json): Json =>
      inputOf({ inner: "Inner" }, { Inner: structure({ a: member("String", traits) }) });
    expect(linesOf(nested({}), nested({ httpHeader: "x-a" }))).toEqual([
      'compatible test#Inner$a (input): HTTP binding changed from body to header "x-a". It has no effect in a nested shape.',
    ]);
  });
});
