import { list, member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { error } from "./support/wants.js";

/** Errors with one member as their whole body. */
export const feature: Feature = {
  given: model({
    Do: operation("/do", { errors: ["Texted", "Detailed", "Listed"] }),
    Texted: structure(
      { page: member("String", { httpPayload: {} }), id: member("String", { httpHeader: "x-id" }) },
      { error: "server", httpError: 503 },
    ),
    Detailed: structure({ detail: member("Detail", { httpPayload: {} }) }, { error: "client" }),
    Detail: structure({ reason: "String" }),
    Listed: structure({ times: member("Times", { httpPayload: {} }) }, { error: "client" }),
    Times: list("Timestamp"),
  }),
  want: [
    error("Do", "Texted", { page: "<p>Closed</p>", id: "i" }, 503, {
      headers: { "content-type": "text/plain", "x-amzn-errortype": "Texted", "x-id": "i" },
      body: "<p>Closed</p>",
    }),
    error("Do", "Detailed", { detail: { reason: "r" } }, 400, {
      headers: { "content-type": "application/json", "x-amzn-errortype": "Detailed" },
      body: { reason: "r" },
    }),
    error("Do", "Listed", { times: [new Date(1000)] }, 400, {
      headers: { "content-type": "application/json", "x-amzn-errortype": "Listed" },
      body: "[1]",
    }),
  ],
};
