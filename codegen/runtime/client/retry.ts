import { ConnectionError } from "./errors.js";
import { readRetryAfter } from "./retry-after.js";
import { takeTokens, type RetryQuota } from "./retry-quota.js";
import type { ErrorMetadata, IncomingResponse } from "../types.js";

/** An attempt that failed. */
export interface FailedAttempt {
  readonly error: unknown;
  /** 1 for the first attempt of the call. */
  readonly attempt: number;
  readonly maxAttempts: number;
  /** Whether the client has corrected its clock, so that another signature can be valid. */
  readonly clockCorrected: boolean;
}

/** Another attempt of a call. */
export interface Retry {
  /** Milliseconds until the attempt. */
  readonly delay: number;
  /** The tokens that were taken for it. They are given back if it succeeds. */
  readonly cost: number;
}

/** The properties of errors on which retries depend. */
interface RetryableError {
  readonly name?: unknown;
  readonly $metadata?: ErrorMetadata | undefined;
  readonly $response?: IncomingResponse | undefined;
  /** Set by the classes of errors with the trait `smithy.api#retryable`. */
  readonly $retryable?: { readonly throttling?: boolean } | undefined;
}

/**
 * Plans another attempt as the AWS SDKs do in their standard mode (AWS SDKs and Tools Reference Guide,
 * "Retry behavior"), and takes its tokens. The delay is a random part of 50 ms, or of one second if
 * the service throttles calls, doubled with every attempt up to 20 seconds. If the service asks to
 * wait longer, the call does so, but for at most 5 seconds more.
 *
 * @param random returns a number from 0 to less than 1
 * @param now milliseconds since 1970, by the service's clock
 * @returns `undefined` if the call has failed: the error is final, or attempts or tokens ran out
 */
export function planRetry(
  quota: RetryQuota,
  { error, attempt, maxAttempts, clockCorrected }: FailedAttempt,
  random: () => number = Math.random,
  now: number = Date.now(),
): Retry | undefined {
  const failure = (error ?? {}) as RetryableError;
  const throttled = isThrottling(failure);
  if (!throttled && !isTransient(failure, clockCorrected)) return undefined;
  const cost = throttled ? 5 : 14;
  if (attempt >= maxAttempts || !takeTokens(quota, cost)) return undefined;
  const longest = Math.min(20_000, (throttled ? 1000 : 50) * 2 ** (attempt - 1));
  const delay = Math.floor(random() * longest);
  const wanted = failure.$response ? readRetryAfter(failure.$response, now) : NaN;
  return { delay: wanted > delay ? Math.min(wanted, delay + 5000) : delay, cost };
}

function isThrottling({ name, $metadata, $retryable }: RetryableError): boolean {
  return (
    $metadata?.httpStatusCode === 429 ||
    $retryable?.throttling === true ||
    throttlingCodes.test(String(name))
  );
}

function isTransient(error: RetryableError, clockCorrected: boolean): boolean {
  const { name, $metadata, $retryable } = error;
  return (
    $retryable !== undefined ||
    error instanceof ConnectionError ||
    [500, 502, 503, 504].includes($metadata?.httpStatusCode ?? 0) ||
    transientCodes.test(String(name)) ||
    (clockCorrected && clockCodes.test(String(name)))
  );
}

const throttlingCodes =
  /^(BandwidthLimitExceeded|EC2ThrottledException|LimitExceededException|PriorRequestNotComplete|ProvisionedThroughputExceededException|Request(LimitExceeded|Throttled(Exception)?)|SlowDown|Thrott(ledException|ling(Exception)?)|TooManyRequestsException|TransactionInProgressException)$/;

const transientCodes = /^(RequestTimeout(Exception)?|TimeoutError)$/;

/** The codes of requests whose signature is invalid, perhaps because the clock was wrong. */
const clockCodes =
  /^(AccessDeniedException|AuthFailure|InvalidSignatureException|Request(Expired|InTheFuture|TimeTooSkewed)|SignatureDoesNotMatch)$/;
