import { id, member, model, operation, structure, type Json } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { absent, error, jsonBody, refusesRequest, request, text } from "./support/wants.js";

const mixed = (mixin: string, shape: Json): Json => ({ ...shape, mixins: [{ target: id(mixin) }] });

/** Mixins: members and traits are copied into whoever uses them, and what is the user's own wins. */
export const feature: Feature = {
  given: model(
    {
      Do: mixed("Failing", operation("/do", { input: "Thing", errors: ["Own", "Oops"] })),
      Failing: {
        type: "operation",
        errors: [{ target: id("Oops") }],
        traits: { "smithy.api#mixin": {} },
      },
      Oops: structure({ message: "String" }, { error: "client" }),
      Own: structure({ message: "String" }, { error: "client", httpError: 409 }),
      Base: structure(
        { name: member("String", { length: { max: 3 }, documentation: "From the base." }) },
        { mixin: {} },
      ),
      Middle: mixed(
        "Base",
        structure(
          { count: member("Integer", { documentation: "Of the middle.", range: { min: 0 } }) },
          {
            mixin: { localTraits: ["smithy.api#deprecated"] },
            documentation: "From the middle.",
            deprecated: {},
          },
        ),
      ),
      Thing: mixed(
        "Middle",
        structure({ own: "Color", count: member("Integer", { documentation: "My own." }) }),
      ),
      // What a shape adds to a member of its mixin stands beside it.
      Thing$name: {
        type: "apply",
        traits: { "smithy.api#length": { max: 5 }, "smithy.api#jsonName": "Name" },
      },
      Colors: {
        type: "enum",
        members: { RED: member("Unit", { enumValue: "red" }) },
        traits: { "smithy.api#mixin": {} },
      },
      Color: mixed("Colors", {
        type: "enum",
        members: { BLUE: member("Unit", { enumValue: "blue" }) },
      }),
    },
    { operations: [{ target: id("Do") }] },
  ),
  want: [
    text(
      "shapes/Thing.ts",
      `
      /** From the middle. */
      export interface Thing<$Form extends types.Received = types.Valid> {
        /** My own. Range: at least 0. */
        count?: number | undefined;
        /** From the base. JSON name: \`Name\`. Length: at most 5 code points. */
        name?: string | undefined;
        own?: Color | $Form["otherString"] | undefined;
      }
      `,
    ),
    text(
      "shapes/Color.ts",
      `
      export const Color = {
        BLUE: "blue",
        RED: "red",
      } as const;
      `,
    ),
    absent("interface Base"),
    absent("interface Middle"),
    absent("@deprecated"),
    request("Do", { name: "12345", count: 1, own: "red" }, "POST /do", {
      ...jsonBody({ Name: "12345", count: 1, own: "red" }),
    }),
    refusesRequest("Do", "POST /do", jsonBody({ Name: "123456" }), { name: "ValidationException" }),
    // An operation has its own errors beside those of its mixin, each once.
    error("Do", "Own", { message: "m" }, 409, {
      headers: { "content-type": "application/json", "x-amzn-errortype": "Own" },
      body: { message: "m" },
    }),
    error("Do", "Oops", { message: "m" }, 400, {
      headers: { "content-type": "application/json", "x-amzn-errortype": "Oops" },
      body: { message: "m" },
    }),
  ],
};
