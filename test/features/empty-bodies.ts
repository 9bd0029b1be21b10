import { member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { jsonBody, json, readsRequest, readsResponse, request, response } from "./support/wants.js";

/** Bodies and content types where there is little or nothing to send. */
export const feature: Feature = {
  given: model({
    None: operation("/none"),
    Empty: operation("/empty", { input: "EmptyMessage", output: "EmptyMessage" }),
    Header: operation("/header", { input: "HeaderMessage", output: "HeaderMessage" }),
    Body: operation("/body", { input: "BodyMessage", output: "BodyMessage" }),
    EmptyMessage: structure({}),
    HeaderMessage: structure({ header: member("String", { httpHeader: "x" }) }),
    BodyMessage: structure({ text: "String" }),
  }),
  want: [
    request("None", {}, "POST /none"),
    response("None", {}, 200),
    request("Empty", {}, "POST /empty"),
    response("Empty", {}, 200, jsonBody({})),
    request("Header", { header: "h" }, "POST /header", { headers: { x: "h" } }),
    response("Header", { header: "h" }, 200, { headers: { ...json, x: "h" }, body: {} }),
    request("Body", {}, "POST /body", jsonBody({})),
    response("Body", {}, 200, jsonBody({})),
    // Both sides take nothing for an empty object.
    readsResponse("None", 200, jsonBody({}), {}),
    readsResponse("Body", 200, {}, {}),
    readsResponse("Header", 200, {}, {}),
    readsRequest("Body", "POST /body", {}, {}),
    readsRequest("Empty", "POST /empty", jsonBody({}), {}),
    readsResponse("Body", 200, jsonBody({ unknown: 1, text: null }), {}),
  ],
};
