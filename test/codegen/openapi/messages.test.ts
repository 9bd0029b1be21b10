import { serializeError } from "apigatewayv2-codec";
import { fullFormats } from "ajv-formats/dist/formats.js";
import fc from "fast-check";
import { OpenAPIBackend, type Document } from "openapi-backend";
import { describe, expect, it } from "vitest";
import type { Operation } from "../../../codegen/src/ir/service.js";
import { inputsOf, outputsOf, structureValues } from "../../properties/arbitraries.js";
import {
  errorClass,
  operationCodec,
  type WrittenRequest,
  type WrittenResponse,
} from "../../properties/codec.js";
import { service } from "../../properties/service.js";
import { gatewayDocument, versions } from "./support.js";

/*
 * A router and validator for OpenAPI documents that others wrote takes the messages of the generated package:
 * each request leads to its operation, and all messages are valid.
 */

const runs = { numRuns: 3 };

function toRequest({ method, path, query, headers, body }: WrittenRequest) {
  const entries = Object.entries(query).map(([name, value]): [string, string | string[]] => [
    name,
    value ?? "",
  ]);
  const json = typeof body === "string" ? (JSON.parse(body) as unknown) : body;
  return { method, path, headers, query: Object.fromEntries(entries), body: json };
}

describe.each(versions)("OpenAPI %s", async (version) => {
  // The schemas of 3.0 are made from those of 3.1, so that some operations are enough.
  const operations = service.operations.filter((_, index) => version === "3.1" || index % 5 === 0);
  const definition = JSON.parse(JSON.stringify(await gatewayDocument(version))) as Document;
  const api = new OpenAPIBackend({
    definition,
    strict: true,
    quick: true,
    coerceTypes: true,
    ajvOpts: { allErrors: true },
    customizeAjv: (ajv) => ajv.addFormat("date-time", fullFormats["date-time"]),
  });
  await api.init();

  const withoutBody = new Set(
    api
      .getOperations()
      .flatMap(({ operationId, responses = {} }) =>
        Object.entries(responses).flatMap(([status, response]) =>
          "content" in response ? [] : `${operationId} ${status}`,
        ),
      ),
  );

  function checkResponse({ name }: Operation, { statusCode, headers, body }: WrittenResponse) {
    const empty = withoutBody.has(`${name} ${statusCode}`) ? null : {};
    // A body without members is an empty object, which documents leave out; for the validator, it is null then.
    const json = typeof body === "string" && body !== "{}" ? (JSON.parse(body) as unknown) : empty;
    const { errors } = api.validateResponse(json, name, statusCode);
    expect(errors ?? []).toEqual([]);
    const result = api.validateResponseHeaders(headers, name, {
      statusCode,
      setMatchType: "superset" as never,
    });
    expect(result.errors ?? []).toEqual([]);
  }

  it("routes and accepts every request", () => {
    for (const operation of operations) {
      const { serializeRequest } = operationCodec(operation);
      fc.assert(
        fc.property(inputsOf(operation), (input) => {
          const request = toRequest(serializeRequest(input));
          expect(api.matchOperation(request as never)?.operationId).toBe(operation.name);
          expect(api.validateRequest(request as never, operation.name).errors ?? []).toEqual([]);
        }),
        runs,
      );
    }
  });

  it("refuses what breaks a rule", () => {
    const request = (body: object): object => ({
      method: "POST",
      path: "/v2/apis",
      headers: { "content-type": "application/json" },
      body,
    });
    const api1 = { name: "n", protocolType: "HTTP" };
    const problemsOf = (body: object): unknown[] | null | undefined =>
      api.validateRequest(request(body) as never, "CreateApi").errors;
    expect(problemsOf(api1)).toBeFalsy();
    for (const wrong of [
      { name: "n" },
      { ...api1, name: "" },
      { ...api1, protocolType: "FTP" },
      { ...api1, corsConfiguration: { maxAge: "long" } },
      { ...api1, tags: { a: {} } },
    ])
      expect(problemsOf(wrong)).toHaveLength(1);
  });

  it("accepts every response", () => {
    for (const operation of operations) {
      const { serializeResponse } = operationCodec(operation);
      fc.assert(
        fc.property(outputsOf(operation), (output) => {
          checkResponse(operation, serializeResponse(output));
        }),
        runs,
      );
    }
  });

  it("accepts every error", () => {
    for (const operation of operations) {
      for (const error of operation.errors) {
        const Thrown = errorClass(error);
        fc.assert(
          fc.property(structureValues(error), (members) => {
            checkResponse(operation, serializeError(new Thrown(members)));
          }),
          { numRuns: 2 },
        );
      }
    }
  });
});
