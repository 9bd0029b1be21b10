import { createRequire } from "node:module";
import { repository } from "../setup/command-line.js";
import { putBatchSchema } from "./sdk-schemas.js";

/*
 * The protocols of the SDK, in the versions that the repository pins. The benchmarks' own folder has
 * older ones, of the older clients.
 */

const require = createRequire(`${repository}/package.json`);

interface Protocol {
  deserializeResponse(schema: object, context: object, response: object): Promise<unknown>;
  serializeRequest(schema: object, input: object, context: object): Promise<Message>;
}

/** A message, of which only the body matters here. */
export interface Message {
  readonly body?: unknown;
}

type ProtocolClass = new (options: object) => Protocol;

interface ClientModule {
  readonly ApiGatewayV2Client: new (options: object) => { readonly config: object };
}

/** The class of each protocol in `@aws-sdk/core/protocols`. */
export const sdkProtocols = {
  awsJson1_1: "AwsJson1_1Protocol",
  restJson1: "AwsRestJsonProtocol",
  rpcv2Cbor: "AwsSmithyRpcV2CborProtocol",
  rpcv2Json: "AwsSmithyRpcV2JsonProtocol",
  restXml: "AwsRestXmlProtocol",
  awsQuery: "AwsQueryProtocol",
  ec2Query: "AwsEc2QueryProtocol",
} as const;

/** What the SDK does between a value and a message. */
export interface SdkCodec {
  readonly decode: (body: Uint8Array) => Promise<unknown>;
  readonly encode: (input: object) => Promise<Message>;
}

/** Loads a protocol of the SDK, with the context that the SDK's clients give it. */
export function loadSdkProtocol(name: keyof typeof sdkProtocols): SdkCodec {
  const protocols = require("@aws-sdk/core/protocols") as Record<string, ProtocolClass>;
  const { ApiGatewayV2Client } = require("@aws-sdk/client-apigatewayv2") as ClientModule;
  const Class = protocols[sdkProtocols[name]];
  if (Class === undefined) throw new Error(`the SDK has no ${sdkProtocols[name]}`);
  const protocol = new Class({
    defaultNamespace: "bench",
    serviceTarget: "Batches",
    xmlNamespace: "https://example.com/doc/2026-01-01/",
    version: "2026-01-01",
  });
  const { config } = new ApiGatewayV2Client({
    region: "eu-west-1",
    credentials: { accessKeyId: "id", secretAccessKey: "secret" },
    protocol,
  });
  const endpoint = (): Promise<object> =>
    Promise.resolve({ protocol: "https:", hostname: "localhost", path: "/" });
  const context = { ...config, endpoint };
  return {
    decode: (body) =>
      protocol.deserializeResponse(putBatchSchema, context, { statusCode: 200, headers: {}, body }),
    encode: (input) => protocol.serializeRequest(putBatchSchema, input, context),
  };
}

interface CborModule {
  readonly cbor: {
    deserialize(bytes: Uint8Array): unknown;
    serialize(value: unknown): Uint8Array;
  };
}

/** Loads the SDK's CBOR without schemas. */
export function loadSdkCbor(): CborModule["cbor"] {
  return (require("@smithy/core/cbor") as CborModule).cbor;
}

interface XmlModule {
  readonly parseXML: (text: string) => unknown;
}

/** Loads the SDK's parser of XML. */
export function loadSdkXml(): XmlModule {
  return createRequire(require.resolve("@aws-sdk/core/protocols"))(
    "@aws-sdk/xml-builder",
  ) as XmlModule;
}
