import { AbortError } from "./errors.js";
import type { CancelSignal } from "./client-types.js";
import { onAbort } from "./on-abort.js";

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
      release?.();
      reject(new AbortError(signal?.reason));
    };
    const timer = setTimeout(() => {
      release?.();
      resolve();
    }, delay);
    const release = signal && onAbort(signal, abort);
    if (signal?.aborted === true) abort();
  });
}
