import { member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { jsonBody, refusesInput, request } from "./support/wants.js";

const host = { name: "SerializationException", path: "/account" };

/** Host prefixes with and without labels. The member of a label is sent in its own place as well. */
export const feature: Feature = {
  given: model({
    Plain: operation("/plain", { traits: { endpoint: { hostPrefix: "data." } } }),
    Labelled: operation("/labelled", {
      input: "Account",
      traits: { endpoint: { hostPrefix: "{account}.data-{zone}." } },
    }),
    Account: structure({
      account: member("String", { hostLabel: {}, required: {} }),
      zone: member("String", { hostLabel: {}, required: {}, httpHeader: "x-zone" }),
    }),
  }),
  want: [
    request("Plain", {}, "POST /plain", { hostPrefix: "data." }),
    request("Labelled", { account: "a-1", zone: "z" }, "POST /labelled", {
      hostPrefix: "a-1.data-z.",
      headers: { "content-type": "application/json", "x-zone": "z" },
      body: jsonBody({ account: "a-1" }).body,
    }),
    refusesInput("Labelled", { account: "", zone: "z" }, host),
    refusesInput("Labelled", { zone: "z" }, host),
    refusesInput("Labelled", { account: "evil.com/", zone: "z" }, host),
  ],
};
