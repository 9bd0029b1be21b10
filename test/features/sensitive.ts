import { member, modelOf, simple } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { jsonBody, refusesRequest, request, text } from "./support/wants.js";

const message = (path: string, expected: string): object => ({
  name: "ValidationException",
  fieldList: [
    { path, message: `Value at '${path}' failed to satisfy constraint: Member must ${expected}` },
  ],
});

/** Sensitive values: no message holds one, nor how long it is. */
export const feature: Feature = {
  given: modelOf(
    {
      secret: "Secret",
      pin: member("Integer", { sensitive: {}, range: { max: 9 } }),
    },
    { Secret: simple("string", { sensitive: {}, length: { min: 2, max: 4 } }) },
  ),
  want: [
    text("shapes/Thing.ts", "Sensitive: error messages never contain the value."),
    request("Do", { secret: "abc", pin: 1 }, "POST /do", jsonBody({ secret: "abc", pin: 1 })),
    refusesRequest(
      "Do",
      "POST /do",
      jsonBody({ secret: "hunter2" }),
      message("/secret", "have length between 2 and 4, inclusive") as Record<string, unknown>,
    ),
    refusesRequest(
      "Do",
      "POST /do",
      jsonBody({ pin: 1234 }),
      message("/pin", "be less than or equal to 9") as Record<string, unknown>,
    ),
    refusesRequest("Do", "POST /do", jsonBody({ secret: 1234 }), {
      name: "SerializationException",
      message: "Expected a string at /secret, received a number.",
    }),
  ],
};
