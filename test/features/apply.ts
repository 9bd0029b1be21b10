import { enumeration, list, map, modelOf, simple, type Json } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { jsonBody, refusesRequest, request, text } from "./support/wants.js";

const apply = (traits: Json): Json => ({
  type: "apply",
  traits: Object.fromEntries(
    Object.entries(traits).map(([name, value]) => [`smithy.api#${name}`, value]),
  ),
});
const refused = { name: "ValidationException" };

/** Traits that are applied from outside to members of every kind of shape. */
export const feature: Feature = {
  given: modelOf(
    { name: "String", list: "Texts", map: "ByText", color: "Color" },
    {
      Texts: list("Text"),
      ByText: map("Text"),
      Text: simple("string"),
      Color: enumeration({ RED: "red" }),
      Thing$name: apply({ jsonName: "Name", documentation: "A name.", length: { min: 2 } }),
      Texts$member: apply({ length: { max: 1 } }),
      ByText$key: apply({ length: { max: 2 } }),
      ByText$value: apply({ length: { max: 3 } }),
      Color$RED: apply({ documentation: "As blood." }),
    },
  ),
  want: [
    text("shapes/Thing.ts", "A name. JSON name: `Name`."),
    text("shapes/Color.ts", "* As blood."),
    request("Do", { name: "ab", list: ["a"], map: { ab: "abc" } }, "POST /do", {
      ...jsonBody({ Name: "ab", list: ["a"], map: { ab: "abc" } }),
    }),
    refusesRequest("Do", "POST /do", jsonBody({ Name: "a" }), refused),
    refusesRequest("Do", "POST /do", jsonBody({ list: ["ab"] }), refused),
    refusesRequest("Do", "POST /do", jsonBody({ map: { abc: "" } }), refused),
    refusesRequest("Do", "POST /do", jsonBody({ map: { a: "abcd" } }), refused),
  ],
  refused: {
    "a shape that is not there": {
      given: modelOf({ a: "String" }, { Thin$a: apply({ required: {} }) }),
      errors: [
        "test#Thin$a: cannot apply traits: the model has no such shape. Did you mean test#Thing?",
      ],
    },
    "a member that is not there": {
      given: modelOf({ a: "String" }, { Thing$b: apply({ required: {} }) }),
      errors: ["test#Thing$b: cannot apply traits: the shape has no such member"],
    },
  },
};
