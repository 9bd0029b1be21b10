import * as sdk from "@aws-sdk/client-apigatewayv2";
import { ServiceException } from "@smithy/smithy-client";
import * as codec from "apigatewayv2-codec";
import {
  AbortError,
  ApiGatewayV2,
  ConfigurationError,
  ConnectionError,
  metadataOf,
  PaginationError,
  TimeoutError,
  type ClientConfig,
} from "apigatewayv2-codec/client";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { isMisreadBySdk } from "../differential/misread.js";
import { outputsOf, smallestStructure, structureValues } from "../properties/arbitraries.js";
import { operationCodec, structureCodec, type Value } from "../properties/codec.js";
import { expectSame } from "../properties/same.js";
import { operationsByName, service } from "../properties/service.js";
import { startRecorder, type Recorder, type RecorderAnswer } from "./support/recorder.js";
import { sendBySdk, sendByUs } from "./support/send.js";
import { StubHandler } from "./support/stub-handler.js";

/** An operation of each kind: of each status of success, with each kind of output and payload. */
const chosen = operationsByName.filter(([name]) =>
  /^(CreateApi|DeleteApi|ExportApi|GetApis|GetIntegrationResponse|GetTags|TagResource|UpdateStage)$/.test(
    name,
  ),
);

let recorder: Recorder;
let ours: ApiGatewayV2;
let theirs: sdk.ApiGatewayV2Client;
/** The answers in order; the last one is repeated. */
let answers: RecorderAnswer[] = [];

beforeAll(async () => {
  recorder = await startRecorder(
    () => (answers.length > 1 ? answers.shift() : answers[0]) ?? { statusCode: 500 },
  );
  const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "s3cr3t" };
  const config = { region: "eu-central-1", endpoint: recorder.endpoint, credentials };
  ours = new ApiGatewayV2(config);
  theirs = new sdk.ApiGatewayV2Client(config);
});
afterAll(async () => {
  theirs.destroy();
  await recorder.stop();
});

/** What a client made of answers. */
interface Result {
  readonly output?: Value;
  readonly error?: Error & Value;
  readonly metadata: Value;
}

/** Has the same answers given to both clients. */
async function exchange(name: string, given: readonly RecorderAnswer[]): Promise<Result[]> {
  const { input } = operationsByName.find(([each]) => each === name)?.[1] ?? {};
  const value = input === undefined ? {} : smallestStructure(input);
  answers = [...given];
  const our = await resultOf(sendByUs(ours, name, value));
  answers = [...given];
  return [our, await resultOf(sendBySdk(theirs, name, value))];
}

async function resultOf(call: Promise<Value>): Promise<Result> {
  try {
    const { $metadata, ...output } = await call;
    return { output, metadata: comparable($metadata ?? metadataOf(await call)) };
  } catch (error) {
    return {
      error: error as Error & Value,
      metadata: comparable((error as ServiceException).$metadata),
    };
  }
}

/** The waits between attempts are random, and the other ids are those of other services. */
function comparable(metadata: unknown): Value {
  const { httpStatusCode, requestId, attempts } = metadata as Value;
  return { httpStatusCode, requestId, attempts };
}

const requestIds: fc.Arbitrary<Record<string, string>> = fc.dictionary(
  fc.constantFrom("x-amzn-requestid", "X-Amzn-RequestId", "x-amzn-request-id", "x-amz-request-id"),
  fc.uuid(),
  { maxKeys: 2, noNullPrototype: true },
);

describe("an answer gives the SDK's output and metadata", () => {
  it.each(chosen)("%s", async (name, operation) => {
    const { output } = operation;
    const { serializeResponse } = operationCodec(operation);
    await fc.assert(
      fc.asyncProperty(
        outputsOf(operation, { unknownEnumValues: true }),
        requestIds,
        async (value, ids) => {
          fc.pre(output === undefined || !isMisreadBySdk(output, value));
          const { statusCode, headers, body } = serializeResponse(value);
          const answer = { statusCode, headers: { ...headers, ...ids }, body: body ?? "" };
          const [our, their] = await exchange(name, [answer]);
          expect(their?.error).toBeUndefined();
          expectSame(our, { ...their, output: plain(their?.output ?? {}) });
        },
      ),
      { numRuns: 20 },
    );
  });

  it("with the number of attempts", async () => {
    const failure = { statusCode: 503, headers: { "x-amzn-requestid": "first" } };
    const success = { statusCode: 200, headers: { "x-amzn-requestid": "second" } };
    const [our, their] = await exchange("GetApis", [failure, success]);
    expect(their?.metadata).toEqual({ httpStatusCode: 200, requestId: "second", attempts: 2 });
    expectSame(our, their);
  });
});

describe("an error answer gives the SDK's error and metadata", () => {
  it.each(chosen)("%s", async (name, operation) => {
    const errors = fc
      .constantFrom(...service.errors.filter(({ name }) => name !== "TooManyRequestsException"))
      .chain((error) =>
        structureValues(error).map((members) => ({
          code: error.name,
          statusCode: error.error?.statusCode ?? 400,
          json: structureCodec(error).serialize(members),
        })),
      );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(errors, fc.constant({ code: "LaterException", statusCode: 418, json: {} })),
        requestIds,
        // Where there is none, the SDK makes one up.
        fc.string({ minLength: 1, unit: "binary" }),
        async ({ code, statusCode, json }, ids, message) => {
          const body = JSON.stringify({ ...json, message });
          const headers = { ...ids, "x-amzn-errortype": code };
          const [our, their] = await exchange(name, [{ statusCode, headers, body }]);
          expectSame(our?.metadata, their?.metadata);
          expectSame(summary(our?.error), summary(their?.error));
          const error = operation.errors.find((each) => each.name === code);
          expect(our?.error).toBeInstanceOf(codec.ApiGatewayV2ServiceException);
          for (const { property } of error?.members ?? [])
            if (property !== "Message")
              expectSame(our?.error?.[property], their?.error?.[property]);
        },
      ),
      { numRuns: 20 },
    );
  });

  it.each([
    [3, 503, "Busy"],
    [3, 500, "InternalFailure"],
    [3, 429, "TooManyRequestsException"],
    [3, 400, "ThrottlingException"],
    [1, 404, "NotFoundException"],
    [1, 501, "Unknown"],
  ])("after %i attempts for %i %s", async (attempts, statusCode, code) => {
    // Neither of the two waits.
    const random = vi.spyOn(Math, "random").mockReturnValue(0);
    onTestFinished(() => {
      random.mockRestore();
    });
    const answer = { statusCode, headers: { "x-amzn-errortype": code }, body: '{"message":"m"}' };
    const [our, their] = await exchange("GetApi", [answer]);
    expect(their?.metadata).toMatchObject({ attempts });
    expectSame(our?.metadata, their?.metadata);
    expectSame(summary(our?.error), summary(their?.error));
  });
});

describe("what a client throws is a ServiceException of the SDK's", () => {
  const silent = { handle: () => new Promise<never>(() => undefined) };
  const page = new StubHandler({ json: { nextToken: "same" } });
  const input = { Name: "x".repeat(129), ProtocolType: "HTTP" } as const;
  const call = async (config: ClientConfig, ApiId = "a1", signal?: AbortSignal): Promise<unknown> =>
    new ApiGatewayV2({
      region: "eu-central-1",
      credentials: false,
      maxAttempts: 1,
      ...config,
    }).getApi({ ApiId }, { signal });

  it.each<[string, abstract new (...parameters: never[]) => Error, () => Promise<unknown>]>([
    [
      "a refused connection",
      ConnectionError,
      async () => call({ requestHandler: new StubHandler({ failure: new Error("refused") }) }),
    ],
    ["a timeout", TimeoutError, async () => call({ requestHandler: silent, timeout: 1 })],
    ["an abort", AbortError, async () => call({}, "a1", AbortSignal.abort())],
    ["an invalid region", ConfigurationError, async () => call({ region: "a/b" })],
    ["an input that cannot be sent", codec.SerializationException, async () => call({}, "")],
    [
      "an answer that cannot be read",
      codec.SerializationException,
      async () => call({ requestHandler: new StubHandler({ body: "garbage" }) }),
    ],
    [
      "a constraint",
      codec.ValidationException,
      async () => new ApiGatewayV2({ validate: true }).createApi(input),
    ],
    [
      "pages without an end",
      PaginationError,
      async () => {
        const config = {
          region: "eu-central-1",
          credentials: false,
          requestHandler: page,
        } as const;
        for await (const output of new ApiGatewayV2(config).getApis.pages())
          expect(output).toEqual({ NextToken: "same" });
      },
    ],
  ])("for %s", async (_, Class, fail) => {
    const error = await fail().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Class);
    expect(error instanceof ServiceException).toBe(true);
    expect(error instanceof sdk.ApiGatewayV2ServiceException).toBe(
      error instanceof codec.ApiGatewayV2ServiceException,
    );
  });
});

function summary(error: Result["error"]): unknown {
  const { name, message, $fault } = (error ?? {}) as Value;
  const isOfService = error instanceof sdk.ApiGatewayV2ServiceException;
  return { name, message, $fault, isOfService, isServiceException: isServiceException(error) };
}

function isServiceException(error: unknown): boolean {
  return error instanceof ServiceException;
}

/** Where a payload is absent, the SDK has a null that its own types do not allow; bytes are of a class of its own. */
function plain(output: Value): Value {
  return Object.fromEntries(
    Object.entries(output)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, value instanceof Uint8Array ? Uint8Array.from(value) : value]),
  );
}
