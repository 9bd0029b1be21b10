import { member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { readsRequest, refusesRequest, request, routes } from "./support/wants.js";

/** Query strings that are part of a `uri`: a client sends them, and a server tells operations apart by them. */
export const feature: Feature = {
  given: model({
    Get: operation("/things", { method: "GET", input: "Paged" }),
    GetTags: operation("/things?tags", { method: "GET", input: "Paged" }),
    GetOld: operation("/things?list-type=2&old", { method: "GET", input: "Paged" }),
    Paged: structure({ token: member("String", { httpQuery: "token" }) }),
  }),
  want: [
    request("Get", {}, "GET /things"),
    request("GetTags", {}, "GET /things", { query: { tags: "" } }),
    request("GetTags", { token: "t" }, "GET /things", { query: { tags: "", token: "t" } }),
    request("GetOld", {}, "GET /things", { query: { "list-type": "2", old: "" } }),
    // HTTP handlers make nulls of names without a value.
    routes("GET /things", { query: { tags: null } }, "GetTags"),
    routes("GET /things", { query: { "list-type": "2", old: null, more: "x" } }, "GetOld"),
    routes("GET /things", { query: { "list-type": "1", old: "" } }, "Get"),
    // A parameter that is given twice matches by either value.
    routes("GET /things", { query: { "list-type": ["1", "2"], old: "" } }, "GetOld"),
    routes("GET /things", { query: { "list-type": ["2", "1"], old: ["x", ""] } }, "GetOld"),
    routes("GET /things", { query: { "list-type": ["1", "3"], old: "" } }, "Get"),
    routes("GET /things", { query: { "list-type": [], old: "" } }, "Get"),
    readsRequest(
      "GetOld",
      "GET /things",
      { query: { "list-type": ["1", "2"], old: "", token: "t" } },
      { token: "t" },
    ),
    refusesRequest("GetTags", "GET /things", {}, { name: "SerializationException" }),
    refusesRequest(
      "GetOld",
      "GET /things",
      { query: { "list-type": "1", old: "" } },
      { name: "SerializationException" },
    ),
  ],
  refused: Object.fromEntries(
    ["a=1&a=2", "a=1&a=1", "a&b=1&a"].map((query) => [
      `a literal query parameter twice: ${query}`,
      {
        given: model({ Get: operation(`/things?${query}`, { method: "GET" }) }),
        errors: [`test#Get: has a duplicate query parameter in its URI "/things?${query}"`],
      },
    ]),
  ),
};
