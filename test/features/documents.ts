import { expect } from "vitest";
import { functionOf } from "../codegen/support/generated.js";
import { list, map, modelOf } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { check, jsonBody, request, response, text } from "./support/wants.js";

const any = { a: [1, "b", null, { c: false }], d: { e: null } };

/** Documents: any JSON, nulls within it and all. */
export const feature: Feature = {
  given: modelOf(
    { any: "Document", list: "Documents", map: "ByName" },
    { Documents: list("Document"), ByName: map("Document") },
  ),
  want: [
    text("shapes/Thing.ts", "any?: DocumentType | undefined;"),
    ...[any, "text", 0, false, [], {}].flatMap((value) => [
      request("Do", { any: value }, "POST /do", jsonBody({ any: value })),
      response("Do", { any: value }, 200, jsonBody({ any: value })),
    ]),
    request("Do", { any: null }, "POST /do", { ...jsonBody({}), read: {} }),
    request("Do", { list: [1, any], map: { a: any } }, "POST /do", {
      ...jsonBody({ list: [1, any], map: { a: any } }),
    }),
    check("null is a document, and what has no form in JSON is none", (exports) => {
      const validate = functionOf(exports, "validateThing");
      expect(validate({ any: null, list: [null], map: { a: null } })).toMatchObject({ ok: true });
      expect(validate({ list: [undefined], map: { a: undefined } })).toMatchObject({
        issues: [
          { path: "/list/0", constraint: "type" },
          { path: "/map/a", constraint: "type" },
        ],
      });
    }),
  ],
};
