import { member, modelOf } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { jsonBody, refusesRequest, request, text } from "./support/wants.js";

/** Shapes of type `set`, which are lists of unique values. */
export const feature: Feature = {
  given: modelOf({ set: "Names" }, { Names: { type: "set", member: member("String") } }),
  want: [
    text("shapes/Thing.ts", "set?: string[] | undefined;"),
    request("Do", { set: ["b", "a"] }, "POST /do", jsonBody({ set: ["b", "a"] })),
    refusesRequest("Do", "POST /do", jsonBody({ set: ["a", "a"] }), {
      name: "ValidationException",
    }),
  ],
};
