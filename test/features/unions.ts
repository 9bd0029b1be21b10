import { modelOf, structure, union } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import {
  jsonBody,
  readsResponse,
  refusesInput,
  refusesRequest,
  request,
  text,
} from "./support/wants.js";

const error = { name: "SerializationException", path: "/choice" };

/** Unions: one member and no more, of which a client may not know the name yet. */
export const feature: Feature = {
  given: modelOf(
    { choice: "Choice" },
    {
      Choice: union({ text: "String", number: "Integer", thing: "Thing", empty: "Empty" }),
      Empty: structure({}),
    },
  ),
  want: [
    text(
      "shapes/Choice.ts",
      "| { text: string; empty?: never; number?: never; thing?: never; $unknown?: never }",
    ),
    request("Do", { choice: { text: "" } }, "POST /do", jsonBody({ choice: { text: "" } })),
    request("Do", { choice: { thing: { choice: { number: 0 } } } }, "POST /do", {
      ...jsonBody({ choice: { thing: { choice: { number: 0 } } } }),
    }),
    request("Do", { choice: { empty: {} } }, "POST /do", jsonBody({ choice: { empty: {} } })),
    readsResponse("Do", 200, jsonBody({ choice: { __type: "x", number: 1, text: null } }), {
      choice: { number: 1 },
    }),
    readsResponse("Do", 200, jsonBody({ choice: { newer: [1] } }), {
      choice: { $unknown: ["newer", [1]] },
    }),
    refusesInput("Do", { choice: {} }, { name: "SerializationException" }),
    refusesInput("Do", { choice: { text: "a", number: 1 } }, { name: "SerializationException" }),
    ...[{}, { newer: 1 }, { text: "a", number: 1 }, { text: null }, { text: "a", newer: 1 }].map(
      (choice) => refusesRequest("Do", "POST /do", jsonBody({ choice }), error),
    ),
    refusesRequest("Do", "POST /do", jsonBody({ choice: ["a"] }), error),
  ],
};
