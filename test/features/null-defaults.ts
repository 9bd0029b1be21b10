import { member, modelOf, simple } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { jsonBody, readsResponse, request, response, text } from "./support/wants.js";

/** A default of null on a member takes back that of its target. */
export const feature: Feature = {
  given: modelOf(
    {
      plain: member("Count", { default: 3 }),
      taken: member("Count", { default: null }),
      zero: member("PrimitiveInteger", { default: 0 }),
      none: member("PrimitiveInteger", { default: null }),
    },
    { Count: simple("integer", { default: 3 }) },
  ),
  want: [
    request("Do", {}, "POST /do", {
      ...jsonBody({ plain: 3, zero: 0 }),
      read: { plain: 3, zero: 0 },
    }),
    response("Do", {}, 200, { ...jsonBody({ plain: 3, zero: 0 }), read: { plain: 3, zero: 0 } }),
    readsResponse("Do", 200, jsonBody({}), { plain: 3, zero: 0 }),
    readsResponse("Do", 200, jsonBody({ taken: 3, none: 0 }), {
      plain: 3,
      taken: 3,
      zero: 0,
      none: 0,
    }),
    text("shapes/Thing.ts", "taken?: number | undefined;"),
    text("shapes/Thing.ts", "none?: number | undefined;"),
  ],
};
