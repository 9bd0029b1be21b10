import { map, member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { error, json, readsRequest, refusesInput, request, response } from "./support/wants.js";

/** Headers with a prefix in a map, beside a member that is bound to one of them, and those with any name. */
export const feature: Feature = {
  given: model({
    Some: operation("/some", { input: "Prefixed", output: "Prefixed" }),
    All: operation("/all", { input: "Everything" }),
    Prefixed: structure({
      one: member("String", { httpHeader: "X-Meta-One" }),
      meta: member("Meta", { httpPrefixHeaders: "X-Meta-" }),
    }),
    // An empty map and an absent one are the same on the wire, so that a required one is read as empty.
    Must: operation("/must", { input: "Required", output: "Required", errors: ["Oops"] }),
    Required: structure({ meta: member("Meta", { httpPrefixHeaders: "X-Meta-", required: {} }) }),
    Oops: structure(
      { meta: member("Meta", { httpPrefixHeaders: "X-Meta-", required: {} }) },
      { error: "client" },
    ),
    Usual: operation("/usual", { input: "Defaulted", output: "Defaulted" }),
    Defaulted: structure({ meta: member("Meta", { httpPrefixHeaders: "X-Meta-", default: {} }) }),
    // The output of a client that does not promise the member.
    Free: operation("/free", { output: "Optional" }),
    Optional: structure({
      meta: member("Meta", { httpPrefixHeaders: "X-Meta-", required: {}, clientOptional: {} }),
    }),
    Everything: structure({
      one: member("String", { httpHeader: "one" }),
      all: member("Meta", { httpPrefixHeaders: "" }),
    }),
    Meta: map("String"),
  }),
  want: [
    request("Some", { meta: { a: "1", b: "" } }, "POST /some", {
      headers: { "x-meta-a": "1", "x-meta-b": "" },
    }),
    request("Some", { one: "1", meta: { one: "2", two: "3" } }, "POST /some", {
      headers: { "x-meta-one": "1", "x-meta-two": "3" },
      read: { one: "1", meta: { one: "1", two: "3" } },
    }),
    request("Some", { meta: {} }, "POST /some", { read: {} }),
    request("Must", { meta: {} }, "POST /must"),
    request("Must", { meta: { a: "1" } }, "POST /must", { headers: { "x-meta-a": "1" } }),
    response("Must", { meta: {} }, 200, { headers: json, body: {} }),
    error("Must", "Oops", { meta: {} }, 400, {
      headers: { ...json, "x-amzn-errortype": "Oops" },
      body: {},
    }),
    request("Usual", {}, "POST /usual", { read: { meta: {} } }),
    response("Usual", { meta: {} }, 200, { headers: json, body: {} }),
    response("Free", { meta: {} }, 200, { headers: json, body: {} }),
    response("Some", { meta: {} }, 200, { headers: json, body: {}, read: {} }),
    response("Some", { meta: { a: "1" } }, 200, {
      headers: { ...json, "x-meta-a": "1" },
      body: {},
    }),
    readsRequest(
      "Some",
      "POST /some",
      { headers: { "X-META-a": "1", other: "2" } },
      { meta: { a: "1" } },
    ),
    request("All", { one: "1", all: { two: "2" } }, "POST /all", {
      headers: { one: "1", two: "2" },
      read: { one: "1", all: { one: "1", two: "2" } },
    }),
    refusesInput(
      "Some",
      { meta: { a: "1\n" } },
      { name: "SerializationException", path: "/meta/a" },
    ),
    refusesInput(
      "Some",
      { meta: { "a b": "1" } },
      { name: "SerializationException", path: "/meta" },
    ),
  ],
};
