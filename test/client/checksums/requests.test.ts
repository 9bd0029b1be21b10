import { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import {
  DeleteObjectsCommand,
  PutObjectCommand,
  S3Client,
  type PutObjectCommandInput,
  type S3ClientConfig,
} from "@aws-sdk/client-s3";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ClientConfig } from "../../../codegen/runtime/client/client-types.js";
import { verifyV4 } from "../auth/support/verify-v4.js";
import { importClient } from "../support/import-client.js";
import { startRecorder, type RecordedRequest, type RecorderAnswer } from "../support/recorder.js";
import { buckets } from "./support/buckets.js";
import { decodeChunks } from "./support/decode-chunks.js";

let answers: RecorderAnswer[] = [];
const recorder = await startRecorder(() => answers.shift() ?? { body: "" });
const { open } = await importClient("client-checksums", buckets);
const algorithms = ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"] as const;
const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "s3cr3t" };
const settings = { endpoint: recorder.endpoint, region: "eu-central-1", credentials };
const place = { Bucket: "b", Key: "k" };
const text = "ü".repeat(1000);
const bytes = new TextEncoder().encode(text);

beforeEach(() => {
  recorder.requests.length = 0;
  answers = [];
});

afterEach(() => {
  vi.unstubAllEnvs();
});

afterAll(() => recorder.stop());

/** Calls a method, and returns the request that the service got. */
async function send(
  name: string,
  input: object,
  config: ClientConfig = {},
): Promise<RecordedRequest> {
  await open({ ...settings, ...config })[name]?.(input);
  return last();
}

/** Puts an object by the SDK, and returns the request that the service got. */
async function sendBySdk(
  input: Omit<PutObjectCommandInput, "Bucket" | "Key" | "Body"> & { readonly Body?: unknown },
  config: Pick<S3ClientConfig, "requestChecksumCalculation"> = {},
): Promise<RecordedRequest> {
  const client = new S3Client({ ...settings, ...config, forcePathStyle: true, maxAttempts: 1 });
  await client.send(new PutObjectCommand({ ...place, ...input } as PutObjectCommandInput));
  return last();
}

function last(): RecordedRequest {
  const request = recorder.requests.at(-1);
  if (request === undefined) throw new Error("no request");
  return request;
}

/** Everything in a request that depends on its checksum. */
function shown({ headers, body }: RecordedRequest): object {
  const names = Object.keys(headers).filter((name) =>
    /^(x-amz-(?!date|user-agent)|content-encoding|transfer-encoding)/.test(name),
  );
  const decoded = "x-amz-trailer" in headers ? decodeChunks(body) : undefined;
  return {
    headers: Object.fromEntries(names.map((name) => [name, headers[name]])),
    body: decoded?.bytes.toString() ?? body.toString(),
    trailers: decoded?.trailers,
  };
}

const nodeStream = (): Readable => Readable.from([bytes.slice(0, 700), bytes.slice(700)]);
const withHandler: ClientConfig = { requestHandler: new NodeHttpHandler() };

async function* chunks(): AsyncIterable<Uint8Array> {
  await Promise.resolve();
  yield bytes.slice(0, 3);
  yield bytes.slice(3);
}

describe.each([undefined, ...algorithms])("a request with the algorithm %s", (name) => {
  const input = name === undefined ? {} : { ChecksumAlgorithm: name };

  it.each([
    ["text", text],
    ["bytes", bytes],
    ["no body", undefined],
  ])("is that of the SDK for %s", async (_, Body) => {
    const theirs = shown(await sendBySdk({ ...input, Body }));
    expect(shown(await send("putObject", { ...place, ...input, Body }))).toEqual(theirs);
  });

  it("is that of the SDK for streams, whatever the kind and the transport", async () => {
    const given = { ...input, ContentLength: bytes.length, ContentEncoding: "gzip" };
    const want = shown(await sendBySdk({ ...given, Body: nodeStream() }));
    expect(want).toMatchObject({ body: text, headers: { "transfer-encoding": "chunked" } });
    const ours = { ...place, ...given };
    for (const config of [{}, withHandler])
      expect(shown(await send("putObject", { ...ours, Body: nodeStream() }, config))).toEqual(want);
    for (const Body of [new Blob([bytes]).stream(), chunks()])
      expect(shown(await send("putObject", { ...ours, Body }))).toEqual(want);
  });

  it("has a valid signature", async () => {
    for (const Body of [text, nodeStream()]) {
      const { method, target, headers, body } = await send("putObject", {
        ...{ ...place, ...input, Body, ContentLength: bytes.length },
      });
      const sent = { method, target, headers, body };
      expect(verifyV4(sent, credentials.secretAccessKey, false)).toMatchObject({
        signed: expect.arrayContaining(["x-amz-sdk-checksum-algorithm"]) as string[],
      });
    }
  });
});

describe("a checksum that the caller sets", () => {
  it.each([...algorithms, "XXHASH64"])("is sent as it is: %s", async (name) => {
    const input = { Body: text, [`Checksum${name === "XXHASH64" ? "SHA1" : name}`]: "AAAA" };
    const theirs = shown(await sendBySdk(input));
    expect(shown(await send("putObject", { ...place, ...input }))).toEqual(theirs);
    const chosen = { ...input, ChecksumAlgorithm: name };
    const Body = new Blob([text]);
    const reads = vi.spyOn(Body, "stream");
    const request = await send("putObject", { ...place, ...chosen, Body });
    expect(reads.mock.calls.length).toBeLessThan(2);
    expect(request.headers).toMatchObject({ "x-amz-sdk-checksum-algorithm": name });
    expect(Object.keys(request.headers).filter((key) => key.startsWith("x-amz-checksum"))).toEqual([
      `x-amz-checksum-${name === "XXHASH64" ? "sha1" : name.toLowerCase()}`,
    ]);
  });
});

describe("when_required", () => {
  const WHEN_REQUIRED = { requestChecksumCalculation: "WHEN_REQUIRED" } as const;
  const config: ClientConfig = { requestChecksumCalculation: "when_required" };

  it("adds a checksum only if the input chooses an algorithm", async () => {
    for (const input of [{ Body: text }, { Body: text, ChecksumAlgorithm: "SHA1" }] as const) {
      const theirs = shown(await sendBySdk(input, WHEN_REQUIRED));
      expect(shown(await send("putObject", { ...place, ...input }, config))).toEqual(theirs);
      vi.stubEnv("AWS_REQUEST_CHECKSUM_CALCULATION", "WHEN_REQUIRED");
      expect(shown(await send("putObject", { ...place, ...input }))).toEqual(theirs);
      vi.unstubAllEnvs();
    }
    const streamed = await send(
      "putObject",
      { ...place, Body: chunks(), ContentLength: 2000 },
      config,
    );
    expect(streamed.headers).not.toHaveProperty("x-amz-trailer");
    expect(streamed.body.toString()).toBe(text);
  });

  it("adds one if the service requires it", async () => {
    const client = new S3Client({ ...settings, ...WHEN_REQUIRED, forcePathStyle: true });
    const input = { Bucket: "b", Delete: { Objects: [{ Key: "k" }] } };
    await client.send(new DeleteObjectsCommand(input));
    const theirs = last();
    const ours = await send("deleteObjects", input, config);
    expect(ours.body.toString()).toBe(theirs.body.toString().replace(/^<\?xml[^>]*>/, ""));
    expect(Object.keys(ours.headers)).toContain("x-amz-checksum-crc32");
    expect(ours.headers["x-amz-sdk-checksum-algorithm"]).toBe("CRC32");
    expect(Object.keys(theirs.headers)).toContain("x-amz-checksum-crc32");
  });

  it("adds one if it is required and cannot be chosen", async () => {
    const { headers, body } = await send("require", { Bucket: "b", Note: "n" }, config);
    const want = Buffer.alloc(4);
    want.writeUInt32BE(crc32(body));
    expect(headers).toHaveProperty("x-amz-checksum-crc32", want.toString("base64"));
    expect(headers).not.toHaveProperty("x-amz-sdk-checksum-algorithm");
    expect(headers).not.toHaveProperty("content-md5");
    // The header that asks for a checksum of the response is not a checksum of the request.
    const both = await send("both", { Bucket: "b" });
    expect(both.headers).toMatchObject({ "x-amz-checksum-mode": "ENABLED" });
    expect(both.headers).toHaveProperty("x-amz-checksum-crc32");
  });
});

describe("chunks", () => {
  it("have the size that Amazon S3 wants, and bytes that the source has not overwritten", async () => {
    const reused = Buffer.alloc(1000);
    async function* source(): AsyncIterable<Uint8Array> {
      for (let round = 0; round < 200; round++) {
        await Promise.resolve();
        yield reused.fill(round);
      }
    }
    const { body, headers } = await send("putObject", { ...place, Body: source() });
    const decoded = decodeChunks(body);
    const want = Buffer.concat(
      Array.from({ length: 200 }, (_, round) => Buffer.alloc(1000, round)),
    );
    expect(decoded.bytes.equals(want)).toBe(true);
    expect(Math.min(...decoded.sizes.slice(0, -1))).toBeGreaterThanOrEqual(8192);
    expect(headers).not.toHaveProperty("x-amz-decoded-content-length");
  });

  it("end with the error of their source, and are not sent again", async () => {
    async function* source(): AsyncIterable<Uint8Array> {
      yield await Promise.resolve(bytes);
      throw new Error("disk on fire");
    }
    const { putObject } = open(settings);
    const result = await putObject?.safe({ ...place, Body: source() });
    expect(result?.error).toMatchObject({ name: "ConnectionError", $metadata: { attempts: 1 } });
    const failing = Readable.from(source());
    const other = await open({ ...settings, ...withHandler })["putObject"]?.safe({
      ...{ ...place, Body: failing },
    });
    expect(other?.ok).toBe(false);
    expect(failing.destroyed).toBe(true);
  });
});

describe("a Blob", () => {
  it("gets a header, and is sent again", async () => {
    answers = [{ statusCode: 503 }, { statusCode: 503 }];
    const theirs = shown(await sendBySdk({ Body: text, ChecksumAlgorithm: "SHA256" }).catch(last));
    answers = [{ statusCode: 503 }, { statusCode: 503 }];
    recorder.requests.length = 0;
    const Body = new Blob([bytes]);
    await send("putObject", { ...place, Body, ChecksumAlgorithm: "SHA256" });
    expect(recorder.requests).toHaveLength(3);
    for (const request of recorder.requests)
      expect(shown(request)).toEqual({
        ...theirs,
        headers: { ...headersOf(theirs), "x-amz-content-sha256": "UNSIGNED-PAYLOAD" },
      });
  });

  it("that cannot be read fails the call with an error of the client", async () => {
    const Body = new Blob([bytes]);
    vi.spyOn(Body, "stream").mockImplementation(() => {
      throw new DOMException("gone", "NotReadableError");
    });
    const result = await open(settings)["putObject"]?.safe({ ...place, Body });
    expect(result?.error).toMatchObject({
      name: "ConnectionError",
      cause: { name: "NotReadableError" },
    });
    expect(recorder.requests).toEqual([]);
  });
});

function headersOf(shownRequest: object): object {
  return (shownRequest as { readonly headers: object }).headers;
}
