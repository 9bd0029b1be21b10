import { deepStrictEqual } from "node:assert";
import { measure, type Contender, type Timing } from "../harness/measure.js";
import { loadSdkProtocol, type Message } from "../peers/sdk-protocols.js";
import { batchModel, batchSamples, type Batch } from "../samples/batch.js";
import { generateModel, loadFiles, loadModelCode } from "../setup/generate-model.js";
import { bareFormats } from "./bare.js";
import type { BatchProtocol } from "./batch-protocols.js";

/** The times of one protocol: a row a size, the first timing of each is ours. */
export interface ProtocolFigures {
  readonly rows: readonly {
    readonly sample: string;
    readonly responseBytes: number;
    readonly requestBytes: number;
    readonly decode: readonly Timing[];
    readonly encode: readonly Timing[];
  }[];
}

interface PutBatch {
  serializeRequest(input: Batch): Message;
  serializeResponse(output: Batch): Message;
  deserializeResponse(response: object): unknown;
}

/** Measures one protocol, in this process. */
export async function measureProtocol(protocol: BatchProtocol): Promise<ProtocolFigures> {
  const name = `batches-${protocol.name}`;
  const { PutBatch } = (await loadFiles(
    name,
    await generateModel(name, batchModel(protocol.trait)),
  )) as { readonly PutBatch: PutBatch };
  const sdk = loadSdkProtocol(protocol.name);
  const bare = await bareFormats(protocol.format);
  const rows: ProtocolFigures["rows"][number][] = [];
  for (const { name: sample, value } of batchSamples) {
    const body = await responseBody(protocol, PutBatch, value);
    const response = {
      statusCode: 200,
      headers: { "content-type": protocol.contentType },
      body,
    };
    await expectEqualResults(PutBatch, sdk, response, value);
    const request = toBytes(PutBatch.serializeRequest(value).body);
    rows.push({
      sample,
      responseBytes: body.length,
      requestBytes: request.length,
      decode: await measure([
        { name: "ours", run: () => PutBatch.deserializeResponse(response) },
        { name: "SDK", run: () => sdk.decode(body) },
        ...bare.flatMap(({ name: library, decode }): Contender[] =>
          decode === undefined ? [] : [{ name: library, run: () => decode(body) }],
        ),
      ]),
      encode: await measure([
        { name: "ours", run: () => PutBatch.serializeRequest(value) },
        { name: "SDK", run: () => sdk.encode(value) },
        ...bare.flatMap(({ name: library, encoderOf, decode }): Contender[] =>
          encoderOf === undefined || (protocol.format === "form" && decode !== undefined)
            ? []
            : [{ name: library, run: encoderOf(request) }],
        ),
      ]),
    });
  }
  return { rows };
}

/** Makes the body of a response. Services of the query protocols have no server side here. */
async function responseBody(
  { name, format }: BatchProtocol,
  codec: PutBatch,
  value: Batch,
): Promise<Uint8Array> {
  if (format !== "form") return toBytes(codec.serializeResponse(value).body);
  const { PutBatch } = (await loadModelCode(
    "batches-as-xml",
    batchModel("aws.protocols#restXml"),
  )) as { readonly PutBatch: PutBatch };
  const text = new TextDecoder().decode(toBytes(PutBatch.serializeResponse(value).body));
  const content = text.slice(text.indexOf(">") + 1, text.lastIndexOf("<"));
  const id = "<RequestId>4a6cbd7e-2c7a-4a57-9f4f-6c1b1a3a1f0e</RequestId>";
  const result =
    name === "ec2Query"
      ? `<requestId>4a6cbd7e</requestId>${content}`
      : `<PutBatchResult>${content}</PutBatchResult><ResponseMetadata>${id}</ResponseMetadata>`;
  return toBytes(
    `<PutBatchResponse xmlns="https://example.com/doc/2026-01-01/">${result}</PutBatchResponse>`,
  );
}

function toBytes(body: unknown): Uint8Array {
  return typeof body === "string" ? Buffer.from(body) : (body as Uint8Array);
}

/** Makes sure that all do the same work. */
async function expectEqualResults(
  codec: PutBatch,
  sdk: ReturnType<typeof loadSdkProtocol>,
  response: { readonly body: Uint8Array },
  value: Batch,
): Promise<void> {
  deepStrictEqual(codec.deserializeResponse(response), value);
  const output = (await sdk.decode(response.body)) as Record<string, unknown>;
  delete output["$metadata"];
  deepStrictEqual(plain(output), value);
}

/** Replaces the arrays of bytes of the SDK, which have a class of their own. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return new Uint8Array(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item)]));
}
