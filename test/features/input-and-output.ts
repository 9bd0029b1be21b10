import { member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { json, jsonBody, request, response } from "./support/wants.js";

const thing = { id: "a", size: 1, version: "v", name: "n" };

/**
 * One structure as input, as output and within another: bindings without a meaning in a response
 * leave a member in the body, and within another structure none has a meaning.
 */
export const feature: Feature = {
  given: model({
    Put: operation("/things/{id}", { method: "PUT", input: "Thing", output: "Thing" }),
    Get: operation("/things", { method: "GET", output: "Thing" }),
    Wrap: operation("/wrap", { input: "Wrapped", output: "Wrapped" }),
    Thing: structure({
      id: member("String", { httpLabel: {}, required: {} }),
      size: member("Integer", { httpQuery: "size" }),
      version: member("String", { httpHeader: "x-version" }),
      name: "String",
    }),
    Wrapped: structure({ thing: "Thing" }),
  }),
  want: [
    request("Put", thing, "PUT /things/a", {
      query: { size: "1" },
      headers: { ...json, "x-version": "v" },
      body: { name: "n" },
    }),
    response("Put", thing, 200, {
      headers: { ...json, "x-version": "v" },
      body: { id: "a", size: 1, name: "n" },
    }),
    response("Get", thing, 200, {
      headers: { ...json, "x-version": "v" },
      body: { id: "a", size: 1, name: "n" },
    }),
    request("Wrap", { thing }, "POST /wrap", jsonBody({ thing })),
    response("Wrap", { thing }, 200, jsonBody({ thing })),
  ],
};
