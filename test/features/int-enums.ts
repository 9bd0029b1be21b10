import { member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { json, jsonBody, readsResponse, refusesRequest, request, text } from "./support/wants.js";

/** Enums of integers, which are numbers in JSON and text elsewhere. */
export const feature: Feature = {
  given: model({
    Do: operation("/do/{label}", { input: "Input", output: "Result" }),
    Input: structure({
      label: member("Level", { httpLabel: {}, required: {} }),
      query: member("Levels", { httpQuery: "q" }),
      header: member("Level", { httpHeader: "h" }),
      body: "Level",
    }),
    Result: structure({ body: "Level" }),
    Level: {
      type: "intEnum",
      members: {
        LOW: member("Unit", { enumValue: 1 }),
        NONE: member("Unit", { enumValue: 0 }),
        MINUS: member("Unit", { enumValue: -9 }),
      },
    },
    Levels: { type: "list", member: member("Level") },
  }),
  want: [
    text(
      "shapes/Level.ts",
      `
      export const Level = {
        LOW: 1,
        MINUS: -9,
        NONE: 0,
      } as const;
      `,
    ),
    text("shapes/Level.ts", `export type Level = (typeof Level)[keyof typeof Level];`),
    request("Do", { label: 0, query: [1, -9], header: 1, body: 0 }, "POST /do/0", {
      query: { q: ["1", "-9"] },
      headers: { ...json, h: "1" },
      body: { body: 0 },
    }),
    readsResponse("Do", 200, jsonBody({ body: 77 }), { body: 77 }),
    refusesRequest("Do", "POST /do/1", jsonBody({ body: 77 }), {
      name: "ValidationException",
      fieldList: [
        {
          path: "/body",
          message:
            "Value at '/body' failed to satisfy constraint: Member must satisfy enum value set: [-9, 0, 1]",
        },
      ],
    }),
    refusesRequest("Do", "POST /do/1", jsonBody({ body: "1" }), {
      name: "SerializationException",
      path: "/body",
    }),
  ],
};
