import { describe, expect, it } from "vitest";
import type { Rule } from "../../../codegen/src/ir/endpoints.js";
import { member, model, operation, structure, type Json } from "../support/models.js";
import { build, errorsOf, warningsOf } from "../support/problems.js";

const parameters = {
  Region: { type: "String", builtIn: "AWS::Region" },
  Strict: { type: "boolean", required: true, default: false },
  Names: { type: "stringArray" },
};

/** A service with these traits; its only operation has no input. */
function service(traits: Json): Json {
  return model({ Do: operation("/") }, { traits: { "aws.protocols#restJson1": {}, ...traits } });
}

function withRules(rules: unknown, extra: Json = {}): Json {
  return service({
    "smithy.rules#endpointRuleSet": { version: "1.0", parameters, rules, ...extra },
  });
}

const endpoint = { type: "endpoint", conditions: [], endpoint: { url: "https://a" } };

/** A rule with one condition. */
function when(fn: string, argv: unknown, assign?: string): Json {
  return { ...endpoint, conditions: [{ fn, argv, ...(assign === undefined ? {} : { assign }) }] };
}

function rulesOf(rules: unknown): readonly Rule[] | undefined {
  return build(withRules(rules)).endpoints?.rules;
}

const region = { ref: "Region" };
const isSet = { fn: "isSet", argv: [region] };

describe("endpoint rules", () => {
  it("are typed, with references resolved", () => {
    const rules = [
      {
        type: "tree",
        conditions: [isSet, { fn: "aws.partition", argv: [region], assign: "found" }],
        rules: [{ type: "error", conditions: [], error: "No {{endpoint}} in {found#dnsSuffix}." }],
      },
    ];
    const name = { kind: "reference", name: "Region", type: "string" };
    expect(rulesOf(rules)).toMatchObject([
      {
        kind: "tree",
        conditions: [
          {
            value: { function: "isSet", arguments: [{ ...name, optional: true }], type: "boolean" },
            variable: undefined,
          },
          {
            value: { arguments: [{ ...name, optional: false }], type: "partition" },
            variable: "found",
          },
        ],
        rules: [
          {
            kind: "error",
            message: {
              kind: "template",
              parts: [
                "No {endpoint} in ",
                { kind: "attribute", of: { name: "found" }, name: "dnsSuffix", index: undefined },
                ".",
              ],
            },
          },
        ],
      },
    ]);
  });

  it("have parameters with their sources", () => {
    expect(build(withRules([endpoint])).endpoints?.parameters).toEqual([
      {
        ...{ name: "Region", type: "string", required: false, defaultValue: undefined },
        ...{ builtIn: "AWS::Region", config: undefined },
      },
      {
        ...{ name: "Strict", type: "boolean", required: true, defaultValue: false },
        ...{ builtIn: undefined, config: undefined },
      },
      {
        ...{ name: "Names", type: "strings", required: false, defaultValue: undefined },
        ...{ builtIn: undefined, config: undefined },
      },
    ]);
  });

  it("have headers and the authentication schemes of endpoints", () => {
    const authSchemes = [
      { name: "sigv4", signingName: "s3", disableDoubleEncoding: true, other: 1 },
    ];
    const given = {
      ...endpoint,
      endpoint: { url: "https://a", headers: { "X-Id": ["1"] }, properties: { authSchemes } },
    };
    const text = (value: string): Json => ({
      kind: "literal",
      value,
      type: "string",
      optional: false,
    });
    expect(rulesOf([given])).toMatchObject([
      {
        endpoint: {
          url: text("https://a"),
          headers: [["x-id", [text("1")]]],
          authSchemes: [
            {
              ...{ name: text("sigv4"), signingName: text("s3"), signingRegion: undefined },
              ...{ signingRegionSet: undefined, disableDoubleEncoding: true },
            },
          ],
        },
      },
    ]);
  });

  it("are not needed", () => {
    expect(build(service({})).endpoints).toBeUndefined();
  });

  const deep = Array.from({ length: 500 }).reduce<unknown>(
    (rules) => [{ type: "tree", conditions: [], rules }],
    [endpoint],
  );
  const deepCall = Array.from({ length: 500 }).reduce<Json>(
    (argument) => ({ fn: "not", argv: [argument] }),
    { fn: "isSet", argv: [region] },
  );

  it.each<[what: string, rules: unknown, want: RegExp]>([
    ["no list", {}, /\/rules is an object; expected a list of rules$/],
    ["no rules", [], /\/rules is an array; expected a list of rules$/],
    ["no rule", [null], /\/rules\/0 is null; expected a rule$/],
    ["an unknown type", [{ ...endpoint, type: "x" }], /\/rules\/0 has the type "x"/],
    ["no conditions", [{ ...endpoint, conditions: 1 }], /\/rules\/0\/conditions is 1/],
    ["no endpoint", [{ ...endpoint, endpoint: [] }], /\/rules\/0\/endpoint is an array/],
    ["no URL", [{ ...endpoint, endpoint: {} }], /\/rules\/0\/endpoint\/url is nothing/],
    ["a list of URLs", [{ ...endpoint, endpoint: { url: [] } }], /url is an array/],
    [
      "a bad header",
      [{ ...endpoint, endpoint: { url: "a", headers: { "a b": [] } } }],
      /valid header name/,
    ],
    ["an unknown reference", [when("isSet", [{ ref: "X" }])], /argv\/0 refers to "X"/],
    [
      "an inherited reference",
      [when("isSet", [{ ref: "constructor" }])],
      /refers to "constructor"/,
    ],
    [
      "a variable of another rule",
      [when("isSet", [region], "x"), when("isSet", [{ ref: "x" }])],
      /rules\/1\/.* refers to "x"/,
    ],
    [
      "a variable that exists",
      [when("isSet", [region], "Region")],
      /assigns "Region"; expected a new/,
    ],
    ["a variable that is no name", [when("isSet", [region], "a-b")], /assigns "a-b"/],
    [
      "an absent argument",
      [when("aws.parseArn", [region])],
      /argument 1 of aws.parseArn is a string that may be absent; expected a string$/,
    ],
    [
      "a wrong type",
      [when("stringEquals", ["a", true])],
      /argument 2 of stringEquals is a boolean; expected a string$/,
    ],
    ["too few arguments", [when("not", [])], /not has 0 arguments instead of 1$/],
    ["different types", [when("coalesce", [region, true])], /coalesce have the types/],
    [
      "an unknown attribute",
      [when("getAttr", [{ fn: "aws.partition", argv: ["a"] }, "x"])],
      /the path "x", which a partition does not have/,
    ],
    [
      "an inherited attribute",
      [when("getAttr", [{ fn: "aws.partition", argv: ["a"] }, "toString"])],
      /"toString"/,
    ],
    [
      "a bad path",
      [when("getAttr", [{ fn: "aws.partition", argv: ["a"] }, "a.b"])],
      /invalid path "a.b"/,
    ],
    ["a getAttr without a path", [when("getAttr", [region])], /getAttr without a value and a path/],
    ["no arguments", [when("isSet", undefined)], /is no function object/],
    [
      "a template without an end",
      [{ ...endpoint, endpoint: { url: "https://{Region" } }],
      /unmatched brace/,
    ],
    [
      "a template with code",
      [{ ...endpoint, endpoint: { url: "https://{a+b}" } }],
      /invalid placeholder \{a\+b\}/,
    ],
    [
      "an absent placeholder",
      [{ ...endpoint, endpoint: { url: "https://{Region}" } }],
      /placeholder \{Region\}, which is a string that may be absent/,
    ],
    ["deep rules", deep, /is nested more than 100 levels deep$/],
    [
      "a deep expression",
      [{ ...endpoint, conditions: [deepCall] }],
      /is nested more than 100 levels deep$/,
    ],
  ])("with %s are refused", (_, rules, want) => {
    const errors = errorsOf(() => build(withRules(rules)));
    expect(errors).toEqual([expect.stringMatching(want)]);
    expect(errors[0]).toMatch(
      /^model\.json(:\d+:\d+)?: test#Weather: has invalid endpoint rules: /,
    );
  });

  it.each<[what: string, parameters: unknown, want: RegExp]>([
    ["no object", 1, /\/parameters is 1; expected an object/],
    ["a type that there is not", { A: { type: "int" } }, /\/parameters\/A has the type "int"/],
    ["a name with code", { "A;b": { type: "string" } }, /not a valid name/],
    ["an inherited name", { Constructor: { type: "string" } }, /not a valid name/],
    ["the same name", { A: { type: "string" }, a: { type: "string" } }, /only in case/],
    [
      "a default of another type",
      { A: { type: "string", required: true, default: 1 } },
      /default 1/,
    ],
    ["a default that is not required", { A: { type: "string", default: "a" } }, /required: true/],
  ])("with parameters that have %s are refused", (_, given, want) => {
    const errors = errorsOf(() => build(withRules([endpoint], { parameters: given })));
    expect(errors).toEqual([expect.stringMatching(want)]);
  });

  it("report every rule that is wrong", () => {
    const wrong = { ...endpoint, type: 1 };
    expect(errorsOf(() => build(withRules([wrong, endpoint, wrong])))).toHaveLength(2);
  });

  it("are not used if they have a function of an extension, which a warning says", () => {
    const given = withRules([when("acme.guess", [region])]);
    expect(build(given).endpoints).toBeUndefined();
    expect(warningsOf(given)).toEqual([
      expect.stringMatching(/unknown function "acme\.guess".*clients need the option endpoint/),
    ]);
  });

  it("are not read from a decision diagram, which a warning says if there is nothing else", () => {
    const diagram = { "smithy.rules#endpointBdd": { version: "1.1" } };
    expect(warningsOf(service(diagram))).toEqual([expect.stringContaining("endpointBdd")]);
    const both = withRules([endpoint]);
    expect(
      warningsOf(
        service({ ...diagram, "smithy.rules#endpointRuleSet": { parameters, rules: [endpoint] } }),
      ),
    ).toEqual([]);
    expect(build(both).endpoints?.rules).toHaveLength(1);
  });
});

describe("endpoint parameters of an operation", () => {
  const texts = { type: "list", member: member("String") };
  const shapes = {
    In: structure({
      bucket: member("String", { "smithy.rules#contextParam": { name: "Bucket" } }),
      tables: "Tables",
      byName: "ByName",
      inner: "Inner",
    }),
    Tables: { type: "list", member: member("Inner") },
    ByName: { type: "map", key: member("String"), value: member("Inner") },
    Inner: structure({ name: "String", other: "String", names: "Texts", size: "Integer" }),
    Texts: texts,
  };
  const ruleSet = {
    version: "1.0",
    parameters: {
      Bucket: { type: "string" },
      Names: { type: "stringArray" },
      Strict: { type: "boolean" },
    },
    rules: [endpoint],
  };

  function given(traits: Json, input = "In"): Json {
    return model(
      { Do: operation("/", { method: "POST", input, traits }), ...shapes },
      { traits: { "aws.protocols#restJson1": {}, "smithy.rules#endpointRuleSet": ruleSet } },
    );
  }

  function parametersOf(traits: Json): unknown {
    return build(given(traits)).operations[0]?.endpointParameters;
  }

  const input = { kind: "input" };
  const at = (of: unknown, property: string): Json => ({ kind: "member", of, property });
  const bucket = { kind: "path", name: "Bucket", path: at(input, "bucket") };

  it("are members, and values that the model states, which take precedence", () => {
    expect(parametersOf({})).toEqual([bucket]);
    expect(
      parametersOf({
        "smithy.rules#staticContextParams": { Bucket: { value: "b" }, Strict: { value: true } },
        "smithy.rules#operationContextParams": { Bucket: { path: "inner.name" } },
      }),
    ).toEqual([
      { kind: "static", name: "Bucket", value: "b" },
      { kind: "static", name: "Strict", value: true },
    ]);
  });

  const tables = at(input, "tables");
  it.each<[path: string, want: unknown]>([
    ["tables[*].name", { kind: "projection", of: tables, each: at(input, "name") }],
    ['"tables"[*]."name"', { kind: "projection", of: tables, each: at(input, "name") }],
    ["keys(byName)", { kind: "keys", of: at(input, "byName") }],
    ["byName.*.name", { kind: "projection", of: at(input, "byName"), each: at(input, "name") }],
    ["inner.names", at(at(input, "inner"), "names")],
    ["inner.names[*]", at(at(input, "inner"), "names")],
    [
      "[bucket, inner.name]",
      { kind: "list", items: [at(input, "bucket"), at(at(input, "inner"), "name")] },
    ],
    [
      "tables[].name",
      { kind: "projection", of: { kind: "flatten", of: tables }, each: at(input, "name") },
    ],
    [
      "tables[*].[name, other][]",
      {
        kind: "flatten",
        of: {
          kind: "projection",
          of: tables,
          each: { kind: "list", items: [at(input, "name"), at(input, "other")] },
        },
      },
    ],
    [
      "tables[*].names[]",
      { kind: "flatten", of: { kind: "projection", of: tables, each: at(input, "names") } },
    ],
  ])("are values at %s", (path, want) => {
    expect(parametersOf({ "smithy.rules#operationContextParams": { Names: { path } } })).toEqual([
      bucket,
      { kind: "path", name: "Names", path: want },
    ]);
  });

  it.each<[path: unknown, want: RegExp]>([
    ["", /ends too early/],
    [1, /has the path 1 .*ends too early/],
    ["tables[*].missing", /no member missing/],
    ["tables[0].name", /"\[" is not expected there/],
    ["tables[*].size", /not a string, boolean or list of strings/],
    ["keys(tables)", /argument of keys is no map/],
    ["keys(byName", /ends too early/],
    ["inner[*].name", /no list/],
    ["inner.*", /all members of a structure/],
    ["length(tables)", /no member length/],
    ["bucket", /value of another type/],
    [`${"[".repeat(5_000)}bucket`, /more than 200 parts/],
    ["inner.name || bucket", /"\|" is not expected/],
  ])("are not values at %j", (path, want) => {
    const traits = { "smithy.rules#operationContextParams": { Names: { path } } };
    const errors = errorsOf(() => build(given(traits)));
    expect(errors).toEqual([expect.stringMatching(want)]);
    expect(errors[0]).toMatch(/: test#Do: /);
  });

  it("must be parameters of the rules, with the same type", () => {
    const set = (values: Json): string[] =>
      errorsOf(() => build(given({ "smithy.rules#staticContextParams": values })));
    expect(set({ Other: { value: "a" } })).toEqual([expect.stringContaining("do not have")]);
    expect(set({ Strict: { value: "a" } })).toEqual([expect.stringContaining("another type")]);
    expect(set({ Strict: { value: 1 } })).toEqual([expect.stringContaining("Strict to 1")]);
    expect(set({ Strict: {} })).toEqual([expect.stringContaining("Strict to nothing")]);
  });

  it("are none without rules", () => {
    const { shapes: all } = given({}) as { shapes: Record<string, { traits?: Json }> };
    delete all["test#Weather"]?.traits?.["smithy.rules#endpointRuleSet"];
    expect(build({ smithy: "2.0", shapes: all }).operations[0]?.endpointParameters).toEqual([]);
  });
});

describe("client context parameters", () => {
  const given = (config: Json): Json =>
    service({
      "smithy.rules#clientContextParams": config,
      "smithy.rules#endpointRuleSet": { version: "1.0", parameters, rules: [endpoint] },
    });

  it("are properties of the configuration", () => {
    const config = { Strict: { type: "boolean", documentation: "Whether it is strict." } };
    expect(build(given(config)).endpoints?.parameters[1]?.config).toEqual({
      ...{ name: "strict", type: "boolean", documentation: "Whether it is strict." },
    });
  });

  it.each<[config: Json, want: RegExp]>([
    [{ Other: { type: "string" } }, /lacks Other/],
    [{ Strict: { type: "string" } }, /another type/],
    [{ Strict: { type: "int" } }, /type "int"/],
    [{ Strict: null }, /type nothing/],
    [{ "a b": { type: "string" } }, /valid name/],
  ])("%j is refused", (config, want) => {
    expect(errorsOf(() => build(given(config)))).toEqual([expect.stringMatching(want)]);
  });
});
