import { describe, expect, it } from "vitest";
import { model, named, operation, simple, type Json } from "../support/models.js";
import { build, errorsOf, warningsOf } from "../support/problems.js";

const sigV4 = { "aws.auth#sigv4": { name: "weather" } };
const bearer = { httpBearerAuth: {} };
const apiKey = { httpApiKeyAuth: { name: "x-key", in: "header" } };

/** A model of one operation, with traits of the service and of the operation. */
function given(service: Json, traits: Json = {}, shapes: Json = {}): Json {
  return model(
    { Do: operation("/", { traits }), ...shapes },
    { traits: { "aws.protocols#restJson1": {}, ...named(service) } },
  );
}

const isSigV4 = { kind: "sigv4", name: "weather" };
const isBearer = { kind: "bearer" };
const isApiKey = { kind: "apiKey", in: "header", name: "x-key", prefix: undefined };
const isNone = { kind: "none" };

/** Smithy 2.0, "Authentication traits": the effective schemes of a service and of its operations. */
describe("authentication", () => {
  it.each<[string, Json, Json, unknown[], unknown[]]>([
    ["none", {}, {}, [], []],
    [
      "all of the service by their ids",
      { ...apiKey, ...bearer, ...sigV4 },
      {},
      [isSigV4, isApiKey, isBearer],
      [isSigV4, isApiKey, isBearer],
    ],
    [
      "the service's choice",
      { ...sigV4, ...bearer, auth: ["smithy.api#httpBearerAuth", "aws.auth#sigv4"] },
      {},
      [isBearer, isSigV4],
      [isBearer, isSigV4],
    ],
    ["nothing by the service's choice", { ...sigV4, auth: [] }, {}, [], []],
    [
      "the operation's choice",
      { ...sigV4, ...bearer },
      { auth: ["smithy.api#httpBearerAuth"] },
      [isSigV4, isBearer],
      [isBearer],
    ],
    [
      "what the service has, but does not choose",
      { ...sigV4, ...bearer, auth: ["aws.auth#sigv4"] },
      { auth: ["smithy.api#httpBearerAuth"] },
      [isSigV4],
      [isBearer],
    ],
    ["nothing by the operation's choice", sigV4, { auth: [] }, [isSigV4], []],
    ["an option", sigV4, { optionalAuth: {} }, [isSigV4], [isSigV4, isNone]],
    ["an option of nothing", sigV4, { auth: [], optionalAuth: {} }, [isSigV4], []],
  ])("is %s", (_, service, traits, ofService, ofOperation) => {
    const { auth, operations } = build(given(service, traits));
    expect(auth).toEqual(ofService);
    expect(operations[0]?.auth).toEqual(ofOperation);
  });

  it.each<[string, unknown, unknown]>([
    ["aws.auth#sigv4", { name: "a" }, { kind: "sigv4", name: "a" }],
    ["aws.auth#sigv4a", { name: "a" }, { kind: "unsupported", id: "aws.auth#sigv4a", name: "a" }],
    [
      "aws.auth#cognitoUserPools",
      { providerArns: [] },
      { kind: "unsupported", id: "aws.auth#cognitoUserPools" },
    ],
    ["httpBasicAuth", {}, { kind: "basic" }],
    ["httpBearerAuth", {}, { kind: "bearer" }],
    ["httpDigestAuth", {}, { kind: "unsupported", id: "smithy.api#httpDigestAuth" }],
    ["httpApiKeyAuth", { name: "k", in: "query" }, { kind: "apiKey", in: "query", name: "k" }],
    [
      "httpApiKeyAuth",
      { name: "K", in: "header", scheme: "Key" },
      { kind: "apiKey", in: "header", name: "K", prefix: "Key" },
    ],
    ["test#own", {}, { kind: "unsupported", id: "test#own" }],
  ])("by %s with %j is read, without a warning", (trait, value, expected) => {
    const own = { own: simple("structure", { trait: {}, authDefinition: {} }) };
    const read = given({ [trait]: value }, {}, own);
    expect(build(read).auth).toEqual([expected]);
    expect(warningsOf(read)).toEqual([]);
  });

  it("does not take other traits of the model for schemes", () => {
    const own = { own: simple("structure", { trait: {} }) };
    expect(build(given({ "test#own": {} }, {}, own)).auth).toEqual([]);
  });

  it("knows operations whose body is not signed", () => {
    const { operations } = build(given(sigV4, { "aws.auth#unsignedPayload": {} }));
    expect(operations[0]?.unsignedPayload).toBe(true);
    expect(build(given(sigV4)).operations[0]?.unsignedPayload).toBe(false);
  });
});

describe("authentication that is refused", () => {
  it.each<[string, Json, Json, RegExp]>([
    [
      "a scheme that the service lacks",
      sigV4,
      { auth: ["smithy.api#httpBearerAuth"] },
      /test#Do: .*"smithy.api#httpBearerAuth"/,
    ],
    ["a scheme that the service lacks", { auth: ["test#x"] }, {}, /: .*"test#x"/],
    [
      "no list",
      sigV4,
      { auth: "aws.auth#sigv4" },
      /test#Do: .*must be a list of shape ids, but is "aws\.auth#sigv4"/,
    ],
    ["no shape ids", sigV4, { auth: [1] }, /test#Do: .*must be a list of shape ids/],
    [
      "no signing name",
      { "aws.auth#sigv4": {} },
      {},
      /aws\.auth#sigv4 must have a text "name", but it has none/,
    ],
    [
      "a number as signing name",
      { "aws.auth#sigv4a": { name: 1 } },
      {},
      /aws\.auth#sigv4a must have a text "name", but it is 1/,
    ],
    [
      "no name of a header",
      { httpApiKeyAuth: { in: "header" } },
      {},
      /httpApiKeyAuth must have a text "name"/,
    ],
    [
      "a name that no header has",
      { httpApiKeyAuth: { name: "a b", in: "header" } },
      {},
      /the name of a header as "name", but it is "a b"/,
    ],
    [
      "another place",
      { httpApiKeyAuth: { name: "a", in: "body" } },
      {},
      /"header" or "query", but it is "body"/,
    ],
    ["no place", { httpApiKeyAuth: { name: "a" } }, {}, /must have a text "in"/],
    [
      "a prefix in the query",
      { httpApiKeyAuth: { name: "a", in: "query", scheme: "b" } },
      {},
      /cannot have "scheme"/,
    ],
    [
      "a prefix of two lines",
      { httpApiKeyAuth: { name: "a", in: "header", scheme: "a\nb" } },
      {},
      /a word in ASCII as "scheme"/,
    ],
  ])("has %s", (_, service, traits, message) => {
    const errors = errorsOf(() => build(given(service, traits)));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(message);
  });
});
