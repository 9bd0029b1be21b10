import { HttpResponse } from "@smithy/core/protocols";
import { getRetryAfterHint } from "@smithy/core/retry";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { IncomingHeaders } from "../../../codegen/runtime/types.js";
import { readRetryAfter } from "../../../codegen/runtime/client/retry-after.js";
import { createRetryQuota } from "../../../codegen/runtime/client/retry-quota.js";
import { planRetry } from "../../../codegen/runtime/client/retry.js";

const now = Date.UTC(2030, 0, 1, 12);

/** Headers, and the time in milliseconds that they mean. */
const table: readonly (readonly [headers: Record<string, string>, want: number])[] = [
  [{}, NaN],
  [{ "retry-after": "0" }, 0],
  [{ "retry-after": "120" }, 120_000],
  [{ "Retry-After": "3" }, 3000],
  [{ "retry-after": "1.5" }, 1500],
  [{ "retry-after": "Tue, 01 Jan 2030 12:00:10 GMT" }, 10_000],
  [{ "retry-after": "Tuesday, 01-Jan-30 12:00:10 GMT" }, 10_000],
  [{ "retry-after": "Tue, 01 Jan 2030 11:00:00 GMT" }, -3_600_000],
  [{ "retry-after": "-5" }, NaN],
  [{ "retry-after": "" }, NaN],
  [{ "retry-after": "soon" }, NaN],
  [{ "retry-after": "5 seconds" }, NaN],
  [{ "retry-after": "0x10" }, NaN],
  [{ "retry-after": "1e3" }, NaN],
  [{ "retry-after": "Infinity" }, NaN],
  [{ "retry-after": "Tue, 01 Foo 2030 12:00:10 GMT" }, NaN],
  [{ "x-amz-retry-after": "250" }, 250],
  [{ "X-Amz-Retry-After": "0" }, 0],
  [{ "x-amz-retry-after": "soon" }, NaN],
];

/** What the AWS SDK reads in another way. */
const others: readonly (readonly [headers: Record<string, string>, want: number])[] = [
  // The SDK reads the date in the zone of the machine.
  [{ "retry-after": "Tue Jan  1 12:00:10 2030" }, 10_000],
  // The SDK goes by the order of the headers.
  [{ "retry-after": "2", "x-amz-retry-after": "250" }, 250],
  [{ "retry-after": "2", "x-amz-retry-after": "soon" }, 2000],
  // The SDK takes everything that `Date.parse` takes.
  [{ "retry-after": "May 2099" }, NaN],
  // The SDK accepts a negative number, an empty one and other notations.
  [{ "x-amz-retry-after": "-250" }, NaN],
  [{ "x-amz-retry-after": "" }, NaN],
  [{ "x-amz-retry-after": "0x10" }, NaN],
];

describe("readRetryAfter", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([...table, ...others])("%j: %d", (headers, want) => {
    expect(readRetryAfter({ statusCode: 503, headers }, now)).toBe(want);
  });

  it.each(table)("the AWS SDK agrees: %j: %d", (headers, want) => {
    const hint = getRetryAfterHint(new HttpResponse({ statusCode: 503, headers }));
    expect(hint === undefined ? NaN : hint.getTime() - now).toBe(want);
  });

  it.each<[string, IncomingHeaders]>([
    ["Headers", new Headers({ "Retry-After": "2" })],
    ["a Map", new Map([["Retry-After", "2"]])],
    ["lists", { "Retry-After": ["2"] }],
  ])("reads %s", (_, headers) => {
    expect(readRetryAfter({ statusCode: 503, headers }, now)).toBe(2000);
  });

  it("is a lower bound of the delay, which it makes at most 5 seconds longer", () => {
    const delayFor = (text: string): number | undefined => {
      const $response = { statusCode: 503, headers: { "retry-after": text } };
      const error = { $metadata: { httpStatusCode: 503 }, $response };
      const failed = { error, attempt: 1, maxAttempts: 3, clockCorrected: false };
      return planRetry(createRetryQuota(), failed, () => 0.5, now)?.delay;
    };
    expect(["0", "0.01", "0.1", "5.02", "6", "86400", "-9", "?"].map(delayFor)).toEqual([
      25, 25, 100, 5020, 5025, 5025, 25, 25,
    ]);
  });
});
