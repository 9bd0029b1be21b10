import { getEventListeners } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { wait } from "../../codegen/runtime/client/wait.js";
import { member, model, operation, simple, structure } from "../codegen/support/models.js";
import { importClient, type AnyClient } from "./support/import-client.js";

const { open } = await importClient(
  "shared-signals",
  model({
    Get: operation("/get", { method: "GET", output: "Download" }),
    Hang: operation("/hang", { method: "GET" }),
    Download: structure({ stream: member("Stream", { httpPayload: {}, default: "" }) }),
    Stream: simple("blob", { streaming: {} }),
  }),
);

let server: Server;
let client: AnyClient;
const warnings: Error[] = [];
const note = (warning: Error): void => void warnings.push(warning);

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === "/hang") return;
    response.write("begin");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  client = open({ endpoint, maxAttempts: 1 });
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  warnings.length = 0;
  process.on("warning", note);
});
afterEach(() => {
  process.off("warning", note);
});

const fifty = Array.from({ length: 50 }, (_, index) => index);

function listenersOf(signal: AbortSignal): number {
  return getEventListeners(signal, "abort").length;
}

it("fifty calls at once share one listener of their signal, and all end with it", async () => {
  const { signal, abort } = controllerOf();
  const calls = fifty.map(async () => client["hang"]?.safe({}, { signal }));
  await setTimeout(50);
  expect(listenersOf(signal)).toBe(1);
  abort();
  for (const result of await Promise.all(calls))
    expect(result).toMatchObject({ error: { name: "AbortError", cause: "enough" } });
  expect(listenersOf(signal)).toBe(0);
  expect(warnings).toEqual([]);
});

it("a call that ends leaves the listener to the others", async () => {
  const { signal, abort } = controllerOf();
  const short = client["hang"]?.safe({}, { signal, timeout: 10 });
  const long = client["hang"]?.safe({}, { signal });
  expect(await short).toMatchObject({ error: { name: "TimeoutError" } });
  expect(listenersOf(signal)).toBe(1);
  abort();
  expect(await long).toMatchObject({ error: { name: "AbortError" } });
});

it("fifty waits at once do, too", async () => {
  const { signal, abort } = controllerOf();
  const ended = wait(1, signal);
  const waits = fifty.map(async () => wait(100_000, signal).catch((error: unknown) => error));
  await ended;
  expect(listenersOf(signal)).toBe(1);
  abort();
  for (const error of await Promise.all(waits)) expect(error).toHaveProperty("name", "AbortError");
  expect(listenersOf(signal)).toBe(0);
  expect(warnings).toEqual([]);
});

it("fifty streams at once do, and all end with their signal", async () => {
  const { signal, abort } = controllerOf();
  const outputs = await Promise.all(fifty.map(async () => client["get"]?.({}, { signal })));
  expect(listenersOf(signal)).toBe(1);
  const texts = outputs.map(async (output) => text(output?.["stream"] as never));
  abort();
  for (const { status } of await Promise.allSettled(texts)) expect(status).toBe("rejected");
  expect(warnings).toEqual([]);
});

it("a signal that outlives its streams has no listener in the end", async () => {
  setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc") as () => void;
  const { signal } = controllerOf();
  const requestHandler = {
    async handle() {
      const body = new Blob(["all"]).stream();
      return Promise.resolve({ response: { statusCode: 200, headers: {}, body } });
    },
  };
  const other = open({ endpoint: "http://127.0.0.1", requestHandler });
  const texts = await Promise.all(
    fifty.map(async () => {
      const output = await other["get"]?.({}, { signal });
      return text(output?.["stream"] as never);
    }),
  );
  expect(new Set(texts)).toEqual(new Set(["all"]));
  expect(listenersOf(signal)).toBe(1);
  for (let tries = 0; tries < 100 && listenersOf(signal) > 0; tries++) {
    collectGarbage();
    await setTimeout(10);
  }
  expect(listenersOf(signal)).toBe(0);
});

function controllerOf(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const controller = new AbortController();
  return {
    signal: controller.signal,
    abort: () => {
      controller.abort("enough");
    },
  };
}
