import * as sdk from "@aws-sdk/client-apigatewayv2";
import type { HttpRequest } from "@smithy/types";
import { ApiGatewayV2 } from "apigatewayv2-codec/client";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inputsOf } from "../properties/arbitraries.js";
import { expectSame } from "../properties/same.js";
import { operationsByName } from "../properties/service.js";
import { verifyV4 } from "./auth/support/verify-v4.js";
import { startRecorder, type RecordedRequest, type Recorder } from "./support/recorder.js";
import { sendBySdk, sendByUs } from "./support/send.js";
import { StubHandler } from "./support/stub-handler.js";

const region = "eu-central-1";
const longTerm = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "s3cr3t/of+the=key" };
const temporary = { ...longTerm, sessionToken: "token/of+the//session==" };

/** The headers of a request that say how and by whom it is sent. Services do not read them. */
const headersOfTransport = new Set([
  "accept",
  "accept-encoding",
  "accept-language",
  "connection",
  "content-length",
  "sec-fetch-mode",
  "transfer-encoding",
  "user-agent",
  // What differs at another time, or by the headers of the SDK.
  "authorization",
  "x-amz-date",
]);

/**
 * The headers that only the SDK signs: those that tell the service what the client is, and the length
 * of the body, which transports add.
 */
const isHeaderOfSdk = (name: string): boolean =>
  /^(amz-sdk-.*|x-amz-user-agent|content-length)$/.test(name);

describe("on the wire, a request is the SDK's, and its signature is valid", () => {
  let recorder: Recorder;
  let clients: readonly { readonly ours: ApiGatewayV2; readonly theirs: sdk.ApiGatewayV2Client }[];

  beforeAll(async () => {
    recorder = await startRecorder();
    clients = [longTerm, temporary].map((credentials) => {
      const config = { region, endpoint: recorder.endpoint, credentials, maxAttempts: 1 };
      return { ours: new ApiGatewayV2(config), theirs: new sdk.ApiGatewayV2Client(config) };
    });
  });
  afterAll(async () => {
    for (const { theirs } of clients) theirs.destroy();
    await recorder.stop();
  });

  it.each(operationsByName)("%s", async (name, operation) => {
    await fc.assert(
      fc.asyncProperty(
        inputsOf(operation, { unknownEnumValues: true }),
        fc.nat(clients.length - 1),
        async (input, index) => {
          const { ours, theirs } = clients[index] ?? fail();
          recorder.requests.length = 0;
          await sendByUs(ours, name, input);
          await sendBySdk(theirs, name, input);
          const [sent, expected, ...more] = recorder.requests;
          expect(more).toEqual([]);
          if (sent === undefined || expected === undefined) fail();
          expectSame(compared(sent), compared(expected));
          const { secretAccessKey } = longTerm;
          expect(verifyV4(sent, secretAccessKey, true)).toEqual({ signed: signedHeaders(sent) });
          expect(verifyV4(expected, secretAccessKey, true)).toHaveProperty("signed");
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe("without an endpoint, a request goes where the SDK sends it", () => {
  const regions = [
    ...["us-east-1", "eu-central-1", "mx-central-1", "xx-north-9", "cn-north-1", "eusc-de-east-1"],
    ...["us-gov-west-1", "us-iso-east-1", "us-isob-east-1", "eu-isoe-west-1", "us-isof-south-1"],
  ];
  const variants = [
    {},
    { useFipsEndpoint: true },
    { useDualstackEndpoint: true },
    { useFipsEndpoint: true, useDualstackEndpoint: true },
  ];

  it.each(regions)("%s", async (region) => {
    for (const variant of variants) {
      const sent: unknown[] = [];
      for (const Client of [ApiGatewayV2, sdk.ApiGatewayV2]) {
        const requestHandler = new StubHandler();
        const credentials = longTerm;
        const client = new Client({ region, credentials, requestHandler, ...variant });
        const input = { ApiId: "a/b" };
        const refused = await client.getApi(input).then(
          () => undefined,
          () => "refused",
        );
        sent.push(requestHandler.requests.map(addressOf)[0] ?? refused);
      }
      const [ours, theirs] = sent;
      expect(ours, JSON.stringify(variant)).toEqual(theirs);
      if (variant === variants[0]) expect(ours).toHaveProperty("hostname");
    }
  });
});

function addressOf({ protocol, hostname, port, path, query, headers }: HttpRequest): unknown {
  const host = headers["host"];
  const scope = scopeOf(headers);
  return { protocol, hostname, port, path, query: { ...query }, host, scope };
}

/** The parts of a request that are compared: JSON by its values, since members have no order. */
function compared(request: RecordedRequest): unknown {
  const { method, target, headers, body } = request;
  const names = Object.keys(headers).filter(
    (name) =>
      !headersOfTransport.has(name) && !isHeaderOfSdk(name) && name !== "x-amz-content-sha256",
  );
  return {
    method,
    target,
    headers: Object.fromEntries(names.sort().map((name) => [name, headers[name]])),
    body: body.length === 0 ? "none" : (JSON.parse(body.toString()) as unknown),
    scope: scopeOf(headers),
    signed: signedHeaders(request).filter((name) => !isHeaderOfSdk(name)),
  };
}

function fail(): never {
  throw new Error("There is no such client or request.");
}

/** The access key with the day, the region and the service that a signature is for. */
function scopeOf(headers: Readonly<Record<string, string>>): string | undefined {
  return /Credential=([^,]*)/.exec(headers["authorization"] ?? "")?.[1];
}

function signedHeaders({ headers }: RecordedRequest): string[] {
  return /SignedHeaders=([^,]*)/.exec(headers["authorization"] ?? "")?.[1]?.split(";") ?? [];
}
