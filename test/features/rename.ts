import { member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { jsonBody, request, text } from "./support/wants.js";

/** Shapes of one name in two namespaces, of which the service renames one. */
export const feature: Feature = {
  given: model(
    {
      Do: operation("/do", { input: "Input" }),
      Input: structure({ ours: "Thing", theirs: member("other#Thing") }),
      Thing: structure({ a: "String" }),
      "other#Thing": structure({ b: "String" }),
    },
    { rename: { "other#Thing": "OtherThing" } },
  ),
  want: [
    text("shapes/Thing.ts", "export interface Thing {\na?: string | undefined;\n}"),
    text("shapes/OtherThing.ts", "export interface OtherThing {\nb?: string | undefined;\n}"),
    text("shapes/Input.ts", "theirs?: OtherThing | undefined;"),
    request("Do", { ours: { a: "1" }, theirs: { b: "2" } }, "POST /do", {
      ...jsonBody({ ours: { a: "1" }, theirs: { b: "2" } }),
    }),
  ],
  refused: {
    "an error, whose name is on the wire": {
      given: model(
        {
          Do: operation("/do", { errors: ["other#Oops"] }),
          "other#Oops": structure({}, { error: "client" }),
        },
        { rename: { "other#Oops": "OtherOops" } },
      ),
      errors: [
        'other#Oops: is an error and cannot be renamed, since its name is sent over the wire; remove it from "rename"',
      ],
    },
  },
};
