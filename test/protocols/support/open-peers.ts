import { join } from "node:path";
import fc from "fast-check";
import type { Service } from "../../../codegen/src/ir/service.js";
import {
  generateFrom,
  importFiles,
  operationOf,
  repository,
  type Exports,
} from "../../codegen/support/generated.js";
import { smallestMembers } from "../../../codegen/runtime/arbitraries/smallest-values.js";
import type { StructureTable } from "../../../codegen/runtime/types.js";
import { inProtocols, settings, type SdkService } from "./aws-service.js";
import { textInXml } from "./text-in-xml.js";

export type Value = Record<string, unknown>;

/** What a service answers. */
export interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** What a client sent. */
export interface SentRequest {
  readonly method: string;
  readonly hostname: string;
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What a client sent, and what it made of the answer. */
export interface Exchange {
  readonly requests: readonly SentRequest[];
  readonly output?: Value;
  readonly metadata?: unknown;
  readonly error?: Error & Value;
}

export type Peer = "ours" | "theirs";

/** Our client of a service and the SDK's, with a stub in the place of the network. */
export interface Peers {
  readonly service: Service;
  readonly index: Exports;
  /** Calls an operation by one of the clients; retries are those of the client. */
  readonly call: (
    peer: Peer,
    operation: string,
    input: Value,
    answer: Answer,
    maxAttempts?: number,
  ) => Promise<Exchange>;
  /** The smallest input of an operation. */
  readonly inputOf: (operation: string) => Value;
  /** Draws inputs or outputs that XML can carry. */
  readonly values: (role: "inputOf" | "outputOf", operation: string) => fc.Arbitrary<Value>;
  /** Writes an output as a service does. */
  readonly answerOf: (operation: string, output: Value) => Answer;
}

type Method = (input: Value) => Promise<Value & { readonly $metadata?: unknown }>;

/**
 * Generates a client of ours and opens both.
 * @param name of the folder of generated code
 */
export async function openPeers(name: string, aws: SdkService): Promise<Peers> {
  const { service, files } = await generateFrom(aws.given, { client: true, arbitraries: true });
  const index = await importFiles(name, files);
  const load = async (file: string): Promise<Exports> =>
    (await import(/* @vite-ignore */ join(repository, "test/.generated", name, file))) as Exports;
  const arbitraries = await load("arbitraries.ts");
  const { createClient, metadataOf } = (await load("client.ts")) as {
    createClient: (operations: object, config: object) => object;
    metadataOf: (output: object) => unknown;
  };
  const operations = Object.fromEntries(
    service.operations.map(({ symbol }) => [symbol, index[symbol]]),
  );
  const open = {
    ours: (config: object) => createClient(operations, { ...settings, ...config }),
    theirs: aws.open,
  };

  // The query protocols have no servers: the elements of an output are those of restXml.
  const isQuery = aws.protocol !== "restXml";
  const given = inProtocols(aws.given, `aws.protocols#${aws.protocol}`, "aws.protocols#restXml");
  const writer = isQuery
    ? await importFiles(`${name}-writer`, (await generateFrom(given)).files)
    : index;

  let requests: SentRequest[] = [];
  let answer: Answer = { statusCode: 200, headers: {}, body: "" };
  const handle = (request: SentRequest): Promise<object> => {
    requests.push(request);
    return Promise.resolve({ response: responseOf(answer) });
  };
  const clientOf = (peer: Peer, maxAttempts: number): object =>
    open[peer]({ endpoint: "https://service.example", maxAttempts, requestHandler: { handle } });
  const clients = { ours: clientOf("ours", 1), theirs: clientOf("theirs", 1) };

  return {
    service,
    index,
    async call(peer, operation, input, given, maxAttempts = 1) {
      requests = [];
      answer = given;
      const client = maxAttempts === 1 ? clients[peer] : clientOf(peer, maxAttempts);
      const method = operation.charAt(0).toLowerCase() + operation.slice(1);
      try {
        const output = await (client as Record<string, Method>)[method]?.(input);
        const { $metadata: metadata, ...members } = output ?? {};
        return { requests, output: members, metadata: metadata ?? metadataOf(output ?? {}) };
      } catch (error) {
        return { requests, error: error as Error & Value };
      }
    },
    inputOf(operation) {
      const input = service.operations.find(({ symbol }) => symbol === operation)?.input;
      if (input === undefined) return {};
      return smallestMembers(index[`${input.codec.symbol}$`] as StructureTable);
    },
    values(role, operation) {
      const draw = arbitraries[`${role}${operation}`] as (() => fc.Arbitrary<Value>) | undefined;
      return (draw?.() ?? fc.constant({})).map((drawn) => textInXml(drawn) as Value);
    },
    answerOf(operation, output) {
      const { statusCode, headers, body } = operationOf(writer, operation).serializeResponse(
        output,
      ) as unknown as Answer;
      const text = typeof body === "string" ? body : "";
      return {
        statusCode,
        headers: { ...headers, "x-amzn-requestid": "the-id" },
        body: isQuery ? resultOf(aws.protocol, operation, text) : text,
      };
    },
  };
}

/** Wraps the members of an output (AWS Query and EC2 Query protocols, "Response serialization"). */
function resultOf(protocol: string, operation: string, xml: string): string {
  const members = xml.replace(/^<[^>]*>/, "").replace(/<\/[^>]*>$/, "");
  const content =
    protocol === "ec2Query"
      ? `<requestId>the-id</requestId>${members}`
      : `<${operation}Result>${members}</${operation}Result>` +
        "<ResponseMetadata><RequestId>the-id</RequestId></ResponseMetadata>";
  return `<${operation}Response xmlns="http://service.example/doc/">${content}</${operation}Response>`;
}

function responseOf({ statusCode, headers, body }: Answer): object {
  // Copies, since the SDK changes the headers and the class of the bytes that it is handed.
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body.slice();
  return { statusCode, headers: { ...headers }, body: bytes };
}
