import { model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { error, refusesRequest, request, response, routes } from "./support/wants.js";

const protocol = { "smithy-protocol": "rpc-v2-json" };
const type = { ...protocol, "content-type": "application/json" };
const sent = { ...type, accept: "application/json" };
const line = "POST /service/Weather/operation/Do";
const values = {
  when: new Date(1500),
  integer: 2n ** 70n,
  decimal: "0.10",
  nothing: Number.NaN,
};
const json = { when: 1.5, integer: String(2n ** 70n), decimal: "0.10", nothing: "NaN" };

/** RPC v2 JSON: a path names the operation, and numbers of any size and precision are text. */
export const feature: Feature = {
  given: model(
    {
      Do: operation("/", { input: "Values", output: "Values", errors: ["Gone"] }),
      Rest: operation("/rest"),
      Values: structure({
        when: { target: "test#Day" },
        integer: "BigInteger",
        decimal: "BigDecimal",
        nothing: "Double",
      }),
      Day: { type: "timestamp", traits: { "smithy.api#timestampFormat": "date-time" } },
      Gone: structure({ text: "String" }, { error: "client", httpError: 410 }),
    },
    { traits: { "smithy.protocols#rpcv2Json": {} } },
  ),
  want: [
    request("Do", values, line, { headers: sent, body: json }),
    request("Do", {}, line, { headers: sent, body: {} }),
    request("Rest", {}, "POST /service/Weather/operation/Rest", {
      headers: { ...protocol, accept: "application/json" },
    }),
    response("Do", values, 200, { headers: type, body: json }),
    response("Rest", {}, 200, { headers: protocol }),
    error("Do", "Gone", { text: "x" }, 410, {
      headers: type,
      body: { __type: "test#Gone", text: "x" },
    }),
    refusesRequest(
      "Do",
      line,
      { headers: sent, body: { integer: 5 } },
      {
        name: "SerializationException",
        path: "/integer",
      },
    ),
    refusesRequest(
      "Do",
      line,
      { headers: sent, body: { decimal: "1,5" } },
      {
        name: "SerializationException",
        path: "/decimal",
      },
    ),
    refusesRequest(
      "Do",
      "POST /service/Weather/operation/Rest",
      { headers: sent, body: {} },
      {
        name: "SerializationException",
      },
    ),
    routes(line, { headers: sent }, "Do"),
    routes("POST /prefix/of/a/host/service/Weather/operation/Do", { headers: sent }, "Do"),
    routes("POST /service/Other/operation/Do", { headers: sent }, undefined),
    routes("POST /service/Weather/operation/toString", { headers: sent }, undefined),
    routes(line, { headers: { "smithy-protocol": "rpc-v2-cbor" } }, undefined),
    routes(line, {}, undefined),
    routes("GET /service/Weather/operation/Do", { headers: sent }, undefined),
  ],
};
