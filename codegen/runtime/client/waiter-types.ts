import type { CallOptions, CancelSignal } from "./client-types.js";

/**
 * A method that waits until a resource reaches a state: a waiter of the model
 * (`smithy.waiters#waitable`).
 */
export type WaiterMethod<Input, Output> =
  Partial<Input> extends Input
    ? (input: Input | undefined, options: WaiterOptions) => Promise<WaiterResult<Output>>
    : (input: Input, options: WaiterOptions) => Promise<WaiterResult<Output>>;

/** Options of a waiter. */
export interface WaiterOptions {
  /** The maximum duration of the wait in seconds: more than 0. */
  readonly maxWaitTime: number;
  /** The shortest time between two calls in seconds. Default: that of the model. */
  readonly minDelay?: number | undefined;
  /** The longest time between two calls in seconds. Default: that of the model. */
  readonly maxDelay?: number | undefined;
  /** Aborts the calls and the waits between them. */
  readonly signal?: CancelSignal | undefined;
  /** The maximum duration of one attempt of a call in milliseconds. Default: that of the client. */
  readonly timeout?: number | undefined;
}

/** What ended a wait: the output that has the wanted state, or the error that shows it. */
export type WaiterResult<Output> =
  | { readonly state: "success"; readonly output: Output; readonly error?: undefined }
  | { readonly state: "success"; readonly output?: undefined; readonly error: Error };

/** A waiter of the model. */
export interface Waiter<Input, Output> {
  /** The shortest time between two calls in seconds. */
  readonly minDelay: number;
  /** The longest time between two calls in seconds. */
  readonly maxDelay: number;
  /** The first acceptor that matches is used. */
  readonly acceptors: readonly Acceptor<Input, Output>[];
}

/** What the result of a call means for a waiter. */
export interface Acceptor<Input, Output> {
  readonly state: "success" | "failure" | "retry";
  /**
   * What it matches: every output (`true`), every error (`false`), errors with a name, or the
   * outputs for which a function returns true.
   */
  readonly matches: boolean | string | ((output: Output, input: Input) => boolean);
}

/** Calls an operation, and returns its errors. */
export type SafeCall<Input, Output> = (
  input: Input,
  options: CallOptions,
) => Promise<
  { readonly ok: true; readonly output: Output } | { readonly ok: false; readonly error: unknown }
>;
