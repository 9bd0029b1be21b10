import { discard } from "./body.js";
import type { CancelSignal } from "./client-types.js";
import { onAbort } from "./on-abort.js";

/** Releases the signals of streams that were collected. */
let streams: FinalizationRegistry<() => void> | undefined;

/**
 * Ends a stream and its request when a signal is aborted. The signal does not keep the stream from being collected,
 * except on platforms without weak references.
 */
export function endOnAbort(
  signal: CancelSignal,
  body: object,
  request: { readonly abort: () => void },
): void {
  const stream = referenceTo(body);
  const release = onAbort(signal, () => {
    request.abort();
    discard(stream.deref(), signal.reason);
  });
  if (typeof FinalizationRegistry !== "function") return;
  streams ??= new FinalizationRegistry((release) => {
    release();
  });
  streams.register(body, release);
}

/** A function of its own, since all closures of a function keep all of its captured variables. */
function referenceTo(body: object): { readonly deref: () => object | undefined } {
  return typeof WeakRef === "function" ? new WeakRef(body) : { deref: () => body };
}
