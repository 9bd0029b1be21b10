import { gzipSync } from "node:zlib";
import { expect } from "vitest";
import { bucketToPath } from "../../codegen/runtime/server/bucket-hosts.js";
import type { IncomingRequest } from "../../codegen/runtime/types.js";
import type { Case } from "./cases.js";
import type { GeneratedSuite } from "./generated-suite.js";
import { expectRequest, toIncomingRequest } from "./messages.js";
import { bucketDomains, clientConfigOf, requestOf } from "./s3-addressing.js";
import type { Suite } from "./suites.js";
import { appliesTo, type RequestTest } from "./test-format.js";
import { asRead, toValue } from "./values.js";

/** How the tests have a client write requests: with the token that they all assert. */
export const requestOptions = {
  idempotencyToken: () => "00000000-0000-4000-8000-000000000000",
  gzip: (body: Uint8Array) => gzipSync(body),
};

/** The tests of requests: what a client writes, and what a server reads of the same message. */
export function requestCases({ model }: Suite, generated: GeneratedSuite): Case[] {
  return Object.entries(model.shapes).flatMap(([id, shape]) =>
    (shape.traits?.["smithy.test#httpRequestTests"] ?? []).flatMap((test) =>
      pair(id, shape.input?.target ?? "smithy.api#Unit", test),
    ),
  );

  function pair(operation: string, input: string, test: RequestTest): Case[] {
    const base = { kind: "request", id: test.id } as const;
    return [
      {
        ...base,
        side: "client",
        run: !appliesTo(test, "client")
          ? undefined
          : async () => {
              const { serializeRequest } = generated.operation(operation);
              const value = toValue(model, input, test.params ?? {});
              const config = clientConfigOf(test);
              if (config === undefined) {
                expectRequest(serializeRequest(value, requestOptions), test);
                return;
              }
              const sent = await requestOf((requestHandler) =>
                generated.call(operation, value, { ...requestOptions, ...config, requestHandler }),
              );
              expectRequest(sent, test);
            },
      },
      {
        ...base,
        side: "server",
        run: !appliesTo(test, "server")
          ? undefined
          : () => {
              const { deserializeRequest } = generated.operation(operation);
              const read = deserializeRequest(
                bucketToPath(
                  toIncomingRequest(test) as unknown as IncomingRequest,
                  bucketDomains,
                ) as never,
              );
              expect(read).toStrictEqual(asRead(model, input, test.params));
            },
      },
    ];
  }
}
