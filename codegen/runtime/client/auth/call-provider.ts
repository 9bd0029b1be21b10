import { ConfigurationError } from "../errors.js";

/**
 * Calls a function of the configuration.
 * @param property the function's property
 * @throws ConfigurationError whose cause is what the function threw. The message does not contain
 * it, since it may contain a secret
 */
export async function callProvider<Value>(
  property: string,
  provider: () => Value | Promise<Value>,
): Promise<Value> {
  try {
    return await provider();
  } catch (cause) {
    throw new ConfigurationError(property, `${property} failed. The cause says why.`, cause);
  }
}
