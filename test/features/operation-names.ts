import { member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { jsonBody, request, text } from "./support/wants.js";

const names = [
  "Thing",
  "Delete",
  "Function",
  "Date",
  "Promise",
  "default",
  "then",
  "serializeError",
];

/** Operations with the names of shapes, of reserved words and of what generated code uses. */
export const feature: Feature = {
  given: model({
    ...Object.fromEntries(
      names.map((name) => [`ops#${name}`, operation(`/${name}`, { input: "Message" })]),
    ),
    Message: structure({ thing: member("test#Thing"), when: "Timestamp" }),
    Thing: structure({ a: "String" }),
  }),
  want: [
    ...["Thing", "Delete"].map((name) =>
      request(name, { thing: { a: "b" }, when: new Date(0) }, `POST /${name}`, {
        ...jsonBody({ thing: { a: "b" }, when: 0 }),
      }),
    ),
    ...["Function$", "Date$", "Promise$", "default$", "then$", "serializeError$"].map((name) =>
      request(name, {}, `POST /${name.replace("$", "")}`, jsonBody({})),
    ),
    text("shapes/Thing.ts", "export interface Thing$ {"),
    text("operations/Delete.ts", "export type Input = Message;"),
  ],
};
