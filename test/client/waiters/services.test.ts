import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { generateFrom } from "../../codegen/support/generated.js";
import type { Json } from "../../codegen/support/models.js";
import { importClient } from "../support/import-client.js";
import { StubHandler, type Answer } from "../support/stub-handler.js";
import { instances, services, tables } from "./services.js";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] });
});

afterEach(() => {
  vi.useRealTimers();
});

/** Waits with a client whose service gives some answers, and returns what a method resolves to or throws. */
async function wait(
  name: string,
  given: Json,
  method: string,
  answers: readonly Answer[],
  input: unknown = {},
): Promise<{ result: unknown; calls: number }> {
  const { open } = await importClient(`waiters-${name}`, given);
  const requestHandler = new StubHandler(...answers);
  const client = open({
    endpoint: "https://example.com",
    requestHandler,
    credentials: false,
    maxAttempts: 1,
  }) as unknown as Record<string, (input: unknown, options: unknown) => Promise<unknown>>;
  const waiting = client[method]?.(input, { maxWaitTime: 100 }).catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return { result: await waiting, calls: requestHandler.requests.length };
}

const table = (TableStatus: string): Answer => ({ json: { Table: { TableStatus } } });
const noTable: Answer = {
  statusCode: 400,
  headers: { "x-amzn-errortype": "ResourceNotFoundException" },
};

const states = (...names: string[]): Answer => ({
  json: { Reservations: names.map((Name) => ({ Instances: [{ State: { Name } }] })) },
});
const noInstance: Answer = {
  statusCode: 400,
  headers: { "x-amzn-errortype": "InvalidInstanceID.NotFound" },
};

const running = { status: "ACTIVE", deployments: [{ id: "1" }], runningCount: 2, desiredCount: 2 };

describe("waiters of Amazon DynamoDB", () => {
  it("wait until a table exists", async () => {
    const { result, calls } = await wait("tables", tables, "waitUntilTableExists", [
      noTable,
      table("CREATING"),
      table("ACTIVE"),
    ]);
    expect(result).toEqual({ state: "success", output: { Table: { TableStatus: "ACTIVE" } } });
    expect(calls).toBe(3);
  });

  it("wait until a table no longer exists", async () => {
    const { result, calls } = await wait("tables", tables, "waitUntilTableNotExists", [
      table("ACTIVE"),
      noTable,
    ]);
    expect(result).toMatchObject({
      state: "success",
      error: { name: "ResourceNotFoundException" },
    });
    expect(calls).toBe(2);
  });
});

describe("waiters of Amazon EC2", () => {
  it.each([
    [
      "all are in the state",
      [noInstance, { json: {} }, states("running", "pending"), states("running", "running")],
      { state: "success" },
      4,
    ],
    [
      "one is in a state without return",
      [states("running", "terminated")],
      { name: "WaiterError" },
      1,
    ],
    ["there are none", [{ json: { Reservations: [] } }], { name: "TimeoutError" }, 0],
  ])("wait until instances run: %s", async (_, answers, want, calls) => {
    const found = await wait("instances", instances, "waitUntilInstanceRunning", answers);
    expect(found.result).toMatchObject(want);
    if (calls > 0) expect(found.calls).toBe(calls);
  });

  it("wait until an instance exists", async () => {
    const { result, calls } = await wait("instances", instances, "waitUntilInstanceExists", [
      { json: { Reservations: [] } },
      { json: {} },
      states("pending"),
    ]);
    expect(result).toMatchObject({ state: "success" });
    expect(calls).toBe(3);
  });
});

describe("waiters of Amazon ECS", () => {
  it.each<[string, readonly unknown[], Json, number]>([
    [
      "after deployments",
      [
        { services: [running, { ...running, runningCount: 1 }] },
        { services: [running, { ...running, deployments: [] }] },
        { services: [running, running], failures: [] },
      ],
      { state: "success" },
      3,
    ],
    ["not if one is missing", [{ failures: [{ reason: "MISSING" }] }], { name: "WaiterError" }, 1],
    ["not if one drains", [{ services: [{ status: "DRAINING" }] }], { name: "WaiterError" }, 1],
  ])("wait until services are stable: %s", async (_, outputs, want, calls) => {
    const answers = outputs.map((json) => ({ json }));
    const found = await wait("services", services, "waitUntilServicesStable", answers);
    expect(found.result).toMatchObject(want);
    expect(found.calls).toBe(calls);
  });

  it("compare the input with the output", async () => {
    const { result, calls } = await wait(
      "services",
      services,
      "waitUntilServicesDescribed",
      [{ json: {} }, { json: { services: [running] } }, { json: { services: [running, running] } }],
      { services: ["a", "b"] },
    );
    expect(result).toMatchObject({ state: "success" });
    expect(calls).toBe(3);
  });
});

describe("the module of waiters", () => {
  it("has code that reads as the path does", async () => {
    const texts = await Promise.all(
      [tables, instances, services].map(async (given) => {
        const { files } = await generateFrom(given, { client: true });
        return files.get("waiters.ts") ?? "";
      }),
    );
    const text = texts.join("\n").replace(/\s+/g, " ");
    expect(text).toContain('matches: (output) => output.Table?.TableStatus === "ACTIVE"');
    expect(text).toContain('{ state: "retry", matches: "ResourceNotFoundException" }');
    expect(text).toContain("matches: (output) => lengthOf(output.Reservations) > 0 }");
    expect(text).toContain(
      '(output) => allAre( project( project(output.Reservations, (item) => item.Instances)?.flat(), (item) => item.State?.Name, ), "running", )',
    );
    expect(text).toContain(
      "services?.filter( (item) => !(lengthOf(item.deployments) === 1 && equal(item.runningCount, item.desiredCount)), )",
    );
    expect(text).toContain("lengthOf(input.services)");
  });

  it("is absent without waiters", async () => {
    const { operations, ...rest } = { operations: undefined, ...tables };
    expect(operations).toBeUndefined();
    const given = structuredClone(rest) as { shapes: Record<string, { traits?: Json }> };
    delete given.shapes["test#DescribeTable"]?.traits?.["smithy.waiters#waitable"];
    const { files } = await generateFrom(given, { client: true });
    expect([...files.keys()].filter((path) => /wait(er|-until)|jmespath/.test(path))).toEqual([
      "runtime/client/waiter-types.ts",
    ]);
  });
});
