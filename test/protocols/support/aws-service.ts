import type { ProtocolName } from "../../../codegen/src/ir/service.js";
import type { Json } from "../../codegen/support/models.js";

/** A part of an AWS service in a model of our own, and the SDK's client of the service. */
export interface SdkService {
  readonly protocol: string;
  /** The protocols of the server and of our client, if they are more than that of the SDK's client. */
  readonly protocols?: readonly ProtocolName[];
  readonly given: Json;
  /** Opens a client; its methods have the operations' names, beginning with a small letter. */
  readonly open: (config: ClientSettings) => object;
}

/** What is the same in the configurations of the SDK's clients and of ours. */
export interface ClientSettings {
  readonly endpoint: string;
  readonly requestHandler?: object;
  readonly maxAttempts?: number;
}

/** What calls need, and tests do not vary. */
export const settings = {
  region: "us-east-1",
  credentials: { accessKeyId: "a", secretAccessKey: "s" },
  maxAttempts: 1,
};

/** Gives a service the name that its requests have on the wire. */
export function renamed(given: Json, name: string): Json {
  return JSON.parse(
    JSON.stringify(given).replace('"test#Weather"', JSON.stringify(`test#${name}`)),
  ) as Json;
}

/**
 * The same service in other protocols.
 * @param from the trait of its protocol
 */
export function inProtocols(given: Json, from: string, ...to: readonly string[]): Json {
  const traits = to.map((trait) => `${JSON.stringify(trait)}:{}`).join();
  return JSON.parse(JSON.stringify(given).replace(`${JSON.stringify(from)}:{}`, traits)) as Json;
}
