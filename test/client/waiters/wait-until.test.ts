import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  AbortError,
  ConfigurationError,
  TimeoutError,
  WaiterError,
} from "../../../codegen/runtime/client/errors.js";
import { waitUntil } from "../../../codegen/runtime/client/wait-until.js";
import type {
  Acceptor,
  SafeCall,
  Waiter,
  WaiterOptions,
} from "../../../codegen/runtime/client/waiter-types.js";

interface Output {
  readonly status: string;
}

type Result = Awaited<ReturnType<SafeCall<object, Output>>>;

const ok = (status: string): Result => ({ ok: true, output: { status } });
const failed = (name: string): Result => ({
  ok: false,
  error: Object.assign(new Error("secret"), { name }),
});

const acceptors: readonly Acceptor<object, Output>[] = [
  { state: "success", matches: ({ status }) => status === "active" },
  { state: "failure", matches: ({ status }) => status === "broken" },
  { state: "retry", matches: "NotFound" },
];

const waiter: Waiter<object, Output> = { minDelay: 2, maxDelay: 120, acceptors };

/** A call that gives results in turn, the last one again and again, and the times of its calls in seconds. */
function callWith(...results: Result[]): { call: SafeCall<object, Output>; times: number[] } {
  const times: number[] = [];
  const start = Date.now();
  const call: SafeCall<object, Output> = async () => {
    times.push((Date.now() - start) / 1000);
    await Promise.resolve();
    return results[times.length - 1] ?? results.at(-1) ?? ok("");
  };
  return { call, times };
}

/** Waits with fake timers; returns the result, or the error. */
async function run(
  call: SafeCall<object, Output>,
  options: WaiterOptions,
  given = waiter,
): Promise<unknown> {
  const result = waitUntil(call, given, {}, options).catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return result;
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  // Whatever happened, no timer is left.
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("a waiter", () => {
  it("ends at once with the output that has the state", async () => {
    const { call, times } = callWith(ok("active"));
    expect(await run(call, { maxWaitTime: 60 })).toEqual({
      state: "success",
      output: { status: "active" },
    });
    expect(times).toEqual([0]);
  });

  it("calls again while no acceptor matches an output, and after an error that it expects", async () => {
    const { call, times } = callWith(failed("NotFound"), ok("creating"), ok("active"));
    expect(await run(call, { maxWaitTime: 600 })).toMatchObject({ state: "success" });
    expect(times).toHaveLength(3);
  });

  it("ends with the error that shows the state", async () => {
    const given = { ...waiter, acceptors: [{ state: "success", matches: "NotFound" } as const] };
    const { call } = callWith(ok("active"), failed("NotFound"));
    const result = await run(call, { maxWaitTime: 60 }, given);
    expect(result).toMatchObject({ state: "success", error: { name: "NotFound" } });
  });

  it.each([
    ["an output", true, ok("any")],
    ["an error", false, failed("Any")],
  ])("can take %s whatever it is", async (_, matches, result) => {
    const given = { ...waiter, acceptors: [{ state: "success", matches } as const] };
    const other = result.ok ? failed("Other") : ok("other");
    expect(await run(callWith(result).call, { maxWaitTime: 9 }, given)).toMatchObject({
      state: "success",
    });
    const retry = [...given.acceptors, { state: "failure", matches: !matches } as const];
    expect(
      await run(callWith(other).call, { maxWaitTime: 9 }, { ...given, acceptors: retry }),
    ).toBeInstanceOf(WaiterError);
  });

  it("takes the first acceptor that matches", async () => {
    const given = {
      ...waiter,
      acceptors: [{ state: "failure", matches: true } as const, ...acceptors],
    };
    expect(await run(callWith(ok("active")).call, { maxWaitTime: 9 }, given)).toBeInstanceOf(
      WaiterError,
    );
  });

  it("fails with the output in a property, but not in the message", async () => {
    const error = await run(callWith(ok("broken")).call, { maxWaitTime: 9 });
    expect(error).toBeInstanceOf(WaiterError);
    expect(error).toMatchObject({
      name: "WaiterError",
      state: "failure",
      reason: { status: "broken" },
      $fault: "client",
    });
    expect((error as Error).cause).toBeUndefined();
    expect((error as Error).message).not.toContain("broken");
  });

  it("fails with an error as reason and cause", async () => {
    const given = { ...waiter, acceptors: [{ state: "failure", matches: "Denied" } as const] };
    const error = await run(callWith(failed("Denied")).call, { maxWaitTime: 9 }, given);
    expect(error).toMatchObject({ reason: { name: "Denied" }, cause: { name: "Denied" } });
    expect((error as Error).message).not.toContain("secret");
  });

  it("throws an error that it does not expect as it is", async () => {
    const result = failed("Denied");
    const { call, times } = callWith(ok("creating"), result);
    expect(await run(call, { maxWaitTime: 60 })).toBe(result.ok ? undefined : result.error);
    expect(times).toHaveLength(2);
  });

  it("does not match an output for which a matcher throws", async () => {
    const matches = (): boolean => {
      throw new TypeError("an argument of the wrong type");
    };
    const given = {
      ...waiter,
      acceptors: [{ state: "failure", matches } as const, ...acceptors],
    };
    expect(await run(callWith(ok("active")).call, { maxWaitTime: 9 }, given)).toMatchObject({
      state: "success",
    });
  });

  it("passes the input on, also to matchers", async () => {
    const input = { name: "a" };
    const matches = vi.fn(() => true);
    const call = vi.fn(async () => Promise.resolve(ok("x")));
    const given = { ...waiter, acceptors: [{ state: "success", matches } as const] };
    await waitUntil(call, given, input, { maxWaitTime: 9, timeout: 5 });
    expect(call).toHaveBeenCalledWith(input, {
      signal: expect.any(AbortSignal) as unknown,
      timeout: 5,
    });
    expect(matches).toHaveBeenCalledWith({ status: "x" }, input);
  });
});

/** The delays of Smithy 2.0, "Waiter retries", without the last one. */
function wanted(random: number, minDelay: number, maxDelay: number, maxWaitTime: number): number[] {
  const times = [0];
  const attemptCeiling = Math.log(maxDelay / minDelay) / Math.log(2) + 1;
  for (let attempt = 1, left = maxWaitTime; ; attempt++) {
    const most = attempt > attemptCeiling ? maxDelay : minDelay * 2 ** (attempt - 1);
    const delay = minDelay + random * (most - minDelay);
    if (left - delay <= minDelay) return times;
    left -= delay;
    times.push(maxWaitTime - left);
  }
}

describe("the time between two calls", () => {
  it.each([
    [0, 2, 120, 300],
    [1, 2, 120, 300],
    [0.5, 2, 120, 300],
    [0.999, 2, 120, 5_000],
    [0.5, 15, 15, 600],
    [1, 0.5, 3, 20],
    [0.3, 2, 120, 1],
  ])(
    "is that of the rules: random %d, %d to %d s, in %d s",
    async (random, minDelay, maxDelay, maxWaitTime) => {
      vi.spyOn(Math, "random").mockReturnValue(random);
      const { call, times } = callWith(ok("creating"));
      const error = await run(call, { maxWaitTime, minDelay, maxDelay });
      expect(error).toBeInstanceOf(TimeoutError);
      const rules = wanted(random, minDelay, maxDelay, maxWaitTime);
      const last = times.pop() ?? 0;
      expect(times.map((time) => Math.round(time * 100))).toEqual(
        rules.map((time) => Math.round(time * 100)),
      );
      // There is time left for the last call.
      expect(last).toBeGreaterThan(times.at(-1) ?? 0);
      expect(last).toBeLessThan(maxWaitTime);
      expect(last).toBeGreaterThanOrEqual(Math.min(maxWaitTime - 1, maxWaitTime / 2) - 0.01);
    },
  );

  it("can be set by the caller", async () => {
    const { call, times } = callWith(ok("creating"), ok("active"));
    await run(call, { maxWaitTime: 60, minDelay: 0.1, maxDelay: 0.1 });
    expect(times.map((time) => Math.round(time * 10))).toEqual([0, 1]);
  });

  it.each([{ minDelay: 200 }, { maxDelay: 1 }])("can be set in part: %j", async (options) => {
    const { call, times } = callWith(ok("creating"), ok("active"));
    await run(call, { maxWaitTime: 900, ...options });
    expect(times[1]).toBeCloseTo(Object.values(options)[0] ?? 0, 2);
  });
});

describe("the end of the time", () => {
  it("is an error whose cause is the last error", async () => {
    const error = await run(callWith(failed("NotFound")).call, { maxWaitTime: 5 });
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({
      message: "The wanted state was not reached within 5 s.",
      cause: { name: "NotFound" },
    });
  });

  it("aborts a call that has not ended", async () => {
    let stopped = 0;
    const hanging: SafeCall<object, Output> = async (_, { signal }) =>
      new Promise((resolve) => {
        signal?.addEventListener("abort", () => {
          stopped = Date.now();
          resolve({ ok: false, error: new AbortError(signal.reason) });
        });
      });
    const start = Date.now();
    const error = await run(hanging, { maxWaitTime: 7 });
    expect(error).toBeInstanceOf(TimeoutError);
    expect(stopped - start).toBe(7_000);
  });

  it("does not lose an output that came at the last moment", async () => {
    const late: SafeCall<object, Output> = async () =>
      new Promise((resolve) => setTimeout(resolve, 7_001, ok("active")));
    expect(await run(late, { maxWaitTime: 7 })).toMatchObject({ state: "success" });
  });
});

describe("a signal", () => {
  it("that was aborted before prevents every call", async () => {
    const { call, times } = callWith(ok("active"));
    const signal = AbortSignal.abort("why");
    const error = await run(call, { maxWaitTime: 9, signal });
    expect(error).toBeInstanceOf(AbortError);
    expect(error).toMatchObject({ cause: "why" });
    expect(times).toEqual([]);
  });

  it("ends the time between two calls", async () => {
    const { call, times } = callWith(ok("creating"));
    const controller = new AbortController();
    setTimeout(() => {
      controller.abort("why");
    }, 1_000);
    const error = await run(call, { maxWaitTime: 90, signal: controller.signal });
    expect(error).toBeInstanceOf(AbortError);
    expect(error).toMatchObject({ cause: "why" });
    expect(times).toEqual([0]);
  });

  it("ends a call, whose error is not taken for a state", async () => {
    const given = { ...waiter, acceptors: [{ state: "success", matches: false } as const] };
    const controller = new AbortController();
    setTimeout(() => {
      controller.abort("why");
    }, 1_000);
    const hanging: SafeCall<object, Output> = async (_, { signal }) =>
      new Promise((resolve) => {
        signal?.addEventListener("abort", () => {
          resolve({ ok: false, error: new AbortError(signal.reason) });
        });
      });
    const options = { maxWaitTime: 90, signal: controller.signal };
    const error = await run(hanging, options, given);
    expect(error).toBeInstanceOf(AbortError);
    expect(error).toMatchObject({ cause: "why" });
  });

  it("has no listener afterwards", async () => {
    const { signal } = new AbortController();
    await run(callWith(ok("creating"), ok("active")).call, { maxWaitTime: 90, signal });
    await run(callWith(ok("creating")).call, { maxWaitTime: 5, signal });
    await run(callWith(ok("broken")).call, { maxWaitTime: 5, signal });
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});

describe("an option of a waiter", () => {
  it.each<[string, unknown]>([
    ["maxWaitTime", {}],
    ["maxWaitTime", { maxWaitTime: Number.NaN }],
    ["maxWaitTime", { maxWaitTime: 0 }],
    ["maxWaitTime", { maxWaitTime: -1 }],
    ["maxWaitTime", { maxWaitTime: Infinity }],
    ["maxWaitTime", { maxWaitTime: 2_147_484 }],
    ["maxWaitTime", { maxWaitTime: "60" }],
    ["maxWaitTime", undefined],
    ["maxWaitTime", null],
    ["minDelay", { maxWaitTime: 9, minDelay: 0 }],
    ["maxDelay", { maxWaitTime: 9, maxDelay: Number.NaN }],
    ["minDelay", { maxWaitTime: 9, minDelay: 3, maxDelay: 2 }],
  ])("is refused if %s is wrong: %j", async (property, options) => {
    const { call, times } = callWith(ok("active"));
    const error = await run(call, options as WaiterOptions);
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error).toMatchObject({ property });
    expect(times).toEqual([]);
  });
});
