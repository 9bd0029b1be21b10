import { AbortError, ConfigurationError, TimeoutError, WaiterError } from "./errors.js";
import { onAbort } from "./on-abort.js";
import { wait } from "./wait.js";
import type { Acceptor, SafeCall, Waiter, WaiterOptions, WaiterResult } from "./waiter-types.js";

/** The longest time that timers of all platforms can measure, in seconds. */
const longest = 2_147_483;

/**
 * Calls an operation until a waiter succeeds (Smithy 2.0, "Waiter workflow"). The time between two
 * calls grows at random from `minDelay` to `maxDelay`. The last call begins a second before
 * `maxWaitTime` is over, or after half of what is left if that is later: at the end, as the rules
 * have it, it would be aborted at once.
 *
 * @param call calls the operation, and returns its errors instead of throwing them
 * @returns the output or the error that shows the wanted state
 * @throws WaiterError if the wanted state cannot be reached any more
 * @throws TimeoutError if `maxWaitTime` is over; its cause is the last error, if there was one
 * @throws AbortError if `signal` is aborted
 * @throws ConfigurationError if an option is invalid
 * @throws an error of the call that the waiter does not expect
 */
export async function waitUntil<Input, Output>(
  call: SafeCall<Input, Output>,
  waiter: Waiter<Input, Output>,
  input: Input,
  options: WaiterOptions,
): Promise<WaiterResult<Output>> {
  const { maxWaitTime, minDelay, maxDelay } = timesOf(waiter, options);
  const { signal, timeout } = options;
  if (signal?.aborted === true) throw new AbortError(signal.reason);
  const end = performance.now() + maxWaitTime * 1000;
  // Calls take one signal, and there are two reasons to stop.
  const controller = new AbortController();
  const stop: { error?: Error } = {};
  const abort = (): void => {
    stop.error ??= new AbortError(signal?.reason);
    controller.abort(signal?.reason);
  };
  const timer = setTimeout(() => {
    stop.error ??= timeoutError(maxWaitTime);
    controller.abort();
  }, maxWaitTime * 1000);
  const release = signal && onAbort(signal, abort);
  try {
    for (let attempt = 1, isLast = false; ; attempt++) {
      const result = await call(input, { signal: controller.signal, timeout });
      // The error of a call that was stopped says nothing about the state.
      if (!result.ok && stop.error !== undefined) throw stop.error;
      const state = stateOf(waiter, result, input);
      if (state === "success")
        return result.ok
          ? { state, output: result.output }
          : { state, error: result.error as Error };
      if (state === "failure") throw new WaiterError(result.ok ? result.output : result.error);
      if (state === undefined && !result.ok) throw result.error;
      const left = (end - performance.now()) / 1000;
      if (isLast || left <= 0)
        throw timeoutError(maxWaitTime, result.ok ? undefined : result.error);
      let delay = delayOf(attempt, minDelay, maxDelay);
      isLast = left - delay <= minDelay;
      if (isLast) delay = Math.max(left - 1, left / 2);
      await wait(delay * 1000, controller.signal);
    }
  } finally {
    clearTimeout(timer);
    release?.();
  }
}

function timeoutError(maxWaitTime: number, cause?: unknown): TimeoutError {
  return new TimeoutError(`The wanted state was not reached within ${maxWaitTime} s.`, cause);
}

/** Returns what the result of a call means; `undefined` if no acceptor matches it. */
function stateOf<Input, Output>(
  { acceptors }: Waiter<Input, Output>,
  result: Awaited<ReturnType<SafeCall<Input, Output>>>,
  input: Input,
): Acceptor<Input, Output>["state"] | undefined {
  return acceptors.find(({ matches }) => {
    if (typeof matches === "boolean") return matches === result.ok;
    if (typeof matches === "string")
      return !result.ok && (result.error as Partial<Error> | undefined)?.name === matches;
    try {
      return result.ok && matches(result.output, input);
    } catch {
      // An expression whose evaluation fails (JMESPath specification, "Errors") matches nothing.
      return false;
    }
  })?.state;
}

/** The exponential backoff with jitter of Smithy 2.0, "Waiter retries", in seconds. */
function delayOf(attempt: number, minDelay: number, maxDelay: number): number {
  const ceiling = Math.log2(maxDelay / minDelay) + 1;
  const delay = attempt > ceiling ? maxDelay : minDelay * 2 ** (attempt - 1);
  return minDelay + Math.random() * (delay - minDelay);
}

type Times = Record<"maxWaitTime" | "minDelay" | "maxDelay", number>;

/** A delay of the caller also moves the other one of the model, if that would be on the wrong side. */
function timesOf(model: Omit<Times, "maxWaitTime">, options: WaiterOptions): Times {
  const given = (options as WaiterOptions | null | undefined) ?? ({} as Partial<WaiterOptions>);
  const { maxWaitTime = Number.NaN, minDelay, maxDelay } = given;
  for (const [name, time] of Object.entries({ maxWaitTime, minDelay, maxDelay }))
    if (time !== undefined && !(typeof time === "number" && time > 0 && time <= longest))
      throw new ConfigurationError(
        name,
        `${name} must be a number of seconds above 0, at most ${longest}. Set it in the options of the waiter.`,
      );
  const times = {
    maxWaitTime,
    minDelay: minDelay ?? Math.min(model.minDelay, maxDelay ?? longest),
    maxDelay: maxDelay ?? Math.max(model.maxDelay, minDelay ?? 0),
  };
  if (times.minDelay > times.maxDelay)
    throw new ConfigurationError(
      "minDelay",
      "minDelay must not exceed maxDelay. Set them in the options of the waiter.",
    );
  return times;
}
