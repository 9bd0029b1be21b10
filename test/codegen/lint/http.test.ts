import { describe, expect, it } from "vitest";
import { eventsOf } from "./events-of.js";

/* Each rule about HTTP bindings: a model, and the events of the rule. */

interface Case {
  readonly rule: string;
  readonly name: string;
  readonly given: string;
  readonly want: readonly string[];
}

const operation = (http: string, rest = "", traits = ""): string =>
  `service S { operations: [O] }
  @http(${http}) ${traits}
      operation O { ${rest} }`;

const post = 'method: "POST", uri: "/o"';

const cases: readonly Case[] = [
  {
    rule: "HttpBindingTraitIgnored",
    name: "of members beyond inputs and outputs",
    given: `${operation(post, 'input := { nested: N } output := { @httpResponseCode code: Integer @httpQuery("q") q: String }')}
      structure N { @httpHeader("X-A") a: String @httpQuery("b") b: String @httpResponseCode c: Integer d: String }`,
    want: [
      "WARNING a#N$a HttpBindingTraitIgnored.TopLevel",
      "WARNING a#N$b HttpBindingTraitIgnored.Input",
      "WARNING a#N$c HttpBindingTraitIgnored.Output",
      "WARNING a#OOutput$q HttpBindingTraitIgnored.Input",
    ],
  },
  {
    rule: "HttpBindingTraitIgnored",
    name: "not of inputs, outputs, errors, and what mixins give them",
    given: `${operation('method: "POST", uri: "/{a}"', 'input := with [M] { @required @httpLabel a: String } output := { @httpHeader("X-A") a: String } errors: [E]')}
      @mixin structure M { @httpQuery("q") q: String }
      @error("client") structure E { @httpHeader("X-A") a: String }`,
    want: [],
  },
  {
    rule: "HttpBindingsMissing",
    name: "warns if other operations have the trait",
    given: `${operation(post)}
      service T { operations: [O, P] }
      operation P {}`,
    want: ["WARNING a#P HttpBindingsMissing"],
  },
  {
    rule: "HttpBindingsMissing",
    name: "is an error for protocols that need the trait, even if no operation has it",
    given: `@aws.protocols#restJson1 service S { operations: [O] }
      operation O {}`,
    want: ["ERROR a#O HttpBindingsMissing"],
  },
  {
    rule: "HttpBindingsMissing",
    name: "is fine without the trait anywhere",
    given: `@aws.protocols#awsJson1_0 service S { operations: [O] }
      operation O {}`,
    want: [],
  },
  {
    rule: "HttpHeaderTrait",
    name: "finds repeated, reserved and invalid names",
    given: `structure A { @httpHeader("X-A") a: String @httpHeader("x-a") b: String @httpHeader("Host") c: String
      @httpHeader("X A") d: String @httpHeader("X-B") e: String }`,
    want: [
      "DANGER a#A$c HttpHeaderTrait",
      "DANGER a#A$d HttpHeaderTrait",
      "ERROR a#A HttpHeaderTrait",
    ],
  },
  {
    rule: "HttpLabelTrait",
    name: "finds labels without members, members without labels, and greedy numbers",
    given: operation(
      'method: "POST", uri: "/{a}/{b}/{c+}"',
      "input := { @required @httpLabel b: String @required @httpLabel c: Integer @required @httpLabel d: String }",
    ),
    want: [
      "ERROR a#O HttpLabelTrait",
      "ERROR a#OInput$c HttpLabelTrait",
      "ERROR a#OInput$d HttpLabelTrait",
    ],
  },
  {
    rule: "HttpLabelTrait",
    name: "finds labels without an input",
    given: operation('method: "POST", uri: "/{a}"'),
    want: ["ERROR a#O HttpLabelTrait"],
  },
  {
    rule: "HttpMethodSemantics",
    name: "finds a GET that is not readonly and has a body",
    given: operation('method: "GET", uri: "/o"', "input := { a: String }", "@idempotent"),
    want: [
      "DANGER a#O HttpMethodSemantics.UnexpectedPayload",
      "WARNING a#O HttpMethodSemantics.MissingReadonlyTrait",
      "WARNING a#O HttpMethodSemantics.UnnecessaryIdempotentTrait",
    ],
  },
  {
    rule: "HttpMethodSemantics",
    name: "finds the case of methods, OPTIONS, and a readonly DELETE",
    given: `service S { operations: [O, P, Q] }
      @readonly @http(method: "get", uri: "/o") operation O {}
      @readonly @http(method: "OPTIONS", uri: "/o") operation P {}
      @readonly @http(method: "DELETE", uri: "/o") operation Q {}`,
    want: [
      "WARNING a#O HttpMethodSemantics",
      "WARNING a#P HttpMethodSemantics.OPTIONS",
      "WARNING a#Q HttpMethodSemantics.MissingIdempotentTrait",
      "WARNING a#Q HttpMethodSemantics.UnnecessaryReadonlyTrait",
    ],
  },
  {
    rule: "HttpMethodSemantics",
    name: "allows what the methods mean, and methods of one's own",
    given: `service S { operations: [O, P, Q] }
      @readonly @http(method: "GET", uri: "/o") operation O { input := { @httpQuery("a") a: String } }
      @idempotent @http(method: "PUT", uri: "/o") operation P { input := { a: String } }
      @readonly @http(method: "BREW", uri: "/o") operation Q {}`,
    want: [],
  },
  {
    rule: "HttpPayload",
    name: "finds members beside a payload, in inputs, outputs and errors",
    given: `${operation(post, 'input := { @httpPayload a: Blob b: String } output := { @httpPayload a: Blob @httpHeader("X-B") b: String } errors: [E]')}
      @error("client") structure E { @httpPayload a: Blob b: String }`,
    want: ["ERROR a#E HttpPayload", "ERROR a#OInput HttpPayload"],
  },
  {
    rule: "HttpPrefixHeadersTrait",
    name: "finds headers with the prefix; notes them if all headers have it",
    given: `map M { key: String value: String }
      structure A { @httpPrefixHeaders("X-") a: M @httpHeader("x-b") b: String @httpHeader("Y") c: String }
      structure B { @httpPrefixHeaders("") a: M @httpHeader("x-b") b: String }`,
    want: ["ERROR a#A$b HttpPrefixHeadersTrait", "NOTE a#B$b HttpPrefixHeadersTrait"],
  },
  {
    rule: "HttpQueryParamsTrait",
    name: "notes parameters beside all parameters",
    given: `map M { key: String value: String }
      structure A { @httpQueryParams a: M @httpQuery("b") b: String }
      structure B { @httpQueryParams a: M b: String }`,
    want: ["NOTE a#A HttpQueryParamsTrait"],
  },
  {
    rule: "HttpQueryTrait",
    name: "finds parameters that are repeated or in the URI",
    given: `${operation('method: "POST", uri: "/o?x&y=1"', "input: A")}
      structure A { @httpQuery("a") a: String @httpQuery("a") b: String @httpQuery("A") c: String @httpQuery("y") y: String }`,
    want: ["ERROR a#A HttpQueryTrait", "ERROR a#A HttpQueryTrait"],
  },
  {
    rule: "HttpResponseCodeSemantics",
    name: "finds codes that do not fit",
    given: `service S { operations: [O, P, Q] errors: [E, F, G] }
      @http(method: "POST", uri: "/o", code: 404) operation O {}
      @http(method: "POST", uri: "/p", code: 204) operation P { output := { a: String } }
      @http(method: "POST", uri: "/q", code: 204) operation Q { output := { @httpHeader("X-A") a: String } }
      @error("client") @httpError(500) structure E {}
      @error("server") @httpError(404) structure F {}
      @error("client") @httpError(499) structure G {}`,
    want: [
      "DANGER a#E HttpResponseCodeSemantics",
      "DANGER a#F HttpResponseCodeSemantics",
      "DANGER a#O HttpResponseCodeSemantics",
      "WARNING a#P HttpResponseCodeSemantics",
    ],
  },
  {
    rule: "JsonName",
    name: "finds repeated names in structures and unions",
    given: `structure A { @jsonName("b") a: String b: String }
      union B { @jsonName("c") a: String @jsonName("c") b: String }
      structure C { @jsonName("b") a: String @jsonName("a") b: String }`,
    want: ["ERROR a#A JsonName", "ERROR a#B JsonName"],
  },
  {
    rule: "HttpApiKeyAuthTrait",
    name: "allows a scheme in headers only",
    given: `@httpApiKeyAuth(name: "k", in: "query", scheme: "x") service A {}
      @httpApiKeyAuth(name: "k", in: "header", scheme: "x") service B {}
      @httpApiKeyAuth(name: "k", in: "query") service C {}`,
    want: ["ERROR a#A HttpApiKeyAuthTrait"],
  },
  {
    rule: "IdempotencyTokenIgnored",
    name: "finds tokens outside of inputs",
    given: `operation O { input: A output: B }
      structure A { @idempotencyToken t: String }
      structure B { @idempotencyToken t: String }
      structure C { @idempotencyToken t: String }`,
    want: ["WARNING a#B$t IdempotencyTokenIgnored"],
  },
];

describe("rules about HTTP bindings", () => {
  it.each(cases)("$rule $name", ({ rule, given, want }) => {
    expect(eventsOf(given, rule)).toEqual(want);
  });
});
