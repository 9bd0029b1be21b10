import { Readable } from "node:stream";
import { expect, describe, it } from "vitest";
import { importClient } from "../support/import-client.js";
import { StubHandler } from "../support/stub-handler.js";
import { buckets } from "./support/buckets.js";

const { open } = await importClient("client-checksums-refused", buckets);
const requestHandler = new StubHandler({ body: "" });
const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "s3cr3t" };
const endpoint = "https://s3.example.com";
const settings = { endpoint, region: "eu-central-1", credentials, requestHandler };
const place = { Bucket: "b", Key: "k" };
const text = "text";
const bytes = new TextEncoder().encode(text);

describe("what is wrong", () => {
  it("an algorithm that is not supported is refused with its place", async () => {
    const result = await open(settings)["putObject"]?.safe({
      ...{ ...place, Body: text, ChecksumAlgorithm: "XXHASH64" },
    });
    expect(result?.error).toMatchObject({
      name: "SerializationException",
      path: "/ChecksumAlgorithm",
      expected: "SHA256, SHA1, CRC32, CRC32C, CRC64NVME, or the checksum itself as another member",
    });
  });

  it.each(["requestChecksumCalculation", "responseChecksumValidation"])(
    "a setting: %s",
    async (name) => {
      const client = open({ ...settings, [name]: "sometimes" });
      const method = name.startsWith("request") ? client["putObject"] : client["getObject"];
      const result = await method?.safe(place);
      expect(result?.error).toMatchObject({ name: "ConfigurationError", property: name });
      expect(requestHandler.requests).toEqual([]);
    },
  );

  it("an input that is not valid is reported before its stream is read", async () => {
    const Body = Readable.from([bytes]);
    for (const config of [{ validate: true }, {}]) {
      const result = await open({ ...settings, ...config })["putObject"]?.safe({
        Bucket: "b",
        Body,
      });
      expect(result?.error?.name).toBe(
        config.validate === true ? "ValidationException" : "SerializationException",
      );
      const blob = await open({ ...settings, ...config })["putObject"]?.safe({
        ...{ Bucket: "b", Body: new Blob([bytes]) },
      });
      expect(blob?.error?.name).toBe(result?.error?.name);
    }
    expect(Body.readableDidRead).toBe(false);
    const input: unknown = 5;
    expect((await open(settings)["putObject"]?.safe(input))?.ok).toBe(false);
  });
});
