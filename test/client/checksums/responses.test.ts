import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { FetchHttpHandler } from "@smithy/fetch-http-handler";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import fc from "fast-check";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createChecksum } from "../../../codegen/runtime/client/checksums/algorithms.js";
import type { CallMetadata, ClientConfig } from "../../../codegen/runtime/client/client-types.js";
import { importClient, type AnyMethod } from "../support/import-client.js";
import { startRecorder, type RecorderAnswer } from "../support/recorder.js";
import { StubHandler } from "../support/stub-handler.js";
import { buckets } from "./support/buckets.js";

let answer: RecorderAnswer = {};
const recorder = await startRecorder(() => answer);
const { client, open } = await importClient("client-checksums-of-responses", buckets);
const metadataOf = client["metadataOf"] as (output: object) => CallMetadata | undefined;
const algorithms = ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"] as const;
const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "s3cr3t" };
const settings = { endpoint: recorder.endpoint, region: "eu-central-1", credentials };
const place = { Bucket: "b", Key: "k" };
const text = "ü".repeat(100_000);
const transports: readonly (readonly [string, ClientConfig])[] = [
  ["fetch", {}],
  ["a handler of Node.js", { requestHandler: new NodeHttpHandler() }],
  ["a handler with fetch", { requestHandler: new FetchHttpHandler() }],
];

type Algorithm = (typeof algorithms)[number];

function checksumOf(name: Algorithm, body: string | Uint8Array = text): string {
  const checksum = createChecksum(name);
  checksum.update(Buffer.from(body));
  return Buffer.from(checksum.digest()).toString("base64");
}

const header = (name: string): string => `x-amz-checksum-${name.toLowerCase()}`;
const right = (...names: Algorithm[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [header(name), checksumOf(name)]));
const wrong = (...names: Algorithm[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [header(name), checksumOf(name, "other")]));

beforeEach(() => {
  recorder.requests.length = 0;
});

afterEach(() => {
  vi.unstubAllEnvs();
});

afterAll(() => recorder.stop());

function method(name: string, config: ClientConfig = {}): AnyMethod {
  const found = open({ ...settings, ...config })[name];
  if (found === undefined) throw new Error(`no method ${name}`);
  return found;
}

/** Reads an object to its end. */
async function get(config: ClientConfig = {}, input: object = {}): Promise<string> {
  const { Body } = await method("getObject", config)({ ...place, ...input });
  return (await buffer(Body as AsyncIterable<Uint8Array>)).toString();
}

describe.each(transports)("an object by %s", (_, config) => {
  it.each(algorithms)("is verified while it is read: %s", async (name) => {
    answer = { body: text, headers: right(name) };
    expect(await get(config)).toBe(text);
    expect(recorder.requests[0]?.headers).toHaveProperty("x-amz-checksum-mode", "ENABLED");
    answer = { body: text, headers: wrong(name) };
    await expect(get(config)).rejects.toMatchObject({
      ...{ name: "ChecksumMismatchError", $fault: "client", algorithm: name },
      ...{ expected: checksumOf(name, "other"), received: checksumOf(name) },
      $metadata: { httpStatusCode: 200 },
    });
    await expect(get(config)).rejects.toBeInstanceOf(client["ChecksumMismatchError"]);
  });

  it("is delivered before it is known to be damaged", async () => {
    answer = { body: text, headers: wrong("CRC32") };
    const { Body } = await method("getObject", config)(place);
    const parts: Uint8Array[] = [];
    const error = await (async () => {
      for await (const part of Body as AsyncIterable<Uint8Array>) parts.push(part);
    })().catch((reason: unknown) => reason);
    // A stream of Node.js that fails discards what nobody has taken.
    expect(parts.length).toBeGreaterThan(0);
    const length = Buffer.concat(parts).length;
    expect(length).toBeGreaterThan(0);
    expect(length).toBeLessThanOrEqual(Buffer.byteLength(text));
    expect(error).toMatchObject({ name: "ChecksumMismatchError" });
  });

  it("can be left unread, and ends with its signal", async () => {
    answer = { body: text.repeat(20), headers: right("CRC32") };
    const controller = new AbortController();
    const { Body } = await method("getObject", config)(place, { signal: controller.signal });
    const reading = buffer(Body as AsyncIterable<Uint8Array>);
    controller.abort(new Error("enough"));
    await expect(reading).rejects.toBeInstanceOf(Error);
  });

  it("is empty, and verified too", async () => {
    answer = { body: "", headers: { [header("CRC32")]: "AAAAAA==" } };
    expect(await get(config)).toBe("");
  });
});

it("streams stay of the kind of their transport", async () => {
  answer = { body: text, headers: right("SHA1") };
  const kinds = await Promise.all(
    transports.map(async ([, config]) => (await method("getObject", config)(place))["Body"]),
  );
  expect(kinds.map((body) => body instanceof ReadableStream)).toEqual([true, false, true]);
  expect(kinds.map((body) => body instanceof Readable)).toEqual([false, true, false]);
  for (const body of kinds) await buffer(body as Readable);
});

describe("a body that is collected", () => {
  it("is verified before the call returns", async () => {
    answer = { body: text, headers: right("CRC64NVME") };
    const output = await method("getText")(place);
    expect(output).toEqual({ Text: text });
    expect(metadataOf(output)).toMatchObject({ checksumAlgorithm: "CRC64NVME", attempts: 1 });
    answer = { body: text, headers: { ...wrong("CRC64NVME"), "x-amz-request-id": "r1" } };
    const { error } = await method("getText").safe(place);
    expect(error).toMatchObject({
      name: "ChecksumMismatchError",
      $metadata: { attempts: 1, httpStatusCode: 200, requestId: "r1", totalRetryDelay: 0 },
    });
    expect(recorder.requests).toHaveLength(2);
  });

  it("is verified as text or bytes of a handler", async () => {
    for (const body of [text, Buffer.from(text)]) {
      const good = new StubHandler({ body, headers: right("CRC32") });
      expect(await method("getText", { requestHandler: good })(place)).toEqual({ Text: text });
      const bad = new StubHandler({ body, headers: wrong("CRC32") });
      const result = await method("getText", { requestHandler: bad }).safe(place);
      expect(result.error?.name).toBe("ChecksumMismatchError");
    }
  });
});

describe("what is not verified", () => {
  const skipped = async (headers: Record<string, string>, config: ClientConfig = {}) => {
    answer = { body: text, headers };
    const output = await method("getObject", config)(place);
    expect(metadataOf(output)).not.toHaveProperty("checksumAlgorithm");
    expect((await buffer(output["Body"] as Readable)).toString()).toBe(text);
  };

  it("the checksum of the checksums of parts", async () => {
    await skipped({ [header("CRC32")]: `${checksumOf("CRC32", "x")}-2` });
    await skipped({ [header("SHA256")]: `${checksumOf("SHA256", "x")}-10000` });
  });

  it("an algorithm that is unknown, or that the model does not have", async () => {
    await skipped({ "x-amz-checksum-xxhash64": "AAAA", "x-amz-checksum-md5": "AAAA" });
    answer = { body: text, headers: { ...right("SHA1"), ...wrong("SHA256", "CRC32") } };
    expect(await method("both")({ Bucket: "b" })).toEqual({ Text: text });
  });

  it("the answer to HEAD, which has no body", async () => {
    answer = { body: "", headers: right("CRC32") };
    const output = await method("headObject")(place);
    expect(output).toEqual({ ChecksumCRC32: checksumOf("CRC32") });
  });

  it("an error", async () => {
    const body = "<Error><Code>Nope</Code></Error>";
    answer = { statusCode: 404, body, headers: wrong("CRC32") };
    expect((await method("getObject").safe(place)).error?.name).not.toBe("ChecksumMismatchError");
  });

  it("an object that fetch has decompressed; but one that Node.js has not", async () => {
    const zipped = gzipSync(text);
    const stored = { "content-encoding": "gzip", [header("SHA1")]: checksumOf("SHA1", zipped) };
    answer = { body: zipped, headers: stored };
    expect(await get()).toBe(text);
    const handler = { requestHandler: new NodeHttpHandler() };
    const { Body } = await method("getObject", handler)(place);
    expect((await buffer(Body as Readable)).equals(zipped)).toBe(true);
    answer = { body: zipped, headers: { "content-encoding": "gzip", ...wrong("SHA1") } };
    await expect(get(handler)).rejects.toMatchObject({ name: "ChecksumMismatchError" });
  });

  it("anything, with when_required", async () => {
    await skipped(wrong("CRC32"), { responseChecksumValidation: "when_required" });
    vi.stubEnv("AWS_RESPONSE_CHECKSUM_VALIDATION", "when_required");
    await skipped(wrong("CRC32"));
    for (const { headers } of recorder.requests)
      expect(headers).not.toHaveProperty("x-amz-checksum-mode");
    // The input can still ask for it.
    await expect(get({}, { ChecksumMode: "ENABLED" })).rejects.toBeInstanceOf(Error);
    await expect(get({ responseChecksumValidation: "when_supported" })).rejects.toBeInstanceOf(
      Error,
    );
  });
});

describe("a response with several checksums", () => {
  /** What the SDK does with the same response. */
  async function bySdk(): Promise<boolean> {
    const sdk = new S3Client({ ...settings, forcePathStyle: true });
    const { Body } = await sdk.send(new GetObjectCommand(place));
    return buffer(Body as Readable).then(
      () => true,
      () => false,
    );
  }

  it("is accepted if the SDK accepts it", async () => {
    const state = fc.constantFrom("absent", "right", "wrong");
    const states = fc.record({ CRC32: state, CRC32C: state, SHA1: state, SHA256: state });
    await fc.assert(
      fc.asyncProperty(states, async (given) => {
        const names = Object.entries(given) as [Algorithm, string][];
        const having = (what: string): Algorithm[] =>
          names.flatMap(([name, found]) => (found === what ? [name] : []));
        answer = {
          body: text,
          headers: { ...right(...having("right")), ...wrong(...having("wrong")) },
        };
        const accepted = get().then(
          () => true,
          () => false,
        );
        expect(await accepted).toBe(await bySdk());
      }),
      { numRuns: 40 },
    );
  });
});

it("hashes as Node.js does", () => {
  expect(checksumOf("SHA256")).toBe(createHash("sha256").update(text).digest("base64"));
});
