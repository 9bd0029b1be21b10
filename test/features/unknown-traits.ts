import { member, model, modelOf, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { jsonBody, request } from "./support/wants.js";

/** Traits that nothing is known of: each is warned of once, by the first shape that has it, save for those that the model defines. */
export const feature: Feature = {
  given: modelOf(
    {
      a: member("String", { "acme#tint": "red" }),
      b: member("String", { "acme#tint": "blue", "test#ours": {} }),
      c: member("String", { "smithy.api#newer": {} }),
    },
    { ours: structure({}, { trait: {} }) },
  ),
  warnings: [
    "test#Thing$a: the unknown trait acme#tint is ignored, here and wherever else it is applied",
    "test#Thing$c: the unknown trait smithy.api#newer is ignored, here and wherever else it is applied",
  ],
  want: [request("Do", { a: "1", b: "2" }, "POST /do", jsonBody({ a: "1", b: "2" }))],
  refused: {
    "a trait where it makes no sense": {
      given: modelOf({ a: member("Integer", { length: { min: 1 } }) }),
      errors: [
        "test#Thing$a: the trait smithy.api#length cannot be applied to a shape of type integer",
      ],
    },
    "no service at all": {
      given: { ...model({}), shapes: {} },
      errors: [": the model has no service"],
    },
  },
};
