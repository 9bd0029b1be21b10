import { readHeader } from "../http/headers.js";
import type { IncomingResponse } from "../types.js";

/**
 * Returns how long a service asks to wait: `x-amz-retry-after` in milliseconds, else `retry-after` in
 * seconds or as a date (RFC 9110, section 10.2.3).
 *
 * @param now milliseconds since 1970, by the service's clock
 * @returns milliseconds, negative for a date in the past; `NaN` if there is no valid header
 */
export function readRetryAfter(response: IncomingResponse, now: number): number {
  const milliseconds = readHeader(response, "x-amz-retry-after") ?? "";
  if (isNumber(milliseconds)) return Number(milliseconds);
  const text = readHeader(response, "retry-after") ?? "";
  if (isNumber(text)) return Number(text) * 1000;
  // `Date.parse` also takes single words and numbers.
  if (!text.includes(":")) return NaN;
  // The oldest of the three formats of dates does not end with the zone.
  return Date.parse(text.endsWith("GMT") ? text : `${text} GMT`) - now;
}

function isNumber(text: string): boolean {
  return /^\d+(\.\d+)?$/.test(text);
}
