import { model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { error, request } from "./support/wants.js";

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
    error("Do", "Broken", {}, 500, { headers: type, body: { __type: "test#Broken" } }),
  ],
};
