import { member, modelOf, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { jsonBody, refusesRequest, request, text } from "./support/wants.js";

/** What traits say to a reader: deprecated, internal, unstable, since, links. None changes the wire. */
export const feature: Feature = {
  given: modelOf(
    {
      bare: member("String", { deprecated: {} }),
      told: member("String", { deprecated: { message: "Use `new`.", since: "2.1" } }),
      hidden: member("String", { internal: {}, documentation: "Not for you." }),
      fresh: member("String", { unstable: {}, since: "3.0" }),
      linked: member("String", { externalDocumentation: { Manual: "https://example.com/" } }),
      kind: "Kind",
      old: "Old",
    },
    {
      Old: structure({}, { deprecated: {} }),
      Kind: {
        type: "enum",
        members: {
          A: member("Unit", { enumValue: "a" }),
          B: member("Unit", { enumValue: "b", internal: {} }),
          C: member("Unit", { enumValue: "c", tags: ["internal"] }),
        },
      },
    },
  ),
  want: [
    text("shapes/Thing.ts", "/** @deprecated Do not use this any more. */\nbare?: string"),
    text("shapes/Thing.ts", "/** @deprecated Use `new`. Since 2.1. */\ntold?: string"),
    text("shapes/Thing.ts", "* Not for you.\n*\n* @internal\n*/\nhidden?: string"),
    text("shapes/Thing.ts", "* @since 3.0\n* @alpha\n*/\nfresh?: string"),
    text("shapes/Thing.ts", "/** @see [Manual](https://example.com/) */\nlinked?: string"),
    text("shapes/Old.ts", "/** @deprecated Do not use this any more. */\nexport interface Old"),
    request("Do", { bare: "a", hidden: "b", kind: "b" }, "POST /do", {
      ...jsonBody({ bare: "a", hidden: "b", kind: "b" }),
    }),
    refusesRequest("Do", "POST /do", jsonBody({ kind: "d" }), {
      name: "ValidationException",
      fieldList: [
        {
          path: "/kind",
          message:
            "Value at '/kind' failed to satisfy constraint: Member must satisfy enum value set: [a, c]",
        },
      ],
    }),
  ],
};
