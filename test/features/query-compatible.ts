import { expect } from "vitest";
import { operationOf } from "../codegen/support/generated.js";
import { model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { check, error, readsError, request } from "./support/wants.js";

const type = { "content-type": "application/x-amz-json-1.0" };

/** A service that moved from awsQuery to awsJson, and keeps the codes of its errors. */
export const feature: Feature = {
  given: model(
    {
      Do: operation("/", { input: "In", errors: ["Slow", "Broken"] }),
      In: structure({ text: "String" }),
      Slow: structure(
        { text: "String" },
        {
          error: "client",
          "aws.protocols#awsQueryError": { code: "Customized", httpResponseCode: 402 },
        },
      ),
      Broken: structure({}, { error: "server" }),
    },
    { traits: { "aws.protocols#awsJson1_0": {}, "aws.protocols#awsQueryCompatible": {} } },
  ),
  want: [
    request("Do", { text: "a" }, "POST /", {
      headers: { ...type, "x-amz-target": "Weather.Do", "x-amzn-query-mode": "true" },
      body: { text: "a" },
    }),
    error("Do", "Slow", { text: "x" }, 400, {
      headers: { ...type, "x-amzn-query-error": "Customized;Sender" },
      body: { __type: "test#Slow", text: "x" },
    }),
    // As in the AWS SDK.
    ...[
      ["test#Slow", "Slow"],
      ["test#Unheard", "Unheard"],
    ].map(([type, name = ""]) =>
      readsError(
        "Do",
        400,
        {
          headers: { "x-amzn-query-error": "Customized;Sender" },
          body: { __type: type, message: "m" },
        },
        name,
        { Code: "Customized", Type: "Sender", message: "m" },
      ),
    ),
    readsError(
      "Do",
      400,
      { headers: { "x-amzn-query-error": "Customized;Sender" }, body: { __type: "Customized" } },
      "Slow",
      { Code: "Customized", Type: "Sender" },
    ),
    check("an error without the header, or of a server, has neither code nor type", (exports) => {
      const { deserializeResponse } = operationOf(exports, "Do");
      const body = new TextEncoder().encode('{"__type":"Slow"}');
      const read = (): unknown => deserializeResponse({ statusCode: 400, headers: {}, body });
      expect(read).toThrow(expect.not.objectContaining({ Code: expect.anything() as unknown }));
      const Slow = exports["Slow"] as new (members: object) => object;
      expect(new Slow({ text: "x" })).not.toHaveProperty("Type");
    }),
    error("Do", "Broken", {}, 500, { headers: type, body: { __type: "test#Broken" } }),
  ],
};
