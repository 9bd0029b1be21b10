import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import fc from "fast-check";
import { toNodeListener } from "apigatewayv2-codec/server/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "../../codegen/src/ir/service.js";
import {
  generateFrom,
  importFiles,
  repository,
  type Exports,
} from "../codegen/support/generated.js";
import type { GeneratedServer } from "../server/support/import-server.js";
import { expectSame } from "../properties/same.js";
import { withPlainBytes } from "./support/plain-bytes.js";
import { sdkServices } from "./support/services.js";
import { isBlankLine, textInXml } from "./support/text-in-xml.js";

/*
 * Clients of the AWS SDK, and our own, call servers of generated code: inputs, outputs and errors
 * arrive as they were sent.
 */

type Value = Record<string, unknown>;

const ours = "our client";
type Method = (input: Value) => Promise<Value & { readonly $metadata?: unknown }>;

describe.each(sdkServices)("$protocol", ({ protocol, protocols, given, open }) => {
  let service: Service;
  let index: Exports;
  let arbitraries: Readonly<Record<string, () => fc.Arbitrary<Value>>>;
  let close: () => void;
  let clients: Readonly<Record<string, object>>;
  let received: unknown[] = [];
  let answer: () => unknown = () => ({});

  beforeAll(async () => {
    const options = { client: true, server: true, arbitraries: true, protocol: protocols };
    const result = await generateFrom(given, options);
    service = result.service;
    const name = `sdk-peers-${protocol.replace(/[ ,]+/g, "-")}`;
    index = await importFiles(name, result.files);
    const load = async (file: string): Promise<Exports> =>
      (await import(/* @vite-ignore */ join(repository, "test/.generated", name, file))) as Exports;
    arbitraries = (await load("arbitraries.ts")) as typeof arbitraries;
    const { createHandler } = (await load("server.ts")) as unknown as GeneratedServer;
    const functions = service.operations.map(({ symbol }) => [
      symbol,
      (input: unknown) => {
        received.push({ operation: symbol, input });
        return answer();
      },
    ]);
    const handler = createHandler(Object.fromEntries(functions) as Value);
    const server = createServer(toNodeListener(handler as never)).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    close = () => {
      server.close();
      server.closeAllConnections();
    };
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { createClient } = (await load("client.ts")) as {
      createClient: (operations: object, config: object) => object;
    };
    const credentials = { accessKeyId: "a", secretAccessKey: "s" };
    const operations = Object.fromEntries(
      service.operations.map(({ symbol }) => [symbol, index[symbol]]),
    );
    const config = { endpoint, region: "us-east-1", credentials, maxAttempts: 1 };
    clients = { "the AWS SDK": open({ endpoint }), [ours]: createClient(operations, config) };
  });
  afterAll(() => {
    close();
  });

  describe.each(["the AWS SDK", ours])("%s", (peer) => {
    const call = async (operation: string, input: Value): Promise<Value> => {
      const name = operation.charAt(0).toLowerCase() + operation.slice(1);
      const method = (clients[peer] as Record<string, Method>)[name];
      if (method === undefined) throw new Error(`The client has no method ${name}.`);
      const output: Value = { ...(await method.call(clients[peer], input)) };
      delete output["$metadata"];
      return output;
    };

    const values = (role: "inputOf" | "outputOf", symbol: string): fc.Arbitrary<Value> =>
      (arbitraries[`${role}${symbol}`]?.() ?? fc.constant({}))
        .map((drawn) => (protocol === "restXml" ? (textInXml(drawn) as Value) : drawn))
        .filter((drawn) => !isChanged(drawn, peer));

    it("has the inputs and outputs of every operation", async () => {
      for (const { symbol } of service.operations) {
        await fc.assert(
          fc.asyncProperty(
            values("inputOf", symbol),
            values("outputOf", symbol),
            async (input, output) => {
              received = [];
              answer = () => output;
              expectSame(withPlainBytes(await call(symbol, input)), output);
              expectSame(received, [{ operation: symbol, input }]);
            },
          ),
          { numRuns: 40 },
        );
      }
    });

    it("has every error", async () => {
      for (const { symbol, errors } of service.operations) {
        await fc.assert(
          fc.asyncProperty(values("inputOf", symbol), async (input) => {
            for (const error of errors) {
              const Class = index[error.symbol] as new (members: object) => Error;
              answer = () => {
                throw new Class({ message: `The error ${error.name}.` });
              };
              await expect(call(symbol, input)).rejects.toMatchObject({
                name: error.name,
                message: `The error ${error.name}.`,
                $fault: error.error?.fault,
                $metadata: { httpStatusCode: error.error?.statusCode },
              });
            }
          }),
          { numRuns: 3 },
        );
      }
    });
  });
});

/**
 * Whether a value is one that does not arrive as it is: the SDK drops the key `__proto__`, and UTF-8
 * has no unpaired surrogates, which only JSON can escape. In CBOR, the SDK also drops a byte order
 * mark at the beginning of text; in XML, text that is only white space with a line end.
 */
function isChanged(value: unknown, peer: string): boolean {
  if (typeof value === "string") {
    if (/\p{Surrogate}/u.test(value)) return true;
    return peer !== ours && (value.startsWith("\ufeff") || isBlankLine(value));
  }
  if (value instanceof Uint8Array || typeof value !== "object" || value === null) return false;
  const parts = Object.entries(value).flat();
  return Object.hasOwn(value, "__proto__") || parts.some((part) => isChanged(part, peer));
}
