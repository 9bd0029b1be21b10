import { createClock } from "../../../../codegen/runtime/client/clock.js";
import type { ClientConfig } from "../../../../codegen/runtime/client/client-types.js";
import type { AuthContext, AuthScheme } from "../../../../codegen/runtime/client/service-types.js";

/** What is known when a request is authenticated, for a configuration and the schemes of a service. */
export function contextOf(
  config: ClientConfig,
  auth: readonly AuthScheme[] = [],
  more: Partial<AuthContext> = {},
): AuthContext {
  return {
    service: {
      name: "Weather",
      auth,
      toValidationException: () => new Error("not called"),
      operations: {},
    },
    config: { region: "eu-central-1", ...config },
    traits: undefined,
    endpoint: { url: "https://example.com" },
    clock: createClock(),
    auth: {},
    ...more,
  };
}
