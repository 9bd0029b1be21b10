import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inputsOf } from "../properties/arbitraries.js";
import { operationCodec, type WrittenRequest } from "../properties/codec.js";
import { expectSame } from "../properties/same.js";
import { operationsByName } from "../properties/service.js";
import { hostname, SdkStub, type SentRequest } from "./sdk.js";

const accepted = { statusCode: 200, headers: {}, body: "{}" };

describe("the request is the SDK's", () => {
  const sdk = new SdkStub();

  it.each(operationsByName)("%s", async (name, operation) => {
    const { serializeRequest } = operationCodec(operation);
    await fc.assert(
      fc.asyncProperty(inputsOf(operation, { unknownEnumValues: true }), async (input) => {
        const { request } = await sdk.exchange(name, input, accepted);
        expect(request).toBeDefined();
        if (request !== undefined) expectSame(ours(serializeRequest(input)), theirs(request));
      }),
      { numRuns: 100 },
    );
  });
});

/** A request in the form in which two are compared: JSON by its values, since members have no order. */
interface ComparedRequest {
  readonly method: string;
  readonly hostname: string;
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly json: unknown;
}

function ours(request: WrittenRequest): ComparedRequest {
  const { method, path, query, headers, hostPrefix = "", body } = request;
  return {
    method,
    hostname: hostPrefix + hostname,
    path,
    query: { ...query },
    headers: { ...headers },
    json: parsed(body),
  };
}

function theirs({ body, query, ...request }: SentRequest): ComparedRequest {
  return { ...request, query: { ...query }, json: parsed(body) };
}

function parsed(body: unknown): unknown {
  if (body === undefined) return "no body";
  const text =
    body instanceof Uint8Array
      ? new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body)
      : (body as string);
  return JSON.parse(text);
}
