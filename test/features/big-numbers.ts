import { member, modelOf } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { json, readsResponse, refusesRequest, request, response, text } from "./support/wants.js";

const value = {
  integer: 123456789012345678901234567890n,
  decimal: "0.10000000000000000000000000001",
};
const body = '{"decimal":0.10000000000000000000000000001,"integer":123456789012345678901234567890}';

/** Numbers beyond those of JavaScript: JSON numbers with all of their digits. */
export const feature: Feature = {
  given: modelOf({
    integer: "BigInteger",
    decimal: "BigDecimal",
    bounded: member("BigInteger", { range: { max: 5 } }),
    any: "Document",
  }),
  want: [
    text("shapes/Thing.ts", "integer?: bigint | undefined;"),
    text("shapes/Thing.ts", "decimal?: string | undefined;"),
    request("Do", value, "POST /do", { headers: json, body }),
    response("Do", value, 200, { headers: json, body }),
    readsResponse(
      "Do",
      200,
      { body: '{"integer":1e3,"decimal":-0.50,"any":{"a":1.5}}' },
      {
        integer: 1000n,
        decimal: "-0.50",
        any: { a: 1.5 },
      },
    ),
    refusesRequest(
      "Do",
      "POST /do",
      { headers: json, body: '{"integer":1.5}' },
      {
        name: "SerializationException",
        path: "/integer",
      },
    ),
    refusesRequest(
      "Do",
      "POST /do",
      { headers: json, body: '{"integer":"1"}' },
      {
        name: "SerializationException",
        path: "/integer",
      },
    ),
    refusesRequest(
      "Do",
      "POST /do",
      { headers: json, body: '{"bounded":6}' },
      {
        name: "ValidationException",
      },
    ),
  ],
};
