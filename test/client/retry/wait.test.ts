import { execFileSync } from "node:child_process";
import { getEventListeners, setMaxListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AbortError } from "../../../codegen/runtime/client/errors.js";
import { wait } from "../../../codegen/runtime/client/wait.js";

const listenersOf = (signal: AbortSignal): number => getEventListeners(signal, "abort").length;

describe("wait", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("ends after the delay, and leaves nothing behind", async () => {
    const { signal } = new AbortController();
    let isOver = false;
    const waited = wait(500, signal).then(() => (isOver = true));
    expect([vi.getTimerCount(), listenersOf(signal)]).toEqual([1, 1]);
    await vi.advanceTimersByTimeAsync(499);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await waited;
    expect([vi.getTimerCount(), listenersOf(signal)]).toEqual([0, 0]);
  });

  it("ends when the signal aborts, with its reason, and leaves nothing behind", async () => {
    const controller = new AbortController();
    const waited = wait(500, controller.signal);
    const reason = new Error("enough");
    controller.abort(reason);
    const error: unknown = await waited.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(AbortError);
    expect(error).toMatchObject({ name: "AbortError", cause: reason });
    expect([vi.getTimerCount(), listenersOf(controller.signal)]).toEqual([0, 0]);
  });

  it("does not begin if the signal is aborted", async () => {
    const signal = AbortSignal.abort("enough");
    const error: unknown = await wait(500, signal).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: "AbortError", cause: "enough" });
    expect([vi.getTimerCount(), listenersOf(signal)]).toEqual([0, 0]);
  });

  it("needs no signal", async () => {
    const waited = wait(500, undefined);
    await vi.advanceTimersByTimeAsync(500);
    await expect(waited).resolves.toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("takes a thousand waits with one signal", async () => {
    const controller = new AbortController();
    setMaxListeners(1000, controller.signal);
    const waits = Array.from({ length: 1000 }, async (_, index) => wait(index, controller.signal));
    const settled = Promise.allSettled(waits);
    await vi.advanceTimersByTimeAsync(499);
    controller.abort();
    const statuses = (await settled).map(({ status }) => status);
    expect(statuses.filter((status) => status === "fulfilled").length).toBe(500);
    expect([vi.getTimerCount(), listenersOf(controller.signal)]).toEqual([0, 0]);
  });
});

describe("a process of Node", () => {
  it("does not end in the middle of a wait", () => {
    const module = new URL("../../../codegen/runtime/client/wait.ts", import.meta.url);
    const hooks = import.meta.resolve("ts-blank-space/register");
    const code = `const { wait } = await import(${JSON.stringify(module.href)});
      await wait(20, new AbortController().signal);
      console.log("over");`;
    const args = ["--import", hooks, "--input-type=module", "--eval", code];
    expect(execFileSync(process.execPath, args, { encoding: "utf8" })).toBe("over\n");
  });
});
