import { describe, expect, it } from "vitest";
import type { Enum, Member, Structure } from "../../../codegen/src/ir/ir.js";
import {
  enumeration,
  list,
  map,
  member,
  modelOf,
  simple,
  structure,
  type Json,
} from "../support/models.js";
import { buildService } from "../../../codegen/src/ir/build-service.js";
import { build, errorsOf, load, warningsOf } from "../support/problems.js";

/** The only member of a structure, over a shape `X`. */
function only(memberTraits: Json, shape: Json): Member {
  const { shapes } = build(modelOf({ a: member("X", memberTraits) }, { X: shape }));
  const thing = shapes.find(({ name }) => name === "Thing") as Structure;
  const [found] = thing.members;
  if (found === undefined) throw new Error("the structure has no member");
  return found;
}

describe("constraints", () => {
  const bounds = (min?: number, max?: number): unknown => ({ min, max });

  it.each<[string, Json, Json, Json]>([
    [
      "of the target",
      {},
      simple("string", { length: { min: 1, max: 2 } }),
      { length: bounds(1, 2) },
    ],
    [
      "of the member replace its target's, trait by trait",
      { length: { max: 9 } },
      simple("string", { length: { min: 1, max: 2 }, pattern: "a" }),
      { length: bounds(undefined, 9), pattern: { source: "a" } },
    ],
    [
      "as texts",
      {},
      simple("integer", { range: { min: "-1", max: "2.5" } }),
      { range: bounds(-1, 2.5) },
    ],
    ["of one value", { range: { min: 3, max: 3 } }, simple("integer"), { range: bounds(3, 3) }],
  ])("%s", (_, memberTraits, shape, want) => {
    expect(only(memberTraits, shape).constraints).toMatchObject(want);
  });

  it.each<[unknown, string]>([
    [{}, 'the trait length must have "min", "max" or both, as numbers'],
    [{ min: "x" }, 'the trait length must have "min", "max" or both, as numbers'],
    [{ min: null }, 'the trait length must have "min", "max" or both, as numbers'],
    [[1, 2], 'the trait length must have "min", "max" or both, as numbers'],
    [{ min: 2, max: 1 }, 'the trait length has a "min" of 2 that is greater than its "max" of 1'],
  ])("are refused: %j", (length, want) => {
    const given = modelOf({ a: "X" }, { X: simple("string", { length }) });
    expect(errorsOf(() => build(given))).toEqual([`model.json: test#X: ${want}`]);
  });
});

describe("patterns", () => {
  it.each<[string, string, boolean]>([
    ["^[a-z]+$", "abc", true],
    ["^[a-z]+$", "ABC", false],
    ["b", "abc", true],
    ["^\\p{L}+$", "é", true],
    ["^.$", "\u{1f44d}", true],
    ["^[\\w\\.\\-\\_\\@\\:]+$", "a.b-c_d@e:f", true],
    ["^\\/a\\-b\\'$", "/a-b'", true],
    ["(?<=a)b", "ab", true],
    ["^[^\\u0000]*$", "\u0000", false],
    ["/", "a/b", true],
    ["^[[]$", "[", true],
    ["^[[:alpha:]]+$", "Ab", true],
    ["[[:^digit:]]", "12", false],
    ["^\\p{IsAlphabetic}+$", "é", true],
    ["(?i)abc", "xABc", true],
    ["\\Aabc\\z", "abc\n", false],
    ["a++", "baa", true],
    ["^\\h$", "\u2003", true],
    ["^[a-c[x]]$", "x", true],
    ["^(?<n>a)(?P=n)$", "aa", true],
    ["^a(?#note)b$", "ab", true],
    ["(?-s:.)$", "\n", false],
    ["\\x{1F600}\\pL", "\u{1f600}a", true],
  ])("%s is compiled", (pattern, text, want) => {
    const { regExp } = only({}, simple("string", { pattern })).constraints.pattern ?? {};
    expect(regExp?.test(text)).toBe(want);
  });

  it.each([
    "^[:alpha:]+$",
    "^\\p{InGreek}+$",
    "(?i)\\p{Lu}",
    "(?x)a b",
    "[a-z&&[^b]",
    "[\\p{L}&&[^b]]",
    "a++a",
    "(?>a)",
    "(",
    "a)",
    "[b-a]",
    "[[:unknown:]]",
    "\\X",
    "*",
    "a{2}{3}",
  ])("%s is warned of and not checked", (pattern) => {
    const given = modelOf({ a: "X" }, { X: simple("string", { pattern }) });
    expect(warningsOf(given)).toEqual([
      `model.json: test#X: the pattern ${JSON.stringify(pattern)} is not a valid JavaScript regular expression, and cannot be translated to one; it is not checked`,
    ]);
    expect(only({}, simple("string", { pattern })).constraints.pattern).toBeUndefined();
  });
});

describe("defaults", () => {
  it.each<[string, Json, Json, unknown]>([
    ["of the member", { default: "a" }, simple("string"), "a"],
    ["of the target", {}, simple("string", { default: "b" }), "b"],
    [
      "of the member before the target's",
      { default: "a" },
      simple("string", { default: "b" }),
      "a",
    ],
    [
      "null, which takes the target's back",
      { default: null },
      simple("integer", { default: 0 }),
      undefined,
    ],
    ["null on the target", {}, simple("integer", { default: null }), undefined],
    ["zero", { default: 0 }, simple("integer"), 0],
    ["an empty string", { default: "" }, simple("string"), ""],
    ["an empty list", { default: [] }, list("String"), []],
    ["an empty map", { default: {} }, map("String"), {}],
    ["an empty document", { default: {} }, simple("document"), {}],
    [
      "a date-time",
      { default: "1985-04-12T23:20:50.52Z" },
      simple("timestamp"),
      "1985-04-12T23:20:50.52Z",
    ],
    ["epoch seconds", { default: 0 }, simple("timestamp"), 0],
    ["base64", { default: "YWI=" }, simple("blob"), "YWI="],
  ])("%s", (_, memberTraits, shape, want) => {
    expect(only(memberTraits, shape).defaultValue).toEqual(want);
  });

  it.each<[unknown, Json, string]>([
    ["1", simple("integer"), 'has an invalid default: expected an integer, found "1"'],
    [1.5, simple("long"), "has an invalid default: expected an integer, found 1.5"],
    [1.5, simple("bigInteger"), "has an invalid default: expected an integer, found 1.5"],
    ["x", simple("bigDecimal"), 'has an invalid default: expected a number, found "x"'],
    [1, simple("string"), "has an invalid default: expected a string, found 1"],
    ["yes", simple("boolean"), 'has an invalid default: expected a boolean, found "yes"'],
    [["a"], list("String"), "has an invalid default: expected an empty array, found an array"],
    [{}, list("String"), "has an invalid default: expected an empty array, found an object"],
    [{ a: 1 }, map("String"), "has an invalid default: expected an empty object, found an object"],
    ["x", map("String"), 'has an invalid default: expected an empty object, found "x"'],
    [
      "later",
      simple("timestamp"),
      'has an invalid default: expected epoch seconds as a number, or a date-time string, found "later"',
    ],
    ["*", simple("blob"), 'has an invalid default: expected a base64 string, found "*"'],
    [
      {},
      structure({}),
      "has an invalid default: expected no default on a shape of type structure, found an object",
    ],
    [
      [[1]],
      simple("document"),
      "has an invalid default: expected a scalar, an empty array or an empty object, found an array",
    ],
  ])("%j is refused", (value, shape, want) => {
    const given = modelOf({ a: member("X", { default: value }) }, { X: shape });
    expect(errorsOf(() => build(given))).toEqual([`model.json: test#Thing$a: ${want}`]);
  });
});

describe("presence", () => {
  it.each<[Json, boolean, boolean]>([
    [{}, false, false],
    [{ required: {} }, true, true],
    [{ required: {}, clientOptional: {} }, true, false],
    [{ required: {}, idempotencyToken: {} }, true, false],
  ])("%j", (traits, required, present) => {
    expect(only(traits, simple("string"))).toMatchObject({ required, present });
  });
});

describe("defaults that a client fills in", () => {
  it.each<[Json, Json, boolean]>([
    [{}, {}, true],
    [{ clientOptional: {} }, {}, false],
    [{}, { input: {} }, false],
    [{ clientOptional: {} }, { input: {} }, false],
  ])("are those of members without %j in structures without %j", (traits, ofStructure, want) => {
    const given = modelOf(
      { x: "X" },
      { X: structure({ a: member("String", traits) }, ofStructure) },
    );
    const holder = build(given).shapes.find(({ name }) => name === "X") as Structure;
    expect(holder.members[0]?.clientDefault).toBe(want);
  });

  it("leave what a client optionally sends to the caller, but for an operation's own input", () => {
    const present = (ofStructure: Json): boolean | undefined => {
      const a = member("String", { required: {}, clientOptional: {} });
      const given = modelOf({ x: "X" }, { X: structure({ a }, ofStructure) });
      const holder = build(given).shapes.find(({ name }) => name === "X") as Structure;
      return holder.members[0]?.present;
    };
    expect(present({})).toBe(false);
    expect(present({ input: {} })).toBe(true);
  });
});

describe("sensitive members", () => {
  it.each<[Json, Json, boolean]>([
    [{}, {}, false],
    [{ sensitive: {} }, {}, true],
    [{}, { sensitive: {} }, true],
  ])("%j over %j", (memberTraits, traits, sensitive) => {
    expect(only(memberTraits, simple("string", traits)).sensitive).toBe(sensitive);
  });
});

describe("members of events", () => {
  it.each<[Json, string | undefined]>([
    [{}, undefined],
    [{ eventHeader: {} }, "header"],
    [{ eventPayload: {} }, "payload"],
  ])("%j", (traits, event) => {
    expect(only(traits, simple("string")).event).toBe(event);
  });
});

describe("timestamp formats", () => {
  it.each<[Json, Json, string | undefined]>([
    [{}, {}, undefined],
    [{}, { timestampFormat: "epoch-seconds" }, "epoch-seconds"],
    [{ timestampFormat: "date-time" }, { timestampFormat: "epoch-seconds" }, "date-time"],
  ])("%j over %j", (memberTraits, traits, want) => {
    expect(only(memberTraits, simple("timestamp", traits)).timestampFormat).toBe(want);
  });

  it.each([["iso"], [5], [null], [[[]]]])("%j is refused", (timestampFormat) => {
    const given = modelOf({ a: "X" }, { X: simple("timestamp", { timestampFormat }) });
    expect(errorsOf(() => build(given))).toEqual([
      expect.stringMatching(
        /^model\.json: test#X: has an unknown timestamp format .*; expected date-time, http-date or epoch-seconds$/,
      ),
    ]);
  });
});

describe("enums", () => {
  const values = (shape: Json): [string, string | number, boolean][] => {
    const found = only({}, shape).target as Enum;
    return found.values.map(({ key, value, hidden }) => [key, value, hidden]);
  };

  it.each<[string, Json, [string, string | number, boolean][]]>([
    [
      "of members",
      {
        type: "enum",
        members: {
          A: member("Unit", { enumValue: "a" }),
          B: member("Unit"),
          C: member("Unit", { enumValue: "c", internal: {} }),
        },
      },
      [
        ["A", "a", false],
        ["B", "B", false],
        ["C", "c", true],
      ],
    ],
    [
      "of integers",
      { type: "intEnum", members: { A: member("Unit", { enumValue: -1 }) } },
      [["A", -1, false]],
    ],
    [
      "of the old trait, with values that are no identifiers",
      simple("string", {
        enum: [
          { value: "AWS::S3::Bucket" },
          { value: "2018-11-29" },
          { value: "a b", name: "SPACED" },
          { value: "a-b" },
          { value: "a.b", tags: ["internal"] },
          { value: "" },
          { value: "日本" },
        ],
      }),
      [
        ["AWS_S3_Bucket", "AWS::S3::Bucket", false],
        ["_2018_11_29", "2018-11-29", false],
        ["SPACED", "a b", false],
        ["a_b", "a-b", false],
        ["a_b$", "a.b", true],
        ["_", "", false],
        ["_$", "日本", false],
      ],
    ],
  ])("%s", (_, shape, want) => {
    expect(values(shape)).toEqual(want);
  });

  it.each<[string, Json, string]>([
    ["without values", { type: "enum", members: {} }, "test#X: is an enum without values"],
    ["without entries", simple("string", { enum: [] }), "test#X: is an enum without values"],
    [
      "with one value twice",
      enumeration({ A: "x", B: "x" }),
      'test#X: has the value "x" twice, in A and B; values must be unique',
    ],
    [
      "of integers without a value",
      { type: "intEnum", members: { A: member("Unit") } },
      "test#X$A: must have the trait smithy.api#enumValue with a number",
    ],
    [
      "of integers with a text",
      { type: "intEnum", members: { A: member("Unit", { enumValue: "1" }) } },
      'test#X$A: has the enum value "1"; expected a number',
    ],
    [
      "of texts with a number",
      { type: "enum", members: { A: member("Unit", { enumValue: 1 }) } },
      "test#X$A: has the enum value 1; expected a string",
    ],
    [
      "with a trait that is no list",
      simple("string", { enum: {} }),
      "test#X: the trait smithy.api#enum must be an array",
    ],
    [
      "with an entry without value",
      simple("string", { enum: [{ name: "A" }] }),
      'test#X: each entry of the trait smithy.api#enum must have a "value" that is a string',
    ],
  ])("are refused %s", (_, shape, want) => {
    expect(errorsOf(() => build(modelOf({ a: "X" }, { X: shape })))).toEqual([
      `model.json: ${want}`,
    ]);
  });
});

/** The traits of Smithy's prelude (Smithy 2.0, "Trait index"). */
const prelude =
  `addedDefault auth authDefinition box clientOptional cors default deprecated documentation endpoint
  enum enumValue error eventHeader eventPayload examples externalDocumentation hostLabel http httpApiKeyAuth
  httpBasicAuth httpBearerAuth httpChecksumRequired httpDigestAuth httpError httpHeader httpLabel httpPayload
  httpPrefixHeaders httpQuery httpQueryParams httpResponseCode idRef idempotencyToken idempotent input internal
  jsonName length mediaType mixin nestedProperties noReplace nonExclusive notProperty optionalAuth output
  paginated pattern private property protocolDefinition range readonly recommended references
  requestCompression required requiresLength resourceIdentifier retryable sensitive since sparse streaming
  suppress tags timestampFormat title trait traitValidators uniqueItems unitType unstable xmlAttribute
  xmlFlattened xmlName xmlNamespace`
    .split(/\s+/)
    .map((name) => `smithy.api#${name}`);

/** Those of other packages of Smithy's and AWS's that AWS's models use. */
const packages =
  `aws.api#arn aws.api#arnReference aws.api#clientDiscoveredEndpoint aws.api#clientEndpointDiscovery
  aws.api#clientEndpointDiscoveryId aws.api#controlPlane aws.api#data aws.api#dataPlane aws.api#service
  aws.api#tagEnabled aws.api#taggable aws.apigateway#authorizers aws.apigateway#integration aws.auth#sigv4
  aws.auth#sigv4a aws.auth#unsignedPayload aws.cloudformation#cfnResource aws.customizations#s3UnwrappedXmlOutput
  aws.endpoints#rulesBasedEndpoints aws.endpoints#standardRegionalEndpoints aws.iam#actionName
  aws.iam#conditionKeys aws.protocols#awsJson1_0 aws.protocols#awsJson1_1 aws.protocols#awsQuery
  aws.protocols#awsQueryCompatible aws.protocols#awsQueryError aws.protocols#ec2Query
  aws.protocols#ec2QueryName aws.protocols#httpChecksum aws.protocols#restJson1 aws.protocols#restXml
  aws.tagging#tagResource   smithy.contracts#conditions smithy.openapi#specificationExtension smithy.protocols#rpcv2Cbor
  smithy.rules#clientContextParams smithy.rules#contextParam smithy.rules#endpointRuleSet
  smithy.rules#endpointTests smithy.rules#staticContextParams smithy.test#httpRequestTests
  smithy.test#smokeTests smithy.waiters#waitable`.split(/\s+/);

describe("traits that nothing is known of", () => {
  it("are neither Smithy's own nor in AWS's models", () => {
    const traits = Object.fromEntries([...prelude, ...packages].map((name) => [name, {}]));
    const given = modelOf({ a: "String" });
    const thing = (given["shapes"] as Record<string, Json>)["test#Thing"] ?? {};
    thing["traits"] = traits;
    const { model, diagnostics } = load(given);
    // What cannot be applied to a structure is an error, which is another matter.
    errorsOf(() => buildService(model, {}, [], diagnostics));
    expect(diagnostics.warnings).toEqual([]);
  });

  it("are warned of once each; those that the model defines itself are not", () => {
    const given = modelOf(
      {
        a: {
          ...member("String"),
          traits: { "acme#strange": {}, "test#ours": {}, "aws.api#data": "content" },
        },
      },
      { ours: simple("structure", { trait: {} }) },
    );
    const thing = (given["shapes"] as Record<string, Json>)["test#Thing"] ?? {};
    thing["traits"] = { "acme#strange": {} };
    expect(warningsOf(given)).toEqual([
      "model.json: test#Thing: the unknown trait acme#strange is ignored, here and wherever else it is applied",
    ]);
  });
});
