import { member, modelOf, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { jsonBody, request, text } from "./support/wants.js";

const names =
  `Function Record Error Object Date Uint8Array Promise String Array Map Set Symbol Number
  Boolean Unit Blob Document Timestamp Input Output JSON Partial Class serializeDo`.split(/\s+/);

const thing = structure({
  text: "String",
  when: "Timestamp",
  bytes: "Blob",
  any: "Document",
  list: "Texts",
});
const value = {
  text: "a",
  when: new Date(0),
  bytes: new Uint8Array([1]),
  any: { a: [1] },
  list: ["a"],
};
const wire = { text: "a", when: 0, bytes: "AQ==", any: { a: [1] }, list: ["a"] };

const all = <T>(of: T): Record<string, T> =>
  Object.fromEntries(names.map((name) => [`m${name}`, of]));

/** Shapes with the names of what generated code itself uses: these get a `$`, and all else stays as it is. */
export const feature: Feature = {
  given: modelOf(Object.fromEntries(names.map((name) => [`m${name}`, member(`test#${name}`)])), {
    ...Object.fromEntries(names.map((name) => [`test#${name}`, thing])),
    Texts: { type: "list", member: member("String") },
  }),
  want: [
    request("Do", all(value), "POST /do", jsonBody(all(wire))),
    ...["Function", "Record", "Error", "Object", "Date", "Uint8Array", "Promise", "String"].map(
      (name) => text(`shapes/${name}.ts`, `export interface ${name}$ {`),
    ),
    text("shapes/Unit.ts", "export interface Unit {"),
    text("shapes/Thing.ts", "mDate?: Date$ | undefined;"),
    text("shapes/Thing.ts", "mUnit?: Unit | undefined;"),
  ],
};
