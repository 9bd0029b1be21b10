import { spawnSync } from "node:child_process";
import { Sha256 } from "@aws-crypto/sha256-js";
import { SignatureV4 } from "@smithy/signature-v4";
import type { HttpRequest } from "@smithy/types";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { signV4, type SigningOptions } from "../../../codegen/runtime/client/auth/sign-v4.js";
import { urlOf } from "../../../codegen/runtime/client/address-request.js";
import { requests } from "./support/requests.js";
import { verifyV4 } from "./support/verify-v4.js";

/** Printed by the tests that choose requests by it. */
const seed = Date.now() | 0;
const secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

/** Credentials of their own for every test: keys are kept for an object. */
function options(more: Partial<SigningOptions> = {}): SigningOptions {
  const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: secret, sessionToken: "t+/=" };
  const date = new Date("2015-08-30T12:36:00.789Z");
  return { credentials, region: "us-east-1", service: "service", date, ...more };
}

const request: HttpRequest = {
  method: "POST",
  protocol: "https:",
  hostname: "example.amazonaws.com",
  path: "/a%20b/c",
  query: { b: ["2", "1"], a: "" },
  headers: { "Content-Type": "text/plain" },
  body: "x",
};

function targetOf(given: HttpRequest): string {
  return urlOf(given).replace(/^\w+:\/\/[^/]+/, "");
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Services that encode the path once more, and Amazon S3. */
const ways = [{ uriEscapePath: true }, { uriEscapePath: false }];

describe.each(ways)("a signature with $uriEscapePath encoding of the path", (way) => {
  it("is the one of the AWS SDK, with the same headers", async () => {
    const { credentials, date, region, service } = options();
    const sdk = new SignatureV4({ credentials, region, service, sha256: Sha256, ...way });
    await fc.assert(
      fc.asyncProperty(requests, async (given) => {
        const headers = { ...given.headers, host: given.hostname };
        const expected = await sdk.sign({ ...given, headers }, { signingDate: date });
        const signed = await signV4(given, options(way));
        expect(signed.headers).toEqual({ ...expected.headers });
      }),
    );
  });

  it("is accepted by a service, which sees only what was sent", async () => {
    await fc.assert(
      fc.asyncProperty(requests, async (given) => {
        const signed = await signV4(given, options(way));
        const { method, headers } = signed;
        const body = (signed.body ?? "") as string | Uint8Array;
        const sent = { method, target: targetOf(signed), headers, body };
        const { uriEscapePath } = way;
        const result = verifyV4(sent, secret, uriEscapePath);
        expect(result).toEqual({ signed: expect.arrayContaining(["host"]) as unknown });
        expect(verifyV4({ ...sent, body: "else" }, secret, uriEscapePath)).toHaveProperty("wrong");
        expect(verifyV4(sent, `${secret}.`, uriEscapePath)).toHaveProperty("wrong");
      }),
    );
  });
});

describe("the path of a signature", () => {
  it.each(["/", "//", "/a/", "/a//b", "/a/./b/", "/a/../b", "/../a", "/a/..", "/./", "/%2E%2E/a"])(
    "for %s is that of the AWS SDK",
    async (path) => {
      const { credentials, date, region, service } = options();
      const sdk = new SignatureV4({ credentials, region, service, sha256: Sha256 });
      const headers = { host: request.hostname };
      const expected = await sdk.sign({ ...request, path, headers }, { signingDate: date });
      const signed = await signV4({ ...request, path, headers: {} }, options());
      expect(signed.headers).toEqual({ ...expected.headers });
    },
  );
});

/** Prints the signatures of botocore for requests on the standard input. */
const botocore = `
import json, sys
from botocore.auth import S3SigV4Auth, SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
signatures = []
for given in json.load(sys.stdin):
    kind = SigV4Auth if given["escapes"] else S3SigV4Auth
    auth = kind(Credentials("AKIDEXAMPLE", given["secret"], "t+/="), "service", "us-east-1")
    request = AWSRequest(method=given["method"], url=given["url"], headers=given["headers"])
    request.context["timestamp"] = given["headers"]["x-amz-date"]
    text = auth.string_to_sign(request, auth.canonical_request(request))
    signatures.append(auth.signature(text, request))
print(json.dumps(signatures))
`;

const hasBotocore = spawnSync("python3", ["-c", "import botocore.auth"]).status === 0;

describe("botocore", () => {
  it.skipIf(!hasBotocore)(
    "computes the same signatures (needs python3 with botocore)",
    async () => {
      const given = fc.sample(requests, { numRuns: 200, seed });
      const cases = await Promise.all(
        given.flatMap((each) =>
          ways.map(async ({ uriEscapePath }) => {
            const { headers, ...rest } = await signV4(each, options({ uriEscapePath }));
            const [, names = "", signature] =
              /SignedHeaders=([^ ]+), Signature=(\w+)/.exec(headers["authorization"] ?? "") ?? [];
            const signed = names.split(";").map((name) => [name, headers[name]]);
            const url = urlOf({ ...rest, headers });
            const sent = {
              method: rest.method,
              url,
              headers: Object.fromEntries(signed) as unknown,
            };
            return { input: { ...sent, secret, escapes: uriEscapePath }, signature };
          }),
        ),
      );
      const input = JSON.stringify(cases.map((each) => each.input));
      const { stdout, stderr } = spawnSync("python3", ["-c", botocore], {
        input,
        encoding: "utf8",
      });
      expect(stderr).toBe("");
      expect(JSON.parse(stdout), `seed ${seed}`).toEqual(cases.map(({ signature }) => signature));
    },
  );
});

describe("signV4", () => {
  it("gives the same signatures by crypto.subtle as by node:crypto", async () => {
    const given = fc.sample(requests, { numRuns: 50, seed });
    const expected = await Promise.all(given.map((each) => signV4(each, options())));
    const spy = vi.spyOn(process, "getBuiltinModule").mockReturnValue(undefined);
    const web = options();
    const signed = await Promise.all(given.map((each) => signV4(each, web)));
    expect(spy).toHaveBeenCalled();
    expect(signed, `seed ${seed}`).toEqual(expected);
  });

  it("does not use crypto.subtle, which is slower, where there is node:crypto", async () => {
    const spy = vi.spyOn(crypto.subtle, "digest");
    await signV4(request, options());
    expect(spy).not.toHaveBeenCalled();
  });

  it("says what to do where there is no cryptography", async () => {
    vi.spyOn(process, "getBuiltinModule").mockReturnValue(undefined);
    vi.stubGlobal("crypto", {});
    await expect(signV4(request, options())).rejects.toMatchObject({
      name: "ConfigurationError",
      property: "signer",
    });
  });

  it("changes neither the request nor its headers and query", async () => {
    const before = structuredClone(request);
    const signed = await signV4(request, options());
    Object.assign(signed.query ?? {}, { c: "3" });
    expect(request).toEqual(before);
  });

  it("signs a signed request anew", async () => {
    const later = options({ date: new Date("2016-01-01T00:00:00Z") });
    const again = await signV4(await signV4(request, options()), later);
    expect(again).toEqual(await signV4(request, later));
  });

  it("signs with the key of the day, the region and the service", async () => {
    const { credentials } = options();
    const others = [
      { region: "eu-central-1" },
      { service: "other" },
      { date: new Date("2015-08-31T12:36:00Z") },
      {},
    ];
    for (const other of others) {
      const signed = await signV4(request, options({ ...other, credentials }));
      expect(signed).toEqual(await signV4(request, options(other)));
    }
  });

  it.each([
    ["the port", { port: 8080 }, "example.amazonaws.com:8080"],
    ["the header of the request", { headers: { Host: "other" } }, "other"],
  ])("takes the host with %s", async (_, more, host) => {
    const { headers } = await signV4({ ...request, ...more }, options());
    expect(headers["host"]).toBe(host);
    expect(headers["Host"]).toBeUndefined();
  });

  const empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  const hashOfX = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";
  it.each<[string, unknown, string | undefined, string]>([
    ["nothing", undefined, undefined, empty],
    ["null", null, undefined, empty],
    ["text", "x", undefined, hashOfX],
    ["bytes", Uint8Array.of(120), undefined, hashOfX],
    ["a buffer", Uint8Array.of(120).buffer, undefined, hashOfX],
    ["a view", new DataView(Uint8Array.of(0, 120).buffer, 1), undefined, hashOfX],
    ["a stream", new ReadableStream(), undefined, "UNSIGNED-PAYLOAD"],
    ["what is not signed", "x", "UNSIGNED-PAYLOAD", "UNSIGNED-PAYLOAD"],
  ])("hashes a body that is %s", async (_, body, payload, expected) => {
    const { headers } = await signV4({ ...request, body }, options({ payload }));
    expect(headers["x-amz-content-sha256"]).toBe(expected);
  });
});
