import { typeName } from "../json/json.js";
import { createClock, type Clock } from "./clock.js";
import type { CallOptions, ClientConfig, ClientHooks } from "./client-types.js";
import type { AuthState, ClientService } from "./service-types.js";
import { ConfigurationError } from "./errors.js";
import { createRetryQuota, type RetryQuota } from "./retry-quota.js";

/** What the calls of a client share. */
export interface Client {
  readonly service: ClientService;
  readonly config: ClientConfig;
  readonly hooks: readonly ClientHooks[];
  readonly quota: RetryQuota;
  readonly clock: Clock;
  readonly auth: AuthState;
}

/**
 * Returns the state of a client.
 * @throws ConfigurationError if a property is invalid that does not depend on the operation
 */
export function openClient(service: ClientService, config: ClientConfig): Client {
  if (typeof config !== "object" || (config as unknown) === null) {
    throw new ConfigurationError("config", `Expected an object, received ${typeName(config)}.`);
  }
  const { maxAttempts = 3, timeout, hooks } = config;
  if (!Number.isInteger(maxAttempts) || maxAttempts < 1) {
    throw new ConfigurationError("maxAttempts", "maxAttempts must be an integer of 1 or more.");
  }
  expectTimeout(timeout);
  return {
    service,
    config: service.withMarshaller?.(config) ?? config,
    hooks: hooks === undefined ? [config] : [config, hooks],
    quota: createRetryQuota(),
    clock: createClock(),
    auth: {},
  };
}

/** Checks the options of a call. */
export function expectOptions({ signal, timeout }: CallOptions): void {
  expectTimeout(timeout);
  if (signal !== undefined && typeof signal.addEventListener !== "function")
    throw new ConfigurationError("signal", "signal must be an AbortSignal.");
}

/** Checks a timeout, which timers limit to 2^31 - 1 milliseconds. */
function expectTimeout(timeout: number | undefined): void {
  if (timeout === undefined || (timeout > 0 && timeout < 2 ** 31)) return;
  throw new ConfigurationError("timeout", "timeout must be between 1 and 2147483647 milliseconds.");
}
