import { inspect } from "node:util";
import { Sha256 } from "@aws-crypto/sha256-js";
import { SignatureV4 } from "@smithy/signature-v4";
import type { HttpRequest, RequestSigner } from "@smithy/types";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { authorize } from "../../../codegen/runtime/client/auth/authorize.js";
import { apiKey, basic, bearer } from "../../../codegen/runtime/client/auth/http-auth.js";
import { noAuth } from "../../../codegen/runtime/client/auth/no-auth.js";
import { sigV4 } from "../../../codegen/runtime/client/auth/sig-v4.js";
import { unsupported } from "../../../codegen/runtime/client/auth/unsupported.js";
import type { ClientConfig } from "../../../codegen/runtime/client/client-types.js";
import type {
  AuthContext,
  AuthScheme,
  EndpointAuthScheme,
} from "../../../codegen/runtime/client/service-types.js";
import { ConfigurationError } from "../../../codegen/runtime/client/errors.js";
import { contextOf } from "./support/context.js";

const noon = Date.UTC(2024, 0, 1, 12);
const secret = "s3cr3t";
const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: secret };

const aws: AuthScheme = { scheme: sigV4, name: "weather" };
const token: AuthScheme = { scheme: bearer };
const password: AuthScheme = { scheme: basic };
const header: AuthScheme = { scheme: apiKey, in: "header", name: "X-Api-Key" };
const none: AuthScheme = { scheme: noAuth };
const sigV4a: AuthScheme = { scheme: unsupported, id: "aws.auth#sigv4a", name: "weather" };
const digest: AuthScheme = { scheme: unsupported, id: "smithy.api#httpDigestAuth" };

const request: HttpRequest = {
  method: "GET",
  protocol: "https:",
  hostname: "example.com",
  path: "/a%20b",
  query: { a: "1" },
  headers: { accept: "application/json" },
};

async function send(
  schemes: readonly AuthScheme[],
  config: ClientConfig,
  more: Partial<AuthContext> = {},
): Promise<HttpRequest> {
  const before = structuredClone(request);
  const sent = await authorize(request, contextOf(config, schemes, more));
  expect(request).toEqual(before);
  return sent;
}

async function failure(...given: Parameters<typeof send>): Promise<ConfigurationError> {
  const error = await send(...given).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ConfigurationError);
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret);
  return error as ConfigurationError;
}

/** What the credential of a signature says. */
function scopeOf({ headers }: HttpRequest): string | undefined {
  return /Credential=AKIDEXAMPLE\/([^,]+)/.exec(headers["authorization"] ?? "")?.[1];
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: noon });
  for (const name of ["ACCESS_KEY_ID", "SECRET_ACCESS_KEY", "REGION", "DEFAULT_REGION"])
    vi.stubEnv(`AWS_${name}`, undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe("HTTP authentication", () => {
  it.each<[string, AuthScheme, ClientConfig, Partial<HttpRequest>]>([
    ["a token", token, { token: secret }, { headers: { authorization: `Bearer ${secret}` } }],
    // RFC 7617, section 2.1: the user name "test" and the password "123£" in UTF-8.
    [
      "a password",
      password,
      { username: "test", password: "123£" },
      { headers: { authorization: "Basic dGVzdDoxMjPCow==" } },
    ],
    [
      "an empty password",
      password,
      { username: "test", password: "" },
      { headers: { authorization: "Basic dGVzdDo=" } },
    ],
    ["a key in a header", header, { apiKey: secret }, { headers: { "x-api-key": secret } }],
    [
      "a key with a prefix",
      { scheme: apiKey, in: "header", name: "Authorization", prefix: "ApiKey" },
      { apiKey: secret },
      { headers: { authorization: `ApiKey ${secret}` } },
    ],
    [
      "a key in the query",
      { scheme: apiKey, in: "query", name: "key" },
      { apiKey: "a b&c" },
      { query: { a: "1", key: "a b&c" } },
    ],
    ["nothing", none, {}, {}],
  ])("by %s", async (_, scheme, config, { headers, query }) => {
    expect(await send([scheme], config)).toEqual({
      ...request,
      headers: { ...request.headers, ...headers },
      query: query ?? request.query,
    });
  });

  it.each(["token", "apiKey"] as const)(
    "asks a function for the %s of every attempt",
    async (name) => {
      const provider = vi.fn(() => Promise.resolve(secret));
      const scheme = name === "token" ? token : header;
      await send([scheme], { [name]: provider });
      await send([scheme], { [name]: provider });
      expect(provider).toHaveBeenCalledTimes(2);
      const cause = new Error("no network");
      const failing = { [name]: () => Promise.reject(cause) };
      expect(await failure([scheme], failing)).toMatchObject({ property: name, cause });
    },
  );

  const lines = `${secret}\r\nx: y`;
  it.each<[string, AuthScheme, unknown]>([
    ["token", token, { token: lines }],
    ["token", token, { token: `${secret}\u{1f600}` }],
    ["token", token, { token: "" }],
    ["token", token, { token: { value: secret } }],
    ["token", token, { token: () => lines }],
    ["token", token, {}],
    ["apiKey", header, { apiKey: lines }],
    ["apiKey", header, {}],
    ["username", password, { username: `a:${secret}`, password: "b" }],
    ["username", password, { password: secret }],
    ["password", password, { username: "a", password: lines }],
    ["password", password, { username: secret }],
  ])("refuses an invalid or missing %s", async (property, scheme, config) => {
    expect(await failure([scheme], config as ClientConfig)).toMatchObject({ property });
  });
});

describe("AWS authentication", () => {
  it("signs for the region, the signing name and the time of the client", async () => {
    const context = contextOf({ credentials }, [aws]);
    expect(scopeOf(await authorize(request, context))).toBe(
      "20240101/eu-central-1/weather/aws4_request",
    );
    context.clock.correct(new Date(noon + 86_400_000).toUTCString());
    const { headers } = await authorize(request, context);
    expect(headers["x-amz-date"]).toBe("20240102T120000Z");
  });

  it("signs as the endpoint says", async () => {
    const authSchemes = [
      { name: "sigv4a", signingName: "other", signingRegionSet: ["*"] },
      { name: "sigv4", signingName: "s3-outposts", signingRegion: "us-west-2" },
    ];
    const endpoint = { url: "https://example.com", authSchemes };
    const sent = await send([aws], { credentials }, { endpoint });
    expect(scopeOf(sent)).toBe("20240101/us-west-2/s3-outposts/aws4_request");
  });

  it.each<[string, AuthScheme, EndpointAuthScheme | undefined, boolean]>([
    ["for Amazon S3", { ...aws, name: "s3" }, undefined, false],
    ["if the endpoint says so", aws, { name: "sigv4", disableDoubleEncoding: true }, false],
    ["but not for others", aws, { name: "sigv4", disableDoubleEncoding: false }, true],
  ])("encodes the path only once %s", async (_, scheme, authScheme, uriEscapePath) => {
    const authSchemes = authScheme === undefined ? undefined : [authScheme];
    const endpoint = { url: "https://example.com", authSchemes };
    const sent = await send([scheme], { credentials }, { endpoint });
    const service = scheme.name ?? "";
    const sdk = { credentials, service, region: "eu-central-1", sha256: Sha256, uriEscapePath };
    const given = { ...request, headers: { ...request.headers, host: "example.com" } };
    const expected = await new SignatureV4(sdk).sign(given, { signingDate: new Date(noon) });
    expect(sent.headers).toEqual({ ...expected.headers });
  });

  it("does not sign the body if the operation says so", async () => {
    const sent = await send([aws], { credentials }, { traits: { unsignedPayload: true } });
    expect(sent.headers["x-amz-content-sha256"]).toBe("UNSIGNED-PAYLOAD");
  });

  it("asks for credentials once for several operations", async () => {
    const provider = vi.fn(() => Promise.resolve(credentials));
    const context = contextOf({ credentials: provider }, [aws]);
    await Promise.all([authorize(request, context), authorize(request, { ...context })]);
    expect(provider).toHaveBeenCalledTimes(1);
  });

  it("says where to set credentials, and needs no region for that", async () => {
    const error = await failure([aws], { region: undefined });
    expect(error.property).toBe("credentials");
    expect(error.message).toMatch(/^Weather .*credentials.*AWS_ACCESS_KEY_ID/);
    expect(await failure([aws], { credentials, region: undefined })).toMatchObject({
      property: "region",
    });
  });

  it("is not needed if the configuration says so", async () => {
    expect(await send([aws], { credentials: false })).toEqual(request);
    expect(await send([sigV4a], { credentials: false })).toEqual(request);
    expect(await failure([token], { credentials: false })).toMatchObject({ property: "token" });
  });
});

describe("a signer of the configuration", () => {
  const sign = vi.fn<RequestSigner["sign"]>((given) => {
    given.headers["signed"] = "yes";
    return Promise.resolve(given);
  });
  beforeEach(() => {
    sign.mockClear();
  });

  it.each<[string, AuthScheme, Partial<AuthContext>, object]>([
    ["the client", aws, {}, { signingRegion: "eu-central-1", signingService: "weather" }],
    ["a scheme", sigV4a, {}, { signingRegion: "eu-central-1", signingService: "weather" }],
    ["another scheme", digest, {}, { signingRegion: "eu-central-1" }],
    [
      "the endpoint",
      aws,
      { endpoint: { url: "", authSchemes: [{ name: "sigv4a", signingRegionSet: ["*"] }] } },
      { signingRegion: "*", signingService: "weather" },
    ],
  ])("gets what %s says, and a request that it may change", async (_, scheme, more, expected) => {
    const sent = await send([scheme], { signer: { sign } }, more);
    expect(sent.headers).toEqual({ ...request.headers, host: "example.com", signed: "yes" });
    expect(sign.mock.calls[0]?.[1]).toEqual({ ...expected, signingDate: new Date(noon) });
  });

  it("gets no region if the client has none", async () => {
    await send([aws], { signer: { sign }, region: undefined });
    const options = { signingService: "weather", signingDate: new Date(noon) };
    expect(sign.mock.calls[0]?.[1]).toEqual(options);
  });

  it("can be that of the AWS SDK", async () => {
    const sdk = { credentials, service: "a", region: "us-east-1", sha256: Sha256 };
    const sent = await send([aws], { signer: new SignatureV4(sdk) });
    expect(sent.headers).toEqual((await send([aws], { credentials })).headers);
  });

  it("passes its error on as the cause", async () => {
    const cause = new Error("no key");
    const signer = { sign: () => Promise.reject(cause) };
    expect(await failure([aws], { signer })).toMatchObject({ property: "signer", cause });
  });
});

describe("a choice of schemes", () => {
  it.each<[string, readonly AuthScheme[], ClientConfig, string]>([
    ["the first one", [aws, token], { credentials, token: secret }, "AWS4"],
    ["the first one", [token, aws], { credentials, token: secret }, "Bearer"],
    ["what is configured", [aws, token], { token: secret }, "Bearer"],
    ["what is configured", [aws, token], { token: secret, credentials: false }, "Bearer"],
    ["what is supported", [digest, sigV4a, aws], { credentials }, "AWS4"],
    ["credentials", [aws, none], { credentials }, "AWS4"],
    ["nothing if that is enough", [aws, none], {}, ""],
    ["nothing for an operation without authentication", [], { credentials }, ""],
  ])("takes %s", async (_, schemes, config, expected) => {
    const { headers } = await send(schemes, config);
    expect((headers["authorization"] ?? "").startsWith(expected)).toBe(true);
    expect("authorization" in headers).toBe(expected !== "");
  });

  it("is that of the operation if it has one", async () => {
    const config = { credentials, token: secret };
    const sent = await send([aws], config, { traits: { auth: [token] } });
    expect(sent.headers["authorization"]).toBe(`Bearer ${secret}`);
    expect(await send([aws], config, { traits: { auth: [] } })).toEqual(request);
  });

  it("says everything that could be set", async () => {
    const { message, property } = await failure([digest, aws, token], {});
    expect(property).toBe("signer");
    expect(message).toMatch(/smithy\.api#httpDigestAuth.*signer.*AWS_ACCESS_KEY_ID.*token/);
  });

  it("does not hide what is wrong with the first one", async () => {
    const config = { credentials: { accessKeyId: "a\n", secretAccessKey: secret }, token: secret };
    expect(await failure([aws, token], config)).toMatchObject({ property: "credentials" });
  });

  it.each(["sigv4a", "sigv4-s3express"])("needs a signer for an endpoint with %s", async (name) => {
    const endpoint = { url: "https://example.com", authSchemes: [{ name }] };
    const error = await failure([aws], { credentials }, { endpoint });
    expect(error.property).toBe("signer");
    expect(error.message).toContain(`aws.auth#${name} `);
  });
});
