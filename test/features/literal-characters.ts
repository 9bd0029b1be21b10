import { member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { request, routes } from "./support/wants.js";

/** Literals of a `uri` that are no letters: `@`, `:`, `$`, and what has a meaning elsewhere, as in regular expressions. */
export const feature: Feature = {
  given: model({
    At: operation("/@connections/{id}", { input: "One" }),
    Colon: operation("/apps/app:start"),
    Dollar: operation("/$metadata/$"),
    Pattern: operation("/a(b+)+/.*"),
    One: structure({ id: member("String", { httpLabel: {}, required: {} }) }),
  }),
  want: [
    request("At", { id: "@:$" }, "POST /@connections/%40%3A%24"),
    request("Colon", {}, "POST /apps/app:start"),
    request("Dollar", {}, "POST /$metadata/$"),
    request("Pattern", {}, "POST /a(b+)+/.*"),
    routes("POST /abb/x", {}, undefined),
  ],
};
