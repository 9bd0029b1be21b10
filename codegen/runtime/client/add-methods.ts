import { own } from "../json/json.js";
import { call, type Callee } from "./call.js";
import type { CallOptions, ClientConfig, Method } from "./client-types.js";
import type { ClientOperation, ClientService, OperationTraits } from "./service-types.js";
import { ConfigurationError } from "./errors.js";
import type { WaiterOptions } from "./waiter-types.js";
import { openClient } from "./open-client.js";

/**
 * Adds a method for each operation to an object. Methods do not use `this`, so that they can be
 * taken off the object.
 * @param operations the namespaces of operations by the operations' names
 * @returns the object
 * @throws ConfigurationError if the configuration or an operation is invalid
 */
export function addMethods<Target extends object>(
  target: Target,
  operations: Readonly<Record<string, ClientOperation>>,
  service: ClientService,
  config: ClientConfig,
): Target {
  const client = openClient(service, config);
  const methods = target as Record<string, unknown>;
  for (const name of Object.keys(operations)) {
    const operation = operations[name];
    if (typeof operation?.serializeRequest !== "function") {
      const message = `${name} is not an operation of ${service.name}. Pass the namespaces that the package exports.`;
      throw new ConfigurationError("operations", message);
    }
    const traits = own(service.operations, name) as OperationTraits | undefined;
    methods[methodName(name)] = methodOf({ client, name, operation, traits });
  }
  for (const [name, [operation, waiter]] of Object.entries(service.waiters ?? {})) {
    const method = methods[methodName(operation)] as Method<unknown, never, unknown> | undefined;
    if (method === undefined) continue;
    methods[name] = (input: never, options: WaiterOptions) =>
      service.waitUntil?.(method.safe, waiter, input, options);
  }
  return target;
}

/** Returns the method of an operation, as the type `MethodName` says. */
function methodName(operation: string): string {
  const name = operation.slice(0, 1).toLowerCase() + operation.slice(1);
  return name === "constructor" || name === "then" ? `${name}$` : name;
}

function methodOf(callee: Callee): Method<object, object, unknown> {
  const { client, traits } = callee;
  const method = (input?: object, options?: CallOptions): Promise<object> =>
    (traits?.call ?? call)(callee as never, input, options);
  return Object.assign(method, {
    async safe(input?: object, options?: CallOptions) {
      try {
        return { ok: true as const, output: await method(input, options) };
      } catch (error) {
        return { ok: false as const, error };
      }
    },
    ...client.service.paginate?.(method, traits),
  });
}
