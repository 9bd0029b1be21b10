import { model, operation, structure, union } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import {
  jsonBody,
  readsResponse,
  refusesRequest,
  request,
  response,
  text,
} from "./support/wants.js";

/** `Unit`: an operation that takes or returns nothing, and a member of a union that says all by its name. */
export const feature: Feature = {
  given: model({
    Do: operation("/do", { input: "smithy.api#Unit", output: "smithy.api#Unit" }),
    Choose: operation("/choose", { input: "Chosen", output: "Chosen" }),
    Chosen: structure({ choice: "Choice" }),
    Choice: union({ none: "Unit", text: "String" }),
  }),
  want: [
    text("operations/Do.ts", "export type Input = Record<string, never>;"),
    text("operations/Do.ts", "export type Output = Record<string, never>;"),
    request("Do", {}, "POST /do"),
    response("Do", {}, 200),
    readsResponse("Do", 200, jsonBody({}), {}),
    request("Choose", { choice: { none: {} } }, "POST /choose", {
      ...jsonBody({ choice: { none: {} } }),
    }),
    response("Choose", { choice: { none: {} } }, 200, jsonBody({ choice: { none: {} } })),
    refusesRequest("Choose", "POST /choose", jsonBody({ choice: { none: true } }), {
      name: "SerializationException",
      path: "/choice/none",
    }),
  ],
};
