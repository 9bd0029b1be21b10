import { expect } from "vitest";
import { operationOf } from "../codegen/support/generated.js";
import { member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { check, json, jsonBody, request } from "./support/wants.js";

const token = { idempotencyToken: {}, required: {} };
const options = { idempotencyToken: () => "made-up" };

/** Tokens that a client makes up where the caller gives none, wherever they are bound. */
export const feature: Feature = {
  given: model({
    Body: operation("/body", { input: "InBody" }),
    Query: operation("/query", { input: "InQuery" }),
    Header: operation("/header", { input: "InHeader" }),
    Nested: operation("/nested", { input: "Holder" }),
    InBody: structure({ token: member("String", { ...token, jsonName: "Token" }), a: "String" }),
    InQuery: structure({ token: member("String", { ...token, httpQuery: "t" }) }),
    InHeader: structure({ token: member("String", { ...token, httpHeader: "T" }) }),
    Holder: structure({ inner: "InBody" }),
  }),
  want: [
    request("Body", { token: "mine" }, "POST /body", { options, ...jsonBody({ Token: "mine" }) }),
    request("Body", {}, "POST /body", {
      options,
      ...jsonBody({ Token: "made-up" }),
      read: { token: "made-up" },
    }),
    request("Query", {}, "POST /query", {
      options,
      query: { t: "made-up" },
      read: { token: "made-up" },
    }),
    request("Query", { token: "mine" }, "POST /query", { options, query: { t: "mine" } }),
    request("Header", {}, "POST /header", {
      options,
      headers: { t: "made-up" },
      read: { token: "made-up" },
    }),
    check("a random UUID is made up unless the caller says how", (exports) => {
      const { serializeRequest } = operationOf(exports, "Query");
      const [one, two] = [serializeRequest({}), serializeRequest({})].map(
        ({ query }) => (query as { t: string }).t,
      );
      expect(one).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
      expect(one).not.toBe(two);
    }),
    check("none is made up below the top level", (exports) => {
      const { serializeRequest } = operationOf(exports, "Nested");
      expect(serializeRequest({ inner: { a: "b" } })).toMatchObject({
        headers: json,
        body: '{"inner":{"a":"b"}}',
      });
    }),
  ],
};
