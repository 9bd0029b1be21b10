import { HttpResponse } from "@smithy/core/protocols";
import {
  getRetryAfterHint,
  isThrottlingError,
  isTransientError,
  StandardRetryStrategy,
} from "@smithy/core/retry";
import type { RetryErrorType, StandardRetryToken } from "@smithy/types";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  AbortError,
  ConnectionError,
  TimeoutError,
} from "../../../codegen/runtime/client/errors.js";
import { createRetryQuota, returnTokens } from "../../../codegen/runtime/client/retry-quota.js";
import { planRetry } from "../../../codegen/runtime/client/retry.js";

type SdkError = Parameters<typeof isThrottlingError>[0];

/** A failed attempt, and the random number that its delay is made of. */
interface Failure {
  readonly error: SdkError;
  readonly clockCorrected: boolean;
  readonly random: number;
}

/** All words in the source of the oracle, the codes among them. */
const words = [
  ...readFileSync(createRequire(import.meta.url).resolve("@smithy/core/retry"), "utf8").matchAll(
    /"(\w+)"/g,
  ),
].map(([, word = ""]) => word);

/** Names of errors of services. The oracle never retries `AbortError`, which is no such error. */
const names = [
  ...new Set(words.filter((word) => word !== "AbortError")),
  "NotFoundException",
  "constructor",
  "throttlingexception",
  "",
];

const headers = fc.oneof(
  fc.constant({}),
  fc.nat(30).map((seconds) => ({ "retry-after": String(seconds) })),
  fc.integer({ min: -60, max: 60 }).map((seconds) => ({
    "Retry-After": new Date(Date.now() + seconds * 1000).toUTCString(),
  })),
  fc.nat(30_000).map((ms) => ({ "x-amz-retry-after": String(ms) })),
  fc.constantFrom("-1", "soon", "1e3s").map((text) => ({ "retry-after": text })),
);

const serviceError = fc
  .record({
    name: fc.constantFrom(...names),
    statusCode: fc.constantFrom(200, 400, 403, 404, 408, 429, 500, 501, 502, 503, 504, 505),
    headers,
    retryable: fc.constantFrom(
      ...[undefined, undefined, {}, { throttling: false }, { throttling: true }],
    ),
  })
  .map(({ name, statusCode, headers, retryable }) =>
    Object.assign(new Error("The call failed."), {
      name,
      $fault: "client" as const,
      $metadata: { httpStatusCode: statusCode },
      $response: new HttpResponse({ statusCode, headers }),
      ...(retryable === undefined ? {} : { $retryable: retryable }),
    }),
  );

const causes = ["ECONNRESET", "ECONNREFUSED", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENOTFOUND"];

const ownError = fc
  .constantFrom(...causes)
  .chain((code) =>
    fc.constantFrom(
      new ConnectionError("The connection was lost.", Object.assign(new Error(code), { code })),
      new ConnectionError("The connection was lost.", new TypeError("Failed to fetch")),
      new TimeoutError("The attempt took too long."),
      new AbortError(Object.assign(new Error(code), { code })),
    ),
  );

const failure: fc.Arbitrary<Failure> = fc.record({
  error: fc.oneof({ weight: 4, arbitrary: serviceError }, ownError) as fc.Arbitrary<SdkError>,
  clockCorrected: fc.boolean(),
  random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
});

/** What services say of a signature if the clocks differ. */
const clockCodes = `AccessDeniedException AuthFailure InvalidSignatureException RequestExpired
  RequestInTheFuture RequestTimeTooSkewed SignatureDoesNotMatch`.split(/\s+/);

/** The kind of an error for the oracle. */
function kindOf({ error, clockCorrected }: Failure): RetryErrorType {
  if (isThrottlingError(error)) return "THROTTLING";
  // The SDK also repeats requests that failed for another reason if its clock was corrected.
  const isCorrected = clockCorrected && clockCodes.includes(error.name);
  return isTransientError(error) || isCorrected ? "TRANSIENT" : "CLIENT_ERROR";
}

/** A retry by the SDK's strategy, or `undefined` if it refuses. */
async function retryOfSdk(
  strategy: StandardRetryStrategy,
  token: StandardRetryToken,
  failed: Failure,
): Promise<{ token: StandardRetryToken; delay: number } | undefined> {
  const hint = getRetryAfterHint(failed.error.$response);
  const next = strategy
    .refreshRetryTokenForRetry(token, {
      error: failed.error,
      errorType: kindOf(failed),
      ...(hint === undefined ? {} : { retryAfterHint: hint }),
    })
    .then(
      (token) => ({ token, delay: token.$retryLog?.acquisitionDelay ?? 0 }),
      () => undefined,
    );
  await vi.advanceTimersByTimeAsync(40_000);
  return next;
}

describe("planRetry", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.UTC(2030, 0, 1) });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it("decides, waits and counts tokens like the strategy of the AWS SDK", async () => {
    // A call is the failures of its attempts, after which it succeeds.
    const calls = fc.array(fc.array(failure, { maxLength: 6 }), { maxLength: 30, size: "max" });
    let retries = 0;
    await fc.assert(
      fc.asyncProperty(calls, fc.integer({ min: 1, max: 5 }), async (calls, maxAttempts) => {
        const strategy = new StandardRetryStrategy(maxAttempts);
        const quota = createRetryQuota();
        for (const failures of calls) {
          let token = await strategy.acquireInitialRetryToken("");
          let cost: number | undefined;
          let isFinal = false;
          for (const [index, failed] of failures.entries()) {
            const { error, clockCorrected, random } = failed;
            const ours = planRetry(
              quota,
              { error, attempt: index + 1, maxAttempts, clockCorrected },
              () => random,
            );
            vi.spyOn(Math, "random").mockReturnValue(random);
            const theirs = await retryOfSdk(strategy, token, failed);
            expect(ours).toEqual(
              theirs && { delay: theirs.delay, cost: theirs.token.getRetryCost() },
            );
            expect(quota.tokens).toBe(strategy.getCapacity());
            isFinal = theirs === undefined;
            if (theirs === undefined) break;
            token = theirs.token;
            cost = ours?.cost;
            retries++;
          }
          if (isFinal) continue;
          strategy.recordSuccess(token);
          returnTokens(quota, cost);
          expect(quota.tokens).toBe(strategy.getCapacity());
        }
      }),
      { numRuns: 150 },
    );
    expect(retries).toBeGreaterThan(100);
  });

  it.each(words)("knows the error %s as the AWS SDK does", (name) => {
    const error = Object.assign(new Error(), { name, $metadata: {} }) as unknown as SdkError;
    for (const clockCorrected of [false, true]) {
      const plan = planRetry(createRetryQuota(), {
        ...{ error, attempt: 1, maxAttempts: 2, clockCorrected },
      });
      const kind = kindOf({ error, clockCorrected, random: 0 });
      expect(plan?.cost).toBe({ THROTTLING: 5, TRANSIENT: 14 }[kind as string]);
    }
  });

  it("has delays of at most 20 seconds, from 0 on, however many attempts there are", () => {
    for (const [statusCode, first] of [
      [503, 50],
      [429, 1000],
    ] as const) {
      for (let attempt = 1; attempt <= 2000; attempt++) {
        const delays = [0, 1 - Number.EPSILON].map(
          (random) =>
            planRetry(
              createRetryQuota(),
              {
                error: { $metadata: { httpStatusCode: statusCode } },
                attempt,
                maxAttempts: Infinity,
                clockCorrected: false,
              },
              () => random,
            )?.delay,
        );
        const longest = Math.min(first * 2 ** (attempt - 1), 20_000);
        expect(delays).toEqual([0, longest - 1]);
      }
    }
  });

  it.each([[undefined], [null], ["text"], [5], [{}], [Object.create(null)], [{ name: 5 }]])(
    "does not retry what is no error: %j",
    (error: unknown) => {
      const failed = { error, attempt: 1, maxAttempts: 3, clockCorrected: true };
      expect(planRetry(createRetryQuota(), failed)).toBeUndefined();
    },
  );
});
