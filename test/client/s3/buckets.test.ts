import { readFileSync } from "node:fs";
import * as sdk from "@aws-sdk/client-s3";
import { Sha256 } from "@aws-crypto/sha256-js";
import { SignatureV4 } from "@smithy/signature-v4";
import type { HttpRequest } from "@smithy/types";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { importClient, type GeneratedClient } from "../support/import-client.js";
import { credentials, Keeper, s3Model } from "./support.js";

/*
 * Where a client of S3 sends its requests, and what it signs, compared with the AWS SDK. The model is
 * a small one with rules of its own; with `SMITHY_S3_MODEL`, it is the file of AWS that this names.
 */

const file = process.env["SMITHY_S3_MODEL"];
const isReal = file !== undefined;

const now = new Date("2026-01-02T03:04:05Z");
const Key = "a b/é+(1)!*'~.txt";
const accessPoint = "arn:aws:s3:us-west-2:123456789012:accesspoint/mine";

type Name = "GetObject" | "PutObject" | "ListObjectsV2" | "ListBuckets";

const commands = {
  GetObject: sdk.GetObjectCommand,
  PutObject: sdk.PutObjectCommand,
  ListObjectsV2: sdk.ListObjectsV2Command,
  ListBuckets: sdk.ListBucketsCommand,
} as unknown as Record<Name, new (input: object) => never>;

let generated: GeneratedClient;

beforeAll(async () => {
  vi.useFakeTimers({ now, toFake: ["Date"] });
  const json: unknown = isReal ? JSON.parse(readFileSync(file, "utf8")) : s3Model;
  generated = await importClient("s3-buckets", json);
}, 120_000);

afterAll(() => {
  vi.useRealTimers();
});

const shared = { region: "us-west-2", credentials, maxAttempts: 1 };

/** The request of the SDK. */
async function sentBySdk(name: Name, input: object, config: object): Promise<HttpRequest> {
  const requestHandler = new Keeper();
  const client = new sdk.S3Client({
    ...shared,
    ...config,
    requestHandler: requestHandler as never,
  });
  await client.send(new commands[name](input)).catch(() => undefined);
  if (requestHandler.request === undefined) throw new Error("the SDK sent nothing");
  return requestHandler.request;
}

/** The request of the generated client. */
async function sent(name: Name, input: object, config: object): Promise<HttpRequest> {
  const requestHandler = new Keeper();
  const client = generated.open({ ...shared, ...config, requestHandler });
  const method = `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
  const failure: unknown = await client[method]?.(input).catch((error: unknown) => error);
  if (requestHandler.request === undefined) throw failure;
  return requestHandler.request;
}

function urlOf({ method, protocol, hostname, port, path, query }: HttpRequest): string {
  const host = `${protocol}//${hostname}${port === undefined ? "" : `:${port}`}`;
  return `${method} ${host}${path} ${JSON.stringify(query)}`;
}

/** The scope of a signature: the region and the service. */
function scopeOf({ headers }: HttpRequest): string | undefined {
  return /Credential=([^,]+)/.exec(headers["authorization"] ?? "")?.[1];
}

const common: [title: string, name: Name, input: object, config?: object][] = [
  ["a bucket in the host", "GetObject", { Bucket: "mybucket", Key }],
  ["a bucket in the path", "GetObject", { Bucket: "mybucket", Key }, { forcePathStyle: true }],
  ["dots, which certificates do not cover", "GetObject", { Bucket: "my.bucket", Key }],
  ["capital letters, which hosts do not have", "GetObject", { Bucket: "MyBucket", Key }],
  ["a slash at the beginning of a key", "GetObject", { Bucket: "mybucket", Key: "/a//b/" }],
  ["dots in a key", "GetObject", { Bucket: "mybucket", Key: "../a/./b/.." }],
  ["dots in a key, and a path", "GetObject", { Bucket: "my_bucket", Key: ".." }],
  ["an access point", "GetObject", { Bucket: accessPoint, Key }],
  ["dualstack", "GetObject", { Bucket: "mybucket", Key }, { useDualstackEndpoint: true }],
  ["an endpoint", "GetObject", { Bucket: "mybucket", Key }, { endpoint: "http://localhost:9000" }],
  [
    "an endpoint with a path",
    "GetObject",
    { Bucket: "mybucket", Key },
    { endpoint: "http://localhost:9000/base", forcePathStyle: true },
  ],
  ["an address", "GetObject", { Bucket: "mybucket", Key }, { endpoint: "http://127.0.0.1:9000" }],
  ["a path of the bucket alone", "ListObjectsV2", { Bucket: "mybucket", Prefix: "a/ b" }],
  ["no bucket", "ListBuckets", {}],
  ["a body", "PutObject", { Bucket: "mybucket", Key, Body: Buffer.from("hello") }],
];

const ofAws: typeof common = [
  ["FIPS", "GetObject", { Bucket: "mybucket", Key }, { useFipsEndpoint: true }],
  [
    "an access point of another region",
    "GetObject",
    { Bucket: accessPoint.replace("us-west-2", "eu-west-1"), Key },
    { useArnRegion: true },
  ],
  [
    "an access point of S3 Object Lambda",
    "GetObject",
    { Bucket: "arn:aws:s3-object-lambda:us-west-2:123456789012:accesspoint/mine", Key },
  ],
  [
    "an access point of S3 on Outposts",
    "GetObject",
    {
      Bucket:
        "arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-01234567890123456/accesspoint/mine",
      Key,
    },
  ],
  [
    "a directory bucket without sessions",
    "GetObject",
    { Bucket: "mine--use1-az4--x-s3", Key },
    { region: "us-east-1", disableS3ExpressSessionAuth: true },
  ],
];

describe("a client of S3 sends requests where the SDK does, signed for the same service, with", () => {
  it.each([...common, ...(isReal ? ofAws : [])])("%s", async (_, name, input, config = {}) => {
    const request = await sent(name, input, config);
    const other = await sentBySdk(name, input, config);
    expect(urlOf(request)).toBe(urlOf(other));
    expect(scopeOf(request)).toBe(scopeOf(other));
    const hash = "x-amz-content-sha256";
    expect(request.headers[hash]).toBe(other.headers[hash]);
    expect(request.headers["host"]).toBe(other.headers["host"]);
  });

  // The SDK has a property of another name.
  it.each([{}, { useDualstackEndpoint: true }])("acceleration, %j", async (more) => {
    const input = { Bucket: "mybucket", Key };
    const request = await sent("GetObject", input, { ...more, accelerate: true });
    const other = await sentBySdk("GetObject", input, { ...more, useAccelerateEndpoint: true });
    expect(urlOf(request)).toBe(urlOf(other));
  });

  it("no slash after a bucket in a path, as the official suite has it, unlike the SDK", async () => {
    const given = ["ListObjectsV2", { Bucket: "mybucket" }, { forcePathStyle: true }] as const;
    expect((await sent(...given)).path).toBe("/mybucket");
    expect((await sentBySdk(...given)).path).toBe("/mybucket/");
  });
});

describe("a signature of S3", () => {
  it.each(["a b/é+(1)!*'~.txt", "/a//b/", "../a/./b", ".."])(
    "has the path %j as it is sent, encoded once",
    async (key) => {
      const request = await sent("GetObject", { Bucket: "mybucket", Key: key }, {});
      const signer = new SignatureV4({
        ...{ credentials, region: "us-west-2", service: "s3", sha256: Sha256 },
        uriEscapePath: false,
      });
      const headers = { ...request.headers };
      delete headers["authorization"];
      const expected = await signer.sign({ ...request, headers }, { signingDate: now });
      expect(request.headers["authorization"]).toBe(expected.headers["authorization"]);
    },
  );
});

describe("a bucket that cannot be addressed is refused before anything is sent:", () => {
  it.each(["", ".", ".."])("%j", async (Bucket) => {
    await expect(sent("GetObject", { Bucket, Key }, {})).rejects.toMatchObject({
      ...{ name: "SerializationException", path: "/Bucket" },
    });
  });

  it.runIf(isReal)("a directory bucket, without what signs for its sessions", async () => {
    const input = { Bucket: "mine--use1-az4--x-s3", Key };
    await expect(sent("GetObject", input, { region: "us-east-1" })).rejects.toThrow(
      "The authentication scheme aws.auth#sigv4-s3express is not supported.",
    );
  });
});
