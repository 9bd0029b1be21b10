import { createServer, type AddressInfo } from "node:net";
import { inspect } from "node:util";
import { FetchHttpHandler } from "@smithy/fetch-http-handler";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import type { HttpRequest } from "@smithy/types";
import type { ClientConfig, HttpHandler } from "apigatewayv2-codec/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { map, member, model, operation, simple, structure } from "../codegen/support/models.js";
import { importClient, type AnyClient } from "./support/import-client.js";
import { MisbehavingServer } from "./support/misbehaving-server.js";
import { StubHandler } from "./support/stub-handler.js";

/** Everything secret contains this, in letters that no encoding changes. */
const mark = "hunter2";

const credentials = {
  accessKeyId: `AKIA${mark}`,
  secretAccessKey: `${mark}key`,
  sessionToken: `${mark}session`,
};
const others = {
  apiKey: `${mark}api`,
  token: `${mark}token`,
  username: "u",
  password: `${mark}pw`,
};
const input = {
  label: `${mark}label`,
  query: `${mark}query`,
  params: { a: `${mark}params` },
  header: `${mark}header`,
  prefixed: { [`${mark}name`]: `${mark}prefixed` },
  secret: `${mark}body`,
};

const bound = (trait: string, value: unknown): object => member("Secret", { [trait]: value });
const { open } = await importClient(
  "client-secrets",
  model(
    {
      Send: operation("/send/{label}/{name}", { input: "Sent", output: "Answer" }),
      Hosted: operation("/hosted/{name}", {
        input: "Host",
        traits: { endpoint: { hostPrefix: "{account}." } },
      }),
      Asked: operation("/asked/{name}", { input: "Question" }),
      Keyed: operation("/keyed/{name}", {
        input: "Named",
        traits: { auth: ["smithy.api#httpApiKeyAuth"] },
      }),
      Token: operation("/token/{name}", {
        input: "Named",
        traits: { auth: ["smithy.api#httpBearerAuth"] },
      }),
      Basic: operation("/basic/{name}", {
        input: "Named",
        traits: { auth: ["smithy.api#httpBasicAuth"] },
      }),
      Sent: structure({
        label: member("Secret", { httpLabel: {}, required: {} }),
        name: member("String", { httpLabel: {}, required: {} }),
        query: bound("httpQuery", "query") as never,
        params: member("Secrets", { httpQueryParams: {} }),
        header: bound("httpHeader", "x-secret") as never,
        prefixed: member("Secrets", { httpPrefixHeaders: "x-p-" }),
        secret: "Secret",
      }),
      Host: structure({
        account: member("Secret", { hostLabel: {}, required: {} }),
        name: member("String", { httpLabel: {}, required: {} }),
      }),
      Question: structure({
        query: bound("httpQuery", "query") as never,
        name: member("String", { httpLabel: {}, required: {} }),
      }),
      Named: structure({ name: member("String", { httpLabel: {}, required: {} }) }),
      Answer: structure({ secret: "Secret", count: "Integer" }),
      Secret: simple("string", { sensitive: {}, length: { max: 40 } }),
      Secrets: map("Secret", { sensitive: {} }, member("Secret")),
    },
    {
      traits: {
        "aws.protocols#restJson1": {},
        "aws.auth#sigv4": { name: "weather" },
        "smithy.api#httpApiKeyAuth": { name: "key", in: "query" },
        "smithy.api#httpBasicAuth": {},
        "smithy.api#httpBearerAuth": {},
        "smithy.api#auth": ["aws.auth#sigv4"],
      },
    },
  ),
);

let server: MisbehavingServer;
let refusing: string;

beforeAll(async () => {
  server = await MisbehavingServer.start();
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
  refusing = `http://127.0.0.1:${String((closed.address() as AddressInfo).port)}`;
  await new Promise((resolve) => closed.close(resolve));
});
afterAll(async () => {
  await server.stop();
});

/** Everything that a failing call shows: its error in full, and what its hooks get. */
async function shownBy(
  config: ClientConfig,
  call: (client: AnyClient) => Promise<unknown> | undefined,
): Promise<string> {
  const events: unknown[] = [];
  const note = (event: unknown): void => void events.push(event);
  const client = open({
    ...{ region: "eu-central-1", endpoint: server.endpoint, credentials, ...others },
    ...{ onRequest: note, onResponse: note, onRetry: note, maxAttempts: 2, ...config },
  });
  const error: unknown = await call(client)?.then(
    () => expect.fail("The call has not failed."),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Error);
  const { message, stack } = error as Error;
  return [message, stack, inspect(error, { depth: 20 }), inspect(events, { depth: 20 })].join("\n");
}

function expectNoSecret(text: string): void {
  expect(text).not.toContain(mark);
  expect(text).not.toMatch(/AWS4-HMAC-SHA256|[0-9a-f]{64}/);
}

const calls = ["send", "asked", "keyed", "token", "basic"];

const transports: readonly (readonly [string, () => HttpHandler | undefined])[] = [
  ["fetch", () => undefined],
  ["@smithy/node-http-handler", () => new NodeHttpHandler()],
  ["@smithy/fetch-http-handler", () => new FetchHttpHandler()],
];

describe.each(transports)("no secret is shown by %s", (_, create) => {
  const requestHandler = create();

  it.each([
    ...["never-answers", "head-then-nothing", "resets", "half-body", "garbage", "bad-length"],
    ...["html", "half-json", "json-list", "html-403", "html-502", "busy", "skewed"],
    ...["throttles", "no-text", "status-418"],
  ])("when the server misbehaves: %s", async (name) => {
    // The others have no output, and do not read what they get.
    const isBody = /^(html|half-json|json-list|no-text)$/.test(name);
    await Promise.all(
      (isBody ? ["send"] : calls).map(async (call) => {
        const config = { requestHandler, timeout: 200 };
        const given = { ...input, name };
        expectNoSecret(await shownBy(config, async (client) => client[call]?.(given)));
      }),
    );
  });

  it("when the connection is refused", async () => {
    const endpoint = refusing;
    for (const call of calls) {
      const config = { requestHandler, endpoint };
      const given = { ...input, name: "good" };
      const shown = await shownBy(config, async (client) => client[call]?.(given));
      expect(shown).toContain("ECONNREFUSED");
      expectNoSecret(shown);
    }
  });

  it("when the name of the host is not found", async () => {
    const config = { requestHandler, endpoint: "http://host.invalid", timeout: 5000 };
    const given = { account: `${mark}host`, name: "good" };
    expectNoSecret(await shownBy(config, async (client) => client["hosted"]?.(given)));
  });

  it("when the call is aborted", async () => {
    const config = { requestHandler };
    const given = { ...input, name: "never-answers" };
    const shown = await shownBy(config, async (client) =>
      client["send"]?.(given, { signal: AbortSignal.timeout(50) }),
    );
    expectNoSecret(shown);
  });
});

describe("no secret is shown", () => {
  it.each<[string, ClientConfig]>([
    [
      "an access key with a line break",
      { credentials: { ...credentials, accessKeyId: `${mark}\n` } },
    ],
    [
      "a secret key with a line break",
      { credentials: { ...credentials, secretAccessKey: `${mark}\n` } },
    ],
    [
      "a session token with a line break",
      { credentials: { ...credentials, sessionToken: `${mark}\n` } },
    ],
    ["credentials of another type", { credentials: mark as never }],
    ["credentials that are missing", { credentials: {} as never }],
    ["a provider that fails", { credentials: () => Promise.reject(new Error("no network")) }],
    ["a provider of nothing", { credentials: () => Promise.resolve({ key: mark } as never) }],
    ["a signer that fails", { signer: { sign: () => Promise.reject(new Error("no key")) } }],
    ["an endpoint with a password", { endpoint: `https://user:${mark}@example.com` }],
    ["an endpoint with a query", { endpoint: `https://example.com?key=${mark}` }],
    ["an endpoint of another type", { endpoint: { key: mark } as never }],
    ["no region", { region: "" }],
  ])("of %s", async (_, config) => {
    const given = { ...input, name: "good" };
    expectNoSecret(await shownBy(config, async (client) => client["send"]?.(given)));
  });

  it.each<[string, string, ClientConfig]>([
    ["keyed", "an API key with a line break", { apiKey: `${mark}\n` }],
    ["keyed", "an API key of another type", { apiKey: { mark } as never }],
    ["keyed", "a provider that fails", { apiKey: () => Promise.reject(new Error("no network")) }],
    ["token", "a token with a line break", { token: `${mark}\n` }],
    ["basic", "a password with a line break", { password: `${mark}\n` }],
    ["basic", "a user name with a colon", { username: `${mark}:` }],
  ])("by %s of %s", async (name, _, config) => {
    expectNoSecret(await shownBy(config, async (client) => client[name]?.({ name: "good" })));
  });

  it.each([
    ["a header with a line break", { header: `${mark}\r\nx: y` }],
    ["a header that is not Latin-1", { header: `${mark}\u{1f600}` }],
    ["a header of another type", { header: { mark } }],
    ["the name of a header", { prefixed: { [`${mark} `]: "a" } }],
    ["the value of a header with a prefix", { prefixed: { a: `${mark}\n` } }],
    ["a query with half a character", { query: `${mark}\ud800` }],
    ["a query of another type", { query: { mark } }],
    ["a list in place of parameters", { params: [mark] }],
    ["parameters with half a character", { params: { [`${mark}\ud800`]: "a" } }],
    ["a label with half a character", { label: `${mark}\ud800` }],
    ["a label of another type", { label: [mark] }],
  ])("of %s", async (_, wrong) => {
    const given = { ...input, ...wrong, name: "good" };
    expectNoSecret(await shownBy({}, async (client) => client["send"]?.(given)));
  });

  it.each([`${mark}.example`, `${mark}/`, `${mark} `, { mark }])(
    "of a host label such as %j",
    async (account) => {
      const given = { account, name: "good" };
      const config = { requestHandler: new StubHandler({ statusCode: 400 }) };
      expectNoSecret(await shownBy(config, async (client) => client["hosted"]?.(given)));
    },
  );

  it.each([
    { label: mark.repeat(9) },
    { query: mark.repeat(9) },
    { params: { [mark.repeat(9)]: "a" } },
    { prefixed: { a: mark.repeat(9) } },
    { secret: mark.repeat(9) },
  ])("of an input that breaks a constraint", async (wrong) => {
    const given = { ...input, ...wrong, name: "good" };
    const shown = await shownBy({ validate: true }, async (client) => client["send"]?.(given));
    expect(shown).toContain("ValidationException");
    expectNoSecret(shown);
  });

  it.each([
    `{"secret":"${mark}" "count":1}`,
    `{"secret":"${mark}","count":"${mark}"}`,
    `{"secret":["${mark}"]}`,
    mark,
    `{"secret":"${mark}`,
  ])("of an answer that cannot be read: %s", async (body) => {
    const config = { requestHandler: new StubHandler({ body }) };
    const given = { ...input, name: "good" };
    const shown = await shownBy(config, async (client) => client["send"]?.(given));
    expectNoSecret(shown);
  });

  // Deno and Bun do so.
  it.each(["send", "asked", "hosted", "keyed"])(
    "by a transport that names the URL of %s",
    async (name) => {
      const requestHandler = {
        async handle({ hostname, path, query }: HttpRequest): Promise<never> {
          const url = `https://${hostname}${path}?${new URLSearchParams(query as never).toString()}`;
          await Promise.resolve();
          throw Object.assign(new TypeError(`cannot send a request to ${url}`), { url });
        },
      };
      const given = { ...input, account: mark, name: "good" };
      expectNoSecret(await shownBy({ requestHandler }, async (client) => client[name]?.(given)));
      const code = "ECONNREFUSED";
      const handle = (): Promise<never> => Promise.reject(Object.assign(new Error(mark), { code }));
      const shown = await shownBy({ requestHandler: { handle } }, async (client) =>
        client[name]?.(given),
      );
      expect(shown).toContain(code);
      expectNoSecret(shown);
    },
  );
});

describe("the URL in the events of hooks", () => {
  it.each([
    ["send", "http://127.0.0.1:1"],
    ["hosted", ""],
    ["asked", "http://127.0.0.1:1/asked/good"],
    ["keyed", "http://127.0.0.1:1/keyed/good"],
    ["token", "http://127.0.0.1:1/token/good"],
  ])("has what may be shown of %s", async (name, expected) => {
    const urls: string[] = [];
    const requestHandler = new StubHandler();
    const onRequest = ({ url }: { url: string }): void => void urls.push(url);
    const endpoint = "http://127.0.0.1:1";
    const client = open({
      ...{ region: "eu-central-1", endpoint, credentials, ...others },
      ...{ requestHandler, onRequest },
    });
    await client[name]?.({ ...input, account: mark, name: "good" });
    expect(urls).toEqual([expected]);
  });
});
