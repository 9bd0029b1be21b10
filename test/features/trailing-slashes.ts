import { member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { readsRequest, request, routes } from "./support/wants.js";

/** A `uri` that ends in a slash: it is sent as it is, and a server takes it with and without. */
export const feature: Feature = {
  given: model({
    List: operation("/things/", { method: "GET" }),
    Get: operation("/things/{id}/", { method: "GET", input: "One" }),
    Drop: operation("/others/{id}", { method: "DELETE", input: "One" }),
    Root: operation("/", { method: "GET" }),
    One: structure({ id: member("String", { httpLabel: {}, required: {} }) }),
  }),
  want: [
    request("List", {}, "GET /things/"),
    request("Get", { id: "a" }, "GET /things/a/"),
    request("Get", { id: "a/" }, "GET /things/a%2F/"),
    request("Drop", { id: "a" }, "DELETE /others/a"),
    request("Root", {}, "GET /"),
    readsRequest("Get", "GET /things/a", {}, { id: "a" }),
    readsRequest("Drop", "DELETE /others/a/", {}, { id: "a" }),
    routes("GET /things", {}, "List"),
    routes("GET /things/a", {}, "Get"),
    routes("DELETE /others/a/", {}, "Drop"),
    routes("GET /things//", {}, undefined),
    routes("GET /things/a//", {}, undefined),
    routes("DELETE /others//", {}, undefined),
  ],
};
