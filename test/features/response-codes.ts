import { member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { jsonBody, response } from "./support/wants.js";

/** A member that is the status of the response, or else the status of the operation. */
export const feature: Feature = {
  given: model({
    Do: operation("/do", { code: 202, output: "Result" }),
    Only: operation("/only", { output: "Code" }),
    Empty: operation("/empty", { code: 204, output: "Nothing" }),
    None: operation("/none", { code: 201 }),
    Result: structure({
      code: member("Integer", { httpResponseCode: {} }),
      text: "String",
    }),
    Code: structure({ code: member("Integer", { httpResponseCode: {} }) }),
    Nothing: structure({}),
  }),
  want: [
    response("Do", { code: 201, text: "a" }, 201, jsonBody({ text: "a" })),
    response("Do", { text: "a" }, 202, {
      ...jsonBody({ text: "a" }),
      read: { code: 202, text: "a" },
    }),
    response("Only", { code: 226 }, 226, jsonBody({})),
    response("Empty", {}, 204),
    response("None", {}, 201),
  ],
};
