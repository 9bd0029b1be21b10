import * as sdk from "@aws-sdk/client-apigatewayv2";
import * as codec from "apigatewayv2-codec";
import { ApiGatewayV2 } from "apigatewayv2-codec/client";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { structureValues } from "../properties/arbitraries.js";
import { expectSame } from "../properties/same.js";
import { operationsByName, service } from "../properties/service.js";
import {
  answerCalls,
  classOf,
  drawCalls,
  expectReceived,
  readableOutputsOf,
  writableInputsOf,
  type Value,
} from "./support/peer-calls.js";
import { canImport, runPython } from "./support/run-python.js";
import { startRecordingServer, type RecordingServer } from "./support/recording-server.js";

/*
 * Clients call a server on loopback: the server sees exactly the input, the client exactly the
 * output, and each modelled error arrives as that error.
 */

let server: RecordingServer;
beforeAll(async () => {
  server = await startRecordingServer();
});
afterAll(() => server.close());

const settings = {
  region: "us-east-1",
  credentials: { accessKeyId: "id", secretAccessKey: "secret" },
  maxAttempts: 1,
};
const methodOf = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const sdkExports = sdk as unknown as Value;
const peers = [
  {
    peer: "the AWS SDK for JavaScript",
    exports: sdkExports,
    open: () => new sdk.ApiGatewayV2({ ...settings, endpoint: server.endpoint }),
  },
  {
    peer: "the generated client",
    exports: codec as unknown as Value,
    open: () => new ApiGatewayV2({ ...settings, endpoint: server.endpoint }),
  },
];

describe.each(peers)("$peer", ({ exports, open }) => {
  let call: (name: string, input: Value) => Promise<Value>;
  beforeAll(() => {
    const client = open() as unknown as Record<string, (input: Value) => Promise<Value>>;
    call = async (name, input) => {
      server.clear();
      const output = await client[methodOf(name)]?.(input);
      if (output === undefined) throw new Error(`The client has no method for ${name}.`);
      return output;
    };
  });

  it.each(operationsByName)("%s has its input and output", async (name, operation) => {
    await fc.assert(
      fc.asyncProperty(
        writableInputsOf(operation),
        readableOutputsOf(operation),
        async (input, output) => {
          server.next = () => output;
          const answered = await call(name, input);
          expect(server.failures).toEqual([]);
          expectSame(server.received, [{ operation: name, input }]);
          expectSame(plain(answered), output);
        },
      ),
      { numRuns: 10 },
    );
  });

  it.each(operationsByName)("%s has its errors", async (name, operation) => {
    for (const error of operation.errors)
      await fc.assert(
        fc.asyncProperty(
          writableInputsOf(operation),
          structureValues(error),
          async (input, members) => {
            server.next = () => {
              throw new (classOf(codec, error.symbol))(members);
            };
            const thrown: unknown = await call(name, input).catch((failure: unknown) => failure);
            expect(server.failures).toEqual([]);
            expect(thrown).toBeInstanceOf(classOf(exports, error.symbol));
            expect(thrown).toHaveProperty("name", error.name);
            for (const [member, value] of Object.entries(members)) {
              // The SDK has the text of an error in `message` only, and another one instead of none.
              const isMoved = exports === sdkExports && member === "Message";
              const actual = (thrown as Value)[isMoved ? "message" : member];
              if (!isMoved || value !== "") expect(actual, member).toStrictEqual(value);
            }
          },
        ),
        { numRuns: 3 },
      );
  });
});

/** An output without what a client adds, and with bytes as such. */
function plain(output: Value): Value {
  const entries = Object.entries(output).filter(([name]) => name !== "$metadata");
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      value instanceof Uint8Array ? new Uint8Array(value) : value,
    ]),
  );
}

describe.skipIf(!canImport("boto3"))("boto3", () => {
  it(
    "has inputs, outputs and errors of every operation that it knows",
    { timeout: 120_000 },
    async () => {
      const seed = Date.now() % 1_000_000;
      console.log(`The seed of the calls by boto3 is ${seed}.`);
      const sent = drawCalls(new Set((await runBoto3("operations")) as string[]), seed);
      expect(sent.length).toBeGreaterThan(0);
      answerCalls(server, sent);
      const results = (await runBoto3(
        sent.map(({ name, input }) => ({ name, input: encode(input) })),
      )) as { output?: unknown; code?: string; message?: string }[];
      expect(server.failures).toEqual([]);
      const unexpected = results.flatMap((result, at) =>
        "refused" in result || ("code" in result && result.code !== sent[at]?.error?.name)
          ? [{ ...sent[at], result }]
          : [],
      );
      expect(unexpected).toEqual([]);
      expectReceived(server, sent);
      for (const [at, { name, output, error }] of sent.entries()) {
        const result = results[at];
        if (error === undefined) expect(result, name).toEqual({ output: encode(output) });
        else
          expect(result, name).toMatchObject({
            code: error.name,
            ...(error.message === "" ? {} : { class: error.name }),
          });
      }
    },
  );
});

function runBoto3(input: unknown): Promise<unknown> {
  return runPython("call-by-boto3.py", [server.endpoint], input);
}

/** Values as Python is told them, and tells them: dates, bytes and what JSON has no numbers for are tagged. */
function encode(value: unknown): unknown {
  if (value instanceof Date) return { $date: value.getTime() };
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString("base64") };
  if (typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0)))
    return { $float: Object.is(value, -0) ? "-0" : String(value) };
  if (Array.isArray(value)) return value.map(encode);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, encode(item)]));
}

it("calls every operation of the model", () => {
  expect(service.operations).toHaveLength(103);
});
