import type { CancelSignal } from "./client-types.js";

/** What to call for each signal. */
const callbacks = new WeakMap<object, Set<() => void>>();

/**
 * Calls a function when a signal is aborted. All functions of a signal share one listener, since
 * Node.js warns of a leak if a signal has more than ten.
 * @returns a function that must be called when the signal is no longer of interest
 */
export function onAbort(signal: CancelSignal, callback: () => void): () => void {
  const all = callbacks.get(signal) ?? new Set();
  callbacks.set(signal, all.add(callback));
  signal.addEventListener("abort", callAll);
  return () => {
    all.delete(callback);
    if (all.size === 0) signal.removeEventListener("abort", callAll);
  };
}

/** Adding it to a signal once more has no effect. */
function callAll({ target }: { readonly target: unknown }): void {
  for (const callback of callbacks.get(target as object) ?? []) callback();
}
