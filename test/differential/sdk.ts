import * as sdk from "@aws-sdk/client-apigatewayv2";
import type { Value } from "../properties/codec.js";

/** The parts of a request that the model decides. */
export interface SentRequest {
  readonly method: string;
  readonly hostname: string;
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What the service answers. */
export interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string | Uint8Array | undefined;
}

/** What the SDK sent, and what it made of the answer. */
export interface Exchange {
  /** `undefined` where the SDK refused to send anything. */
  readonly request: SentRequest | undefined;
  readonly output: Value | undefined;
  readonly error: (Error & Value) | undefined;
}

/** Where the stub of a service would be. */
export const hostname = "service.example";

/** Headers that say how a message is carried, who sends it and when: nothing of them is modelled. */
const headersOfTransport = new Set([
  "amz-sdk-invocation-id",
  "amz-sdk-request",
  "authorization",
  "content-length",
  "host",
  "user-agent",
  "x-amz-content-sha256",
  "x-amz-date",
  "x-amz-user-agent",
]);

type Send = (command: object) => Promise<Value>;

interface StubRequest {
  readonly method: string;
  readonly hostname: string;
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The published SDK, with a stub in the place of the network. */
export class SdkStub {
  #request: SentRequest | undefined;
  #answer: Answer = { statusCode: 200, headers: {}, body: "{}" };
  readonly #client: sdk.ApiGatewayV2Client;

  constructor() {
    this.#client = new sdk.ApiGatewayV2Client({
      region: "us-east-1",
      endpoint: `https://${hostname}`,
      credentials: { accessKeyId: "id", secretAccessKey: "secret" },
      // A signature says nothing of the model, and takes longer than all the rest.
      signer: { sign: (request) => Promise.resolve(request) },
      maxAttempts: 1,
      requestHandler: {
        handle: (request: StubRequest) => Promise.resolve({ response: this.#respond(request) }),
      },
    });
  }

  /** Sends an input, and has it answered. */
  async exchange(operation: string, input: Value, answer: Answer): Promise<Exchange> {
    this.#request = undefined;
    this.#answer = answer;
    const send = this.#client.send.bind(this.#client) as Send;
    try {
      const output = await send(commandOf(operation, input));
      delete output["$metadata"];
      return { request: this.#request, output, error: undefined };
    } catch (error) {
      return { request: this.#request, output: undefined, error: error as Error & Value };
    }
  }

  #respond(request: StubRequest): object {
    const headers = Object.entries(request.headers).map(
      ([name, value]) => [name.toLowerCase(), value] as const,
    );
    this.#request = {
      method: request.method,
      hostname: request.hostname,
      path: request.path,
      query: request.query,
      headers: Object.fromEntries(headers.filter(([name]) => !headersOfTransport.has(name))),
      body: request.body,
    };
    const { statusCode, headers: answered, body } = this.#answer;
    // A copy, since the SDK changes the class of the bytes that it is handed.
    const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body?.slice();
    return { statusCode, headers: { ...answered }, body: bytes ?? new Uint8Array() };
  }
}

/** The SDK's class of that name: a command's or an error's. */
export function sdkClass(name: string): new (options: Value) => object {
  const found: unknown = (sdk as Readonly<Record<string, unknown>>)[name];
  if (typeof found !== "function") throw new Error(`The SDK does not export ${name}.`);
  return found as new (options: Value) => object;
}

function commandOf(operation: string, input: Value): object {
  return new (sdkClass(`${operation}Command`))(input);
}
