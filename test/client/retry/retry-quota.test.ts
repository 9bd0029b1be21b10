import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createRetryQuota,
  returnTokens,
  type RetryQuota,
} from "../../../codegen/runtime/client/retry-quota.js";
import { planRetry } from "../../../codegen/runtime/client/retry.js";

function retry(quota: RetryQuota, statusCode: number, attempt: number): number | undefined {
  const error = { name: "Busy", $metadata: { httpStatusCode: statusCode } };
  return planRetry(quota, { error, attempt, maxAttempts: 3, clockCorrected: false })?.cost;
}

describe("the quota of a client", () => {
  it("stays between 0 and 500 in any order of failures and successes", () => {
    // Each number chooses one of the calls that run at once, and how its attempt ends.
    const steps = fc.array(fc.tuple(fc.nat(49), fc.constantFrom(200, 404, 429, 503)), {
      maxLength: 2000,
      size: "max",
    });
    fc.assert(
      fc.property(steps, (steps) => {
        const quota = createRetryQuota();
        const calls = new Map<number, { attempt: number; cost: number | undefined }>();
        for (const [id, statusCode] of steps) {
          const call = calls.get(id) ?? { attempt: 1, cost: undefined };
          const cost = statusCode === 200 ? undefined : retry(quota, statusCode, call.attempt);
          if (statusCode === 200) returnTokens(quota, call.cost);
          if (cost === undefined) calls.delete(id);
          else calls.set(id, { attempt: call.attempt + 1, cost });
          expect(quota.tokens).toBeGreaterThanOrEqual(0);
          expect(quota.tokens).toBeLessThanOrEqual(500);
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    [503, 35],
    [429, 100],
  ])("ends the retries of an outage with status %d after %d", (statusCode, most) => {
    const quota = createRetryQuota();
    let retries = 0;
    for (let call = 0; call < 1000; call++) {
      for (let attempt = 1; retry(quota, statusCode, attempt) !== undefined; attempt++) retries++;
    }
    expect(retries).toBe(most);
    expect(quota.tokens).toBeGreaterThanOrEqual(0);
  });

  it("lets calls be retried again after enough of them succeeded at once", () => {
    const quota = createRetryQuota();
    quota.tokens = 0;
    for (let call = 0; call < 13; call++) {
      returnTokens(quota);
      expect(retry(quota, 503, 1)).toBeUndefined();
    }
    returnTokens(quota);
    expect(retry(quota, 503, 1)).toBe(14);
    expect(quota.tokens).toBe(0);
  });

  it("loses nothing to errors that are final", () => {
    const quota = createRetryQuota();
    expect(retry(quota, 404, 1)).toBeUndefined();
    expect(retry(quota, 503, 3)).toBeUndefined();
    expect(quota.tokens).toBe(500);
  });
});
