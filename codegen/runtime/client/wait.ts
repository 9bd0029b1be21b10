import { AbortError } from "./errors.js";
import type { CancelSignal } from "./client-types.js";

/**
 * Waits, and leaves no timer or listener behind.
 *
 * @param delay milliseconds
 * @throws AbortError when the signal is aborted, or already was
 */
export function wait(delay: number, signal: CancelSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      reject(new AbortError(signal?.reason));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, delay);
    if (signal?.aborted === true) abort();
    else signal?.addEventListener("abort", abort);
  });
}
