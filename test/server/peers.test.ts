import { execFile, spawnSync } from "node:child_process";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import * as sdk from "@aws-sdk/client-apigatewayv2";
import * as codec from "apigatewayv2-codec";
import { ApiGatewayV2 } from "apigatewayv2-codec/client";
import { createHandler } from "apigatewayv2-codec/server";
import { toNodeListener } from "apigatewayv2-codec/server/node";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Operation } from "../../codegen/src/ir/service.js";
import { inputsOf, outputsOf, structureValues } from "../properties/arbitraries.js";
import { expectSame } from "../properties/same.js";
import { operationsByName, service } from "../properties/service.js";

/*
 * Clients call a server on loopback: the server sees exactly the input, the client exactly the
 * output, and each modelled error arrives as that error.
 */

type Value = Record<string, unknown>;
type ErrorClass = new (members: object) => Error;

const credentials = { accessKeyId: "id", secretAccessKey: "secret" };
const received: { operation: string; input: unknown }[] = [];
const failures: unknown[] = [];
let next: () => unknown = () => ({});

const functions = Object.fromEntries(
  operationsByName.map(([name]) => [
    name,
    (input: unknown): unknown => {
      received.push({ operation: name, input });
      return next();
    },
  ]),
);

let server: Server;
let endpoint: string;
beforeAll(async () => {
  const handler = createHandler(functions, { onError: (error) => failures.push(error) });
  server = createServer(toNodeListener(handler) as unknown as RequestListener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const methodOf = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const sdkExports = sdk as unknown as Value;
const peers = [
  {
    peer: "the AWS SDK for JavaScript",
    exports: sdkExports,
    open: () =>
      new sdk.ApiGatewayV2({ region: "us-east-1", endpoint, credentials, maxAttempts: 1 }),
  },
  {
    peer: "the generated client",
    exports: codec as unknown as Value,
    open: () => new ApiGatewayV2({ region: "us-east-1", endpoint, credentials, maxAttempts: 1 }),
  },
];

describe.each(peers)("$peer", ({ exports, open }) => {
  let call: (name: string, input: Value) => Promise<Value>;
  beforeAll(() => {
    const client = open() as unknown as Record<string, (input: Value) => Promise<Value>>;
    call = async (name, input) => {
      received.length = 0;
      failures.length = 0;
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
          next = () => output;
          const answered = await call(name, input);
          expect(failures).toEqual([]);
          expectSame(received, [{ operation: name, input }]);
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
            next = () => {
              throw new (classOf(codec, error.symbol))(members);
            };
            const thrown: unknown = await call(name, input).catch((failure: unknown) => failure);
            expect(failures).toEqual([]);
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

function classOf(exports: object, name: string): ErrorClass {
  const found = (exports as Record<string, ErrorClass | undefined>)[name];
  if (found === undefined) throw new Error(`There is no class ${name}.`);
  return found;
}

/**
 * Whether a value is one that the SDK or boto3 change: boto3 writes years below 1000
 * without leading zeros, the SDK reads the years 0 to 99 as those of
 * the 20th century and drops the key `__proto__`, and both read no body as an empty one.
 */
function isChanged(value: unknown): boolean {
  if (value instanceof Date) return value.getUTCFullYear() < 1000;
  if (value instanceof Uint8Array || typeof value !== "object" || value === null) return false;
  return Object.hasOwn(value, "__proto__") || Object.values(value).some(isChanged);
}

/** Outputs that every peer reads as they are. */
function readableOutputsOf(operation: Operation): fc.Arbitrary<Value> {
  return outputsOf(operation).filter(
    (output) => !isChanged(output) && (operation.name !== "ExportApi" || "body" in output),
  );
}

function writableInputsOf(operation: Operation): fc.Arbitrary<Value> {
  return inputsOf(operation).filter((input) => !isChanged(input));
}

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

const hasBoto3 = spawnSync("python3", ["-c", "import boto3"]).status === 0;
if (!hasBoto3) console.log("Skipped: Python cannot import boto3 on this machine.");

describe.skipIf(!hasBoto3)("boto3", () => {
  it(
    "has inputs, outputs and errors of every operation that it knows",
    { timeout: 120_000 },
    async () => {
      const seed = Date.now() % 1_000_000;
      console.log(`The seed of the calls by boto3 is ${seed}.`);
      const calls = operationsByName.flatMap(([name, operation]) => callsOf(name, operation, seed));
      let index = -1;
      next = () => {
        index = received.length - 1;
        const { output, error } = sent[index] ?? {};
        if (error !== undefined) throw error;
        return output;
      };
      const known = await knownOperations();
      const sent = calls.filter(({ name }) => known.has(name));
      expect(sent.length).toBeGreaterThan(0);
      received.length = 0;
      failures.length = 0;
      const results = (await runPython(
        sent.map(({ name, input }) => ({ name, input: encode(input) })),
      )) as { output?: unknown; code?: string; message?: string }[];
      expect(failures).toEqual([]);
      const unexpected = results.flatMap((result, at) =>
        "refused" in result || ("code" in result && result.code !== sent[at]?.error?.name)
          ? [{ ...sent[at], result }]
          : [],
      );
      expect(unexpected).toEqual([]);
      expect(received.map(({ operation }) => operation)).toEqual(sent.map(({ name }) => name));
      for (const [at, { name, input, output, error }] of sent.entries()) {
        expectSame(received[at], { operation: name, input });
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

interface BotoCall {
  readonly name: string;
  readonly input: Value;
  readonly output?: Value;
  readonly error?: Error;
}

function callsOf(name: string, operation: Operation, seed: number): BotoCall[] {
  const sample = <T>(values: fc.Arbitrary<T>, numRuns: number): T[] =>
    fc.sample(values, { seed, numRuns });
  const outputs = sample(readableOutputsOf(operation), 3);
  const inputs = sample(writableInputsOf(operation), 3 + operation.errors.length);
  return inputs.map((input, index) => {
    const error = operation.errors[index - 3];
    if (error === undefined) return { name, input, output: outputs[index] ?? {} };
    const [members = {}] = sample(structureValues(error), 1);
    return { name, input, error: new (classOf(codec, error.symbol))(members) };
  });
}

async function knownOperations(): Promise<Set<string>> {
  return new Set((await runPython("operations")) as string[]);
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

function runPython(input: unknown): Promise<unknown> {
  const script = fileURLToPath(new URL("support/call-by-boto3.py", import.meta.url));
  return new Promise((resolve, reject) => {
    const child = execFile(
      "python3",
      [script, endpoint],
      { maxBuffer: 1 << 28, timeout: 100_000 },
      (error, stdout, stderr) => {
        if (error !== null) reject(new Error(`boto3 failed: ${stderr}`, { cause: error }));
        else resolve(JSON.parse(stdout));
      },
    );
    child.stdin?.end(JSON.stringify(input));
  });
}

it("calls every operation of the model", () => {
  expect(service.operations).toHaveLength(103);
});
