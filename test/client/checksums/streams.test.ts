import { PassThrough, Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import { describe, expect, it, vi } from "vitest";
import type { ClientConfig } from "../../../codegen/runtime/client/client-types.js";
import {
  passErrors,
  transformStream,
} from "../../../codegen/runtime/client/checksums/transform-stream.js";
import { importClient } from "../support/import-client.js";
import { StubHandler } from "../support/stub-handler.js";
import { buckets } from "./support/buckets.js";

const { open } = await importClient("client-checksums-of-streams", buckets);
const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "s3cr3t" };
const settings = { endpoint: "https://s3.example.com", region: "eu-central-1", credentials };
const checksum = Buffer.alloc(4);
checksum.writeUInt32BE(crc32("text"));

/** Gets an object whose body is a stream of this test. */
async function bodyOf(stream: unknown): Promise<unknown> {
  const headers = { "x-amz-checksum-crc32": checksum.toString("base64") };
  const config: ClientConfig = { requestHandler: new StubHandler({ body: stream, headers }) };
  const output = await open({ ...settings, ...config })["getObject"]?.({ Bucket: "b", Key: "k" });
  return output?.["Body"];
}

describe("a stream", () => {
  it("is read no faster than its reader, and closed with it", async () => {
    let reads = 0;
    let closed: unknown;
    const source = new ReadableStream<Uint8Array>({
      pull(controller) {
        reads++;
        controller.enqueue(new Uint8Array(100_000));
      },
      cancel(reason) {
        closed = reason;
      },
    });
    const body = await bodyOf(source);
    await new Promise((resolve) => setImmediate(resolve));
    expect(reads).toBeLessThan(5);
    await (body as ReadableStream).cancel("enough");
    await vi.waitFor(() => {
      expect(closed).toBe("enough");
    });

    const node = new Readable({
      read() {
        this.push(Buffer.alloc(100_000));
      },
    });
    const other = await bodyOf(node);
    await new Promise((resolve) => setImmediate(resolve));
    expect(node.readableFlowing).not.toBe(true);
    (other as Readable).destroy();
    await new Promise((resolve) => node.once("close", resolve));
    expect(node.destroyed).toBe(true);

    async function* iterable(): AsyncIterable<Uint8Array> {
      try {
        for (;;) yield await Promise.resolve(Buffer.from("x"));
      } finally {
        closed = "left";
      }
    }
    const last = await bodyOf(iterable());
    for await (const part of last as AsyncIterable<Uint8Array>) if (part.length > 0) break;
    expect(closed).toBe("left");
  });

  it("fails as its source does", async () => {
    const failure = new Error("cut");
    const sources = [
      new ReadableStream({
        pull(controller) {
          controller.error(failure);
        },
      }),
      new Readable({
        read() {
          this.destroy(failure);
        },
      }),
    ];
    for (const source of sources) {
      const body = await bodyOf(source);
      await expect(buffer(body as Readable)).rejects.toBe(failure);
    }
  });
});

it("a stream of Node.js fails what it is piped to, if it is the body of a request", async () => {
  const failure = new Error("disk on fire");
  const source = new Readable({
    read() {
      this.destroy(failure);
    },
  });
  const body = passErrors(transformStream(source, (chunk) => (chunk === undefined ? [] : [chunk])));
  const target = new PassThrough();
  (body as Readable).pipe(target);
  await expect(buffer(target)).rejects.toBe(failure);
  const other = new Blob(["x"]).stream();
  expect(passErrors(other)).toBe(other);
});
