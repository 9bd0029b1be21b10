import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createClock } from "../../../codegen/runtime/client/clock.js";

const noon = Date.UTC(2024, 0, 1, 12);

function header(minutes: number, seconds = 0): string {
  return new Date(noon + (minutes * 60 + seconds) * 1000).toUTCString();
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: noon });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the clock of a client", () => {
  it("goes with that of the platform", () => {
    const clock = createClock();
    expect(clock.now()).toBe(noon);
    vi.setSystemTime(noon + 1000);
    expect(clock.now()).toBe(noon + 1000);
  });

  it.each([
    [5, 0, true],
    [-5, 0, true],
    [60 * 24 * 400, 0, true],
    [4, 59, false],
    [-4, -59, false],
  ])("is set if it is wrong by %i minutes and %i seconds: %s", (minutes, seconds, changed) => {
    const clock = createClock();
    expect(clock.correct(header(minutes, seconds))).toBe(changed);
    expect(clock.now()).toBe(changed ? noon + (minutes * 60 + seconds) * 1000 : noon);
  });

  it("compares with the time that it was set to", () => {
    const clock = createClock();
    clock.correct(header(60));
    expect(clock.correct(header(62))).toBe(false);
    expect(clock.now()).toBe(noon + 60 * 60_000);
    expect(clock.correct(header(0))).toBe(true);
    expect(clock.now()).toBe(noon);
  });

  it.each([undefined, "", "yesterday", "NaN"])("ignores the header %j", (date) => {
    const clock = createClock();
    expect(clock.correct(date)).toBe(false);
    expect(clock.now()).toBe(noon);
  });
});
