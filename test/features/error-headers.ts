import { member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { error, readsError } from "./support/wants.js";

/** Errors with members bound to headers, beside members in the body. */
export const feature: Feature = {
  given: model({
    Do: operation("/do", { errors: ["Throttled"] }),
    Throttled: structure(
      {
        message: "String",
        quota: member("String", { jsonName: "quotaCode" }),
        retryAfter: member("Integer", { httpHeader: "Retry-After" }),
        names: member("Names", { httpHeader: "X-Names" }),
        more: member("Map", { httpPrefixHeaders: "X-More-" }),
      },
      { error: "client", httpError: 429 },
    ),
    Names: { type: "list", member: member("String") },
    Map: { type: "map", key: member("String"), value: member("String") },
  }),
  want: [
    error(
      "Do",
      "Throttled",
      {
        message: "Slow down.",
        quota: "q",
        retryAfter: 5,
        names: ["a", "b,c"],
        more: { one: "1" },
      },
      429,
      {
        headers: {
          "content-type": "application/json",
          "x-amzn-errortype": "Throttled",
          "retry-after": "5",
          "x-names": 'a, "b,c"',
          "x-more-one": "1",
        },
        body: { message: "Slow down.", quotaCode: "q" },
      },
    ),
    readsError(
      "Do",
      429,
      { headers: { "X-Amzn-ErrorType": "Throttled", "RETRY-AFTER": "7" } },
      "Throttled",
      { retryAfter: 7, message: "" },
    ),
  ],
};
