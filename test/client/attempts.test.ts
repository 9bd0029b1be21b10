import { Readable } from "node:stream";
import type { HttpRequest } from "@smithy/types";
import type { ClientConfig, RetryEvent } from "apigatewayv2-codec/client";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { member, model, operation, simple, structure } from "../codegen/support/models.js";
import { verifyV4 } from "./auth/support/verify-v4.js";
import { importClient, type AnyClient } from "./support/import-client.js";
import { startRecorder } from "./support/recorder.js";
import { StubHandler, type Answer } from "./support/stub-handler.js";

const { open } = await importClient(
  "client-attempts",
  model(
    {
      Create: operation("/create/{id}", { input: "Creation", errors: ["Busy", "Crowded"] }),
      Named: operation("/named", { input: "Name" }),
      Put: operation("/put", { method: "PUT", input: "Upload" }),
      Pour: operation("/pour", { method: "PUT", input: "Stream" }),
      Creation: structure({
        id: member("String", { httpLabel: {}, required: {} }),
        token: member("String", { idempotencyToken: {} }),
        filter: member("String", { httpQuery: "filter" }),
        text: "String",
      }),
      Name: structure({
        token: member("String", { idempotencyToken: {}, httpHeader: "x-token" }),
      }),
      Upload: structure({ data: member("Blob", { httpPayload: {} }) }),
      Stream: structure({ data: member("Bytes", { httpPayload: {}, default: "" }) }),
      Bytes: simple("blob", { streaming: {} }),
      Busy: structure({ message: "String" }, { error: "client", retryable: {} }),
      Crowded: structure(
        { message: "String" },
        { error: "client", retryable: { throttling: true } },
      ),
    },
    { traits: { "aws.protocols#restJson1": {}, "aws.auth#sigv4": { name: "weather" } } },
  ),
);

const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "s3cr3t" };
const start = Date.UTC(2026, 0, 31, 23, 59, 58, 700);

function client(requestHandler: StubHandler, config: ClientConfig = {}): AnyClient {
  const endpoint = "https://example.com";
  return open({ region: "eu-central-1", endpoint, credentials, requestHandler, ...config });
}

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Waits for a call whose timers are fake, however long it waits. */
async function finish<Result>(call: Promise<Result> | undefined): Promise<Result> {
  if (call === undefined) throw new Error("There is no such method.");
  const state = { pending: true };
  const end = (): void => {
    state.pending = false;
  };
  call.then(end, end);
  while (state.pending) await vi.advanceTimersByTimeAsync(100);
  return call;
}

const busy: Answer = { statusCode: 503, headers: { "retry-after": "2" } };
const failures: readonly Answer[] = [
  busy,
  { statusCode: 500 },
  { statusCode: 429 },
  { failure: Object.assign(new Error("lost"), { code: "ECONNRESET" }) },
  { statusCode: 400, headers: { "x-amzn-errortype": "Busy" } },
  { statusCode: 400, headers: { "x-amzn-errortype": "Crowded" } },
  { statusCode: 400, headers: { "x-amzn-errortype": "ThrottlingException" } },
];

/** A request without what is new in each attempt. */
function kept(request: HttpRequest | undefined): unknown {
  if (request === undefined) throw new Error("Nothing was sent.");
  const { headers, ...rest } = request;
  const names = Object.keys(headers).filter((name) => !/^(authorization|x-amz-date)$/.test(name));
  return { ...rest, headers: Object.fromEntries(names.map((name) => [name, headers[name]])) };
}

function dateOf(request: HttpRequest | undefined): string | undefined {
  return request?.headers["x-amz-date"];
}

describe("the attempts of a call", () => {
  it("send the same, with the same token, which is made once", async () => {
    const text = fc.string({ unit: "grapheme", minLength: 1 });
    await fc.assert(
      fc.asyncProperty(
        fc.record({ id: text, filter: text, text }, { requiredKeys: ["id"] }),
        fc.constantFrom(...failures),
        fc.constantFrom(...failures),
        async (given, ...answers) => {
          fc.pre(!/^\.\.?$/.test(given.id));
          const handler = new StubHandler(...answers, {});
          await finish(client(handler)["create"]?.(given));
          const [first, second, third, ...more] = handler.requests;
          expect(more).toEqual([]);
          expect(kept(second)).toEqual(kept(first));
          expect(kept(third)).toEqual(kept(first));
          expect(JSON.parse(first?.body as string)).toHaveProperty("token");
        },
      ),
      { numRuns: 50 },
    );
    const idempotencyToken = vi.fn(() => "made once");
    const handler = new StubHandler(busy, busy, {});
    const api = client(handler, { idempotencyToken });
    await finish(api["named"]?.());
    expect(handler.requests.map(({ headers }) => headers["x-token"])).toEqual(
      Array.from({ length: 3 }, () => "made once"),
    );
    expect(idempotencyToken).toHaveBeenCalledOnce();
    await finish(api["named"]?.({ token: "mine" }));
    expect(handler.requests.at(-1)?.headers["x-token"]).toBe("mine");
  });

  it("do not change with the input", async () => {
    const handler = new StubHandler(busy, {});
    const given = { id: "a", text: "before" };
    const call = client(handler)["create"]?.(given);
    given.text = "after";
    await finish(call);
    expect(kept(handler.requests[1])).toEqual(kept(handler.requests[0]));
    expect(handler.requests[0]?.body).toContain("before");
  });

  it("are signed at their own times", async () => {
    const handler = new StubHandler(busy, busy, {});
    await finish(client(handler)["create"]?.({ id: "a", text: "b" }));
    expect(handler.requests.map(dateOf)).toEqual([
      "20260131T235958Z",
      "20260201T000000Z",
      "20260201T000002Z",
    ]);
    for (const { method, path, headers, body } of handler.requests) {
      const sent = { method, target: path, headers, body: body as string };
      expect(verifyV4(sent, credentials.secretAccessKey, true)).toHaveProperty("signed");
    }
    expect(new Set(handler.requests.map(({ headers }) => headers["authorization"])).size).toBe(3);
  });

  it("ask for credentials again when those of the first have expired", async () => {
    const handler = new StubHandler(busy, {});
    const provider = vi.fn(() =>
      Promise.resolve({
        ...credentials,
        accessKeyId: `AKID${String(provider.mock.calls.length)}`,
        expiration: new Date(Date.now() + 301_000),
      }),
    );
    await finish(client(handler, { credentials: provider })["create"]?.({ id: "a" }));
    const keys = handler.requests.map(
      ({ headers }) => /Credential=(\w+)/.exec(headers["authorization"] ?? "")?.[1],
    );
    expect(keys).toEqual(["AKID1", "AKID2"]);
  });
});

describe("a body", () => {
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(new Uint8Array([1, 2]));
  };

  it.each<[string, string, () => unknown]>([
    ["of bytes", "put", () => new Uint8Array([1, 2, 3])],
    ["of streaming bytes", "pour", () => new Uint8Array([1, 2, 3])],
    ["of a Blob", "pour", () => new Blob(["abc"])],
    ["of text", "pour", () => "abc"],
  ])("%s is sent again", async (_, name, create) => {
    const handler = new StubHandler(busy, busy, {});
    const data = create();
    await finish(client(handler)[name]?.({ data }));
    expect(handler.requests.map(({ body }: HttpRequest): unknown => body)).toEqual([
      data,
      data,
      data,
    ]);
  });

  it.each<[string, () => unknown]>([
    ["a stream of Node.js", () => Readable.from([Buffer.from("abc")])],
    ["a stream of the web", () => new Blob(["abc"]).stream()],
    ["an async iterable", chunks],
  ])("of %s is not sent again", async (_, create) => {
    for (const answer of failures) {
      const onRetry = vi.fn();
      const handler = new StubHandler(answer, {});
      const result = await finish(client(handler, { onRetry })["pour"]?.safe({ data: create() }));
      expect(result.ok).toBe(false);
      expect(result.error?.["$metadata"]).toMatchObject({ attempts: 1 });
      expect(handler.requests).toHaveLength(1);
      expect(onRetry).not.toHaveBeenCalled();
    }
  });
});

describe("the wait between attempts", () => {
  it.each<[string, Record<string, string>, number, number]>([
    ["seconds", { "retry-after": "3" }, 3000, 3000],
    ["a date", { "Retry-After": new Date(start + 4300).toUTCString() }, 4300, 4300],
    ["milliseconds", { "x-amz-retry-after": "1234" }, 1234, 1234],
    ["longer than the limit", { "retry-after": "3600" }, 5000, 5050],
    ["a time that is over", { "retry-after": new Date(start - 1000).toUTCString() }, 0, 50],
    ["nothing that can be read", { "retry-after": "soon" }, 0, 50],
    ["nothing", {}, 0, 50],
  ])("is what the service asks for: %s", async (_, headers, least, most) => {
    const events: RetryEvent[] = [];
    const handler = new StubHandler({ statusCode: 503, headers }, {});
    const onRetry = (event: RetryEvent): void => void events.push(event);
    const call = client(handler, { onRetry })["create"]?.({ id: "a" });
    await vi.advanceTimersByTimeAsync(0);
    const [{ delay } = { delay: NaN }] = events;
    expect(delay).toBeGreaterThanOrEqual(least);
    expect(delay).toBeLessThanOrEqual(most);
    expect(vi.getTimerCount()).toBe(1);
    if (delay > 0) await vi.advanceTimersByTimeAsync(delay - 1);
    expect(handler.requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    await call;
    expect(handler.requests).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("ends with the signal, and no attempt follows", async () => {
    const handler = new StubHandler(busy, {});
    const controller = new AbortController();
    const call = client(handler)["create"]?.safe({ id: "a" }, { signal: controller.signal });
    await vi.advanceTimersByTimeAsync(1000);
    controller.abort("enough");
    expect(await call).toMatchObject({
      ok: false,
      error: { name: "AbortError", cause: "enough", $metadata: { attempts: 1 } },
    });
    expect(handler.requests).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("onRetry", () => {
  it.each<[Answer, Partial<RetryEvent>]>([
    [busy, { errorName: "UnknownError", statusCode: 503, delay: 2000 }],
    [
      { statusCode: 429, headers: { "x-amzn-errortype": "Crowded", "retry-after": "2" } },
      { errorName: "Crowded", statusCode: 429, delay: 2000 },
    ],
    [
      { failure: new Error("lost") },
      { errorName: "ConnectionError", statusCode: undefined, delay: expect.any(Number) as number },
    ],
  ])("sees what failed, and how long the wait is: %j", async (answer, expected) => {
    const events: unknown[] = [];
    const handler = new StubHandler(answer, answer, {});
    const onRetry = (event: RetryEvent): void => void events.push(event);
    await finish(client(handler, { onRetry })["create"]?.({ id: "a" }));
    const common = { service: "Weather", operation: "Create" };
    expect(events).toEqual([1, 2].map((attempt) => ({ ...common, attempt, ...expected })));
  });
});

describe("a clock that is wrong", () => {
  const hour = 3_600_000;
  const skewed = (code: string): Answer => ({
    statusCode: 403,
    headers: { date: new Date(start + hour).toUTCString(), "x-amzn-errortype": code },
  });

  it.each(["RequestTimeTooSkewed", "RequestExpired", "InvalidSignatureException"])(
    "is corrected by the header Date of %s, for later calls, too",
    async (code) => {
      const handler = new StubHandler(skewed(code), {});
      const api = client(handler);
      await finish(api["create"]?.({ id: "a" }));
      await finish(api["create"]?.({ id: "a" }));
      const [first, ...others] = handler.requests.map(dateOf);
      expect(first).toBe("20260131T235958Z");
      expect(others).toHaveLength(2);
      for (const date of others) expect(date).toMatch(/^20260201T00595[89]Z$/);
    },
  );

  it("is corrected once for calls at once, of which each is sent again", async () => {
    const handler = new StubHandler(...[1, 2, 3].map(() => skewed("RequestTimeTooSkewed")), {});
    const api = client(handler);
    const calls = [1, 2, 3].map(async () => api["create"]?.safe({ id: "a" }));
    const results = await finish(Promise.all(calls));
    expect(results.map((result) => result?.ok)).toEqual([true, true, true]);
    expect(handler.requests).toHaveLength(6);
  });

  it("is not the reason if the time of the answer is right", async () => {
    const headers = {
      date: new Date(start).toUTCString(),
      "x-amzn-errortype": "InvalidSignatureException",
    };
    const handler = new StubHandler({ statusCode: 403, headers }, {});
    const result = await finish(client(handler)["create"]?.safe({ id: "a" }));
    expect(result).toMatchObject({ ok: false, error: { $metadata: { attempts: 1 } } });
  });
});

describe("a streaming input by fetch", () => {
  it("is signed without its bytes, and arrives in full", async () => {
    vi.useRealTimers();
    const recorder = await startRecorder();
    const api = open({ region: "eu-central-1", endpoint: recorder.endpoint, credentials });
    const sizes = [0, 1, 100_000, 3];
    const data = new ReadableStream({
      async pull(controller) {
        const size = sizes.shift();
        if (size === undefined) controller.close();
        else if (size > 0) controller.enqueue(new Uint8Array(size).fill(size % 256));
        else controller.enqueue(await Promise.resolve(new Uint8Array([9])));
      },
    });
    await api["pour"]?.({ data });
    const [request] = recorder.requests;
    await recorder.stop();
    expect(request?.headers["x-amz-content-sha256"]).toBe("UNSIGNED-PAYLOAD");
    expect(request?.headers["transfer-encoding"]).toBe("chunked");
    expect(request?.body).toHaveLength(100_005);
    expect(verifyV4(request as never, credentials.secretAccessKey, true)).toHaveProperty("signed");
  });
});
