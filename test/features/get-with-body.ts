import { member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { jsonBody, request } from "./support/wants.js";

/** A GET whose members are bound to nothing has them in its body, as any other method does. */
export const feature: Feature = {
  given: model({
    Search: operation("/search", { method: "GET", input: "Query" }),
    Count: operation("/count", { method: "GET", input: "Header" }),
    Query: structure({ text: "String", size: member("Integer", { httpQuery: "size" }) }),
    Header: structure({ size: member("Integer", { httpHeader: "size" }) }),
  }),
  want: [
    request("Search", { text: "a", size: 1 }, "GET /search", {
      query: { size: "1" },
      ...jsonBody({ text: "a" }),
    }),
    request("Search", {}, "GET /search", jsonBody({})),
    request("Count", { size: 1 }, "GET /count", { headers: { size: "1" } }),
  ],
};
