/**
 * The tokens that the calls of a client share for their retries (AWS SDKs and Tools Reference Guide,
 * "Retry behavior"). If a service is down, they run out, and calls fail without retries.
 */
export interface RetryQuota {
  /** From 0 to 500. */
  tokens: number;
}

const capacity = 500;

/** Returns the full quota of a new client. */
export function createRetryQuota(): RetryQuota {
  return { tokens: capacity };
}

/** Takes the tokens of a retry. Returns false, and takes none, if there are too few. */
export function takeTokens(quota: RetryQuota, cost: number): boolean {
  if (quota.tokens < cost) return false;
  quota.tokens -= cost;
  return true;
}

/**
 * Gives back tokens after a successful call.
 *
 * @param cost the cost of the call's last retry; without a retry, one token is given back
 */
export function returnTokens(quota: RetryQuota, cost: number = 1): void {
  quota.tokens = Math.min(capacity, quota.tokens + cost);
}
