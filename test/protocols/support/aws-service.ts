import type { Json } from "../../codegen/support/models.js";

/** A part of an AWS service in a model of our own, and the SDK's client of the service. */
export interface SdkService {
  readonly protocol: string;
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

/** The same service in another protocol. */
export function inProtocol(given: Json, from: string, to: string): Json {
  return JSON.parse(
    JSON.stringify(given).replace(JSON.stringify(from), JSON.stringify(to)),
  ) as Json;
}
