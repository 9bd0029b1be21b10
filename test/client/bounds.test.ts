import { getEventListeners } from "node:events";
import { Agent } from "node:http";
import { Readable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { HttpResponse } from "@smithy/core/protocols";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { ApiGatewayV2ServiceException, SerializationException } from "apigatewayv2-codec";
import {
  AbortError,
  ApiGatewayV2,
  ConnectionError,
  metadataOf,
  TimeoutError,
  type CallOptions,
  type ClientConfig,
} from "apigatewayv2-codec/client";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MisbehavingServer } from "./support/misbehaving-server.js";
import type { Misbehaviour } from "./support/misbehaviours.js";

/** How a call of one attempt ends: with an output, an error of the client, or a status of the service. */
type Outcome = "output" | "connection" | "timeout" | "serialization" | number;

const outcomes: Readonly<
  Record<Misbehaviour, Outcome | { readonly fetch: Outcome; readonly node: Outcome }>
> = {
  good: "output",

  "never-answers": "timeout",
  "head-then-nothing": "timeout",
  "half-head-then-nothing": "timeout",
  "endless-body": "timeout",
  "slow-drip": "timeout",
  "slow-head": "timeout",
  "endless-early-hints": "timeout",
  "long-length": "timeout",

  closes: "connection",
  resets: "connection",
  "half-head": "connection",
  "half-body": "connection",
  "half-chunk": "connection",
  "no-last-chunk": "connection",
  "reset-in-body": "connection",
  "long-length-and-end": "connection",

  garbage: "connection",
  binary: "connection",
  "bad-length": "connection",
  "negative-length": "connection",
  "bad-chunk": "connection",
  "gigantic-headers": "connection",
  "many-headers": "connection",
  "no-status": "connection",

  html: "serialization",
  "html-403": 403,
  "html-502": 502,
  "half-json": "serialization",
  "short-length": "serialization",
  "json-list": "serialization",
  "wrong-type": "serialization",
  "no-text": "serialization",
  empty: "output",
  "deep-json": "output",
  // The handler does not decompress, and the body is what it is without compression.
  "no-gzip": { fetch: "connection", node: "output" },
  "no-content": "output",

  moved: 301,
  found: 302,
  redirect: 307,
  "not-modified": 304,
  // Node's fetch refuses the status 100 that it has not asked for.
  continues: { fetch: "connection", node: "output" },
  "early-hints": "output",
  // The handler does not notice that the connection is closed.
  "switches-protocols": { fetch: "connection", node: "timeout" },
  "status-418": 418,
  "status-599": 599,

  busy: 503,
  "busy-once": 503,
  "busy-twice": 503,
  "busy-thrice": 503,
  throttles: 400,
  "throttles-once-for-seconds": 429,
  "throttles-once-until-date": 429,
  "lost-once": "connection",
  "half-body-once": "connection",
  "skewed-once": 403,
  skewed: 403,
};

const names = Object.keys(outcomes) as Misbehaviour[];

type Transport = "fetch" | "node";

function outcomeOf(name: Misbehaviour, transport: Transport): Outcome {
  const outcome = outcomes[name];
  return typeof outcome === "object" ? outcome[transport] : outcome;
}

/** Requests that fail however often they are sent. */
function failingBy(transport: Transport): Misbehaviour[] {
  return names.filter(
    (name) => outcomeOf(name, transport) !== "output" && !/-(once|twice|thrice)/.test(name),
  );
}

const errorClasses = {
  connection: ConnectionError,
  timeout: TimeoutError,
  serialization: SerializationException,
} as const;

const ownErrors = [
  ...Object.values(errorClasses),
  AbortError,
  ApiGatewayV2ServiceException,
] as const;

/** The handler warns of requests that take long, which is the purpose of the tests. */
const silent = (): void => undefined;
const logger = { debug: silent, info: silent, warn: silent, error: silent };

const transports = [
  { name: "fetch", create: () => undefined },
  {
    name: "node",
    // Without idle connections, every open socket at the end is a leak.
    create: () => new NodeHttpHandler({ httpAgent: new Agent({ keepAlive: false }), logger }),
  },
] as const;

describe.each(transports)("by $name, whatever the server does,", ({ name: transport, create }) => {
  const requestHandler = create();
  let server: MisbehavingServer;
  /** Another path for every test, since some requests are treated by how often they were sent. */
  let place = 0;

  const open = (config: ClientConfig = {}): ApiGatewayV2 =>
    new ApiGatewayV2({
      endpoint: `${server.endpoint}/${String(place)}`,
      region: "eu-central-1",
      credentials: false,
      maxAttempts: 1,
      ...(requestHandler === undefined ? {} : { requestHandler }),
      ...config,
    });
  const timers = (): number =>
    process.getActiveResourcesInfo().filter((resource) => resource === "Timeout").length;
  /** What is left: fetch closes idle connections after 4 s, and the handler ends some timers after 3 s. */
  const leftOvers = async (): Promise<{ sockets: number; timers: number }> => {
    // The test runner has one or two timers of its own.
    const count = () => ({ sockets: server.openSockets, timers: Math.max(0, timers() - 2) });
    for (let tries = 0; tries < 300; tries++) {
      const { sockets, timers } = count();
      if (sockets === 0 && timers === 0) break;
      await setTimeout(100);
    }
    return count();
  };

  beforeAll(async () => {
    server = await MisbehavingServer.start();
  });
  afterAll(async () => {
    requestHandler?.destroy();
    await server.stop();
  });

  it.each(names)("a call ends with a clear result: %s", async (name) => {
    place++;
    const result = await open({ timeout: 300 }).getApi.safe({ ApiId: name });
    const outcome = outcomeOf(name, transport);
    if (result.ok) {
      expect("output").toBe(outcome);
      return;
    }
    const { error } = result;
    if (typeof outcome === "number") {
      expect(error).toBeInstanceOf(ApiGatewayV2ServiceException);
      expect(error.$metadata).toMatchObject({ httpStatusCode: outcome, attempts: 1 });
      return;
    }
    expect(outcome).not.toBe("output");
    expect(error).toBeInstanceOf(errorClasses[outcome as keyof typeof errorClasses]);
    if (outcome === "connection") expect(error.cause).toBeInstanceOf(Error);
  });

  it("no redirect is followed", async () => {
    place++;
    const before = server.targets.length;
    for (const name of ["moved", "found", "redirect"]) await open().getApi.safe({ ApiId: name });
    const targets = server.targets.slice(before).map((target) => target.replace(/^.*\//, ""));
    expect(targets).toEqual(["moved", "found", "redirect"]);
  });

  it.each<[Misbehaviour, number]>([
    ["busy-once", 2],
    ["busy-twice", 3],
    ["lost-once", 2],
    ["half-body-once", 2],
  ])("a call is retried until it succeeds: %s", async (name, attempts) => {
    place++;
    const output = await open({ maxAttempts: 3 }).getApi({ ApiId: name });
    expect(output).toEqual({ ApiId: "a1", Name: "orders" });
    expect(metadataOf(output)).toMatchObject({ httpStatusCode: 200, attempts });
  });

  it.each<Misbehaviour>(["throttles-once-for-seconds", "throttles-once-until-date"])(
    "a call waits as long as the service asks it to: %s",
    async (name) => {
      place++;
      const output = await open({ maxAttempts: 3 }).getApi({ ApiId: name });
      expect(metadataOf(output)?.attempts).toBe(2);
      expect(metadataOf(output)?.totalRetryDelay).toBeGreaterThan(900);
      expect(metadataOf(output)?.totalRetryDelay).toBeLessThan(6000);
    },
  );

  it.each<[Misbehaviour, number]>([
    ["busy", 3],
    ["busy-thrice", 3],
    ["half-body", 3],
    ["html-502", 3],
    ["half-json", 1],
    ["status-418", 1],
  ])("a call has as many attempts as make sense: %s", async (name, attempts) => {
    place++;
    const before = server.requests;
    const result = await open({ maxAttempts: 3 }).getApi.safe({ ApiId: name });
    expect(server.requests - before).toBe(attempts);
    expect(result.ok ? undefined : result.error.$metadata).toMatchObject({ attempts });
  });

  it("a clock that is wrong is corrected once", async () => {
    place++;
    const credentials = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "secret" };
    const output = await open({ credentials, maxAttempts: 3 }).getApi({ ApiId: "skewed-once" });
    expect(metadataOf(output)?.attempts).toBe(2);
    const result = await open({ credentials, maxAttempts: 3 }).getApi.safe({ ApiId: "skewed" });
    expect(result).toMatchObject({
      ok: false,
      error: { name: "RequestTimeTooSkewed", $metadata: { attempts: 2 } },
    });
  });

  it("a connection that is refused or closed at once is a ConnectionError with its cause", async () => {
    const closing = await MisbehavingServer.start(true);
    const { endpoint } = closing;
    const closed = await open({ endpoint }).getApi.safe({ ApiId: "good" });
    await closing.stop();
    const refused = await open({ endpoint }).getApi.safe({ ApiId: "good" });
    for (const result of [closed, refused]) {
      const error = result.ok ? undefined : result.error;
      expect(error).toBeInstanceOf(ConnectionError);
      expect(error?.cause).toBeInstanceOf(Error);
      expect(error?.message).toContain(endpoint);
    }
  });

  it("a thousand failing calls leave no socket, timer or listener behind", async () => {
    place++;
    const failing = failingBy(transport);
    const { signal } = new AbortController();
    const api = open({ maxAttempts: 2 });
    const results = { failed: 0, others: 0 };
    for (let batch = 0; batch < 10; batch++) {
      const calls = Array.from({ length: 100 }, async (_, index) => {
        const ApiId = failing[(batch * 100 + index) % failing.length] ?? "never-answers";
        // A long one would still be there at the end if it were not ended with the call.
        const timeout = outcomeOf(ApiId, transport) === "timeout" ? 100 : 600_000;
        const result = await api.getApi.safe({ ApiId }, { signal, timeout });
        const isOwn = !result.ok && ownErrors.some((Class) => result.error instanceof Class);
        results[isOwn ? "failed" : "others"]++;
      });
      await Promise.all(calls);
      expect(getEventListeners(signal, "abort")).toEqual([]);
    }
    expect(results).toEqual({ failed: 1000, others: 0 });
    expect(await leftOvers()).toEqual({ sockets: 0, timers: 0 });
  });

  it("a thousand calls at once get their outputs", async () => {
    const api = open();
    const outputs = await Promise.all(
      Array.from({ length: 1000 }, async () => api.getApi({ ApiId: "good" })),
    );
    expect(new Set(outputs.map((output) => JSON.stringify(output)))).toEqual(
      new Set(['{"ApiId":"a1","Name":"orders"}']),
    );
  });

  it("an aborted call ends with an AbortError, at any moment", async () => {
    const call = fc.record({
      ApiId: fc.constantFrom(...names),
      delay: fc.nat(60),
      maxAttempts: fc.integer({ min: 1, max: 3 }),
    });
    let aborted = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(call, { minLength: 10, maxLength: 40, size: "max" }),
        async (calls) => {
          place++;
          await Promise.all(
            calls.map(async ({ ApiId, delay, maxAttempts }) => {
              const controller = new AbortController();
              const reason = new Error("enough");
              const options: CallOptions = { signal: controller.signal };
              const calling = open({ maxAttempts }).getApi.safe({ ApiId }, options);
              await setTimeout(delay);
              controller.abort(reason);
              const result = await calling;
              expect(getEventListeners(controller.signal, "abort")).toEqual([]);
              if (result.ok) return;
              const isOwn = ownErrors.some((Class) => result.error instanceof Class);
              expect([isOwn, result.error.name]).toEqual([true, result.error.name]);
              if (outcomeOf(ApiId, transport) === "timeout")
                expect(result.error).toBeInstanceOf(AbortError);
              if (!(result.error instanceof AbortError)) return;
              expect(result.error.cause).toBe(reason);
              aborted++;
            }),
          );
        },
      ),
      { numRuns: 30 },
    );
    expect(aborted).toBeGreaterThan(30);
    expect(await leftOvers()).toEqual({ sockets: 0, timers: 0 });
  });

  it("a call whose signal is aborted sends nothing", async () => {
    const before = server.requests;
    const signal = AbortSignal.abort("enough");
    const result = await open().getApi.safe({ ApiId: "good" }, { signal });
    expect(result).toMatchObject({ ok: false, error: { name: "AbortError", cause: "enough" } });
    expect(server.requests).toBe(before);
  });
});

describe("a handler that ignores its signal", () => {
  it("does not keep the call from ending, nor the body open", async () => {
    const body = new Readable({ read: silent });
    const response = new HttpResponse({ statusCode: 200, headers: {}, body });
    const requestHandler = { handle: async () => Promise.resolve({ response }) };
    const api = new ApiGatewayV2({
      endpoint: "http://127.0.0.1",
      region: "eu-central-1",
      credentials: false,
      requestHandler,
      maxAttempts: 1,
    });
    const controller = new AbortController();
    const calling = api.getApi.safe({ ApiId: "a1" }, { signal: controller.signal });
    await setTimeout(10);
    controller.abort("enough");
    expect(await calling).toMatchObject({ ok: false, error: { name: "AbortError" } });
    expect(body.destroyed).toBe(true);
  });
});
