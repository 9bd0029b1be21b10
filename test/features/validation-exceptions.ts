import { expect } from "vitest";
import { functionOf } from "../codegen/support/generated.js";
import { member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { exchange, expectCaught, fieldMessage } from "./support/validation-exception.js";
import { check, readsError } from "./support/wants.js";

/** A model without an error `ValidationException`: both sides have the codec's own. */
export const feature: Feature = {
  given: model({
    Do: operation("/do", { input: "Input", errors: ["Other"] }),
    None: operation("/none", { input: "Input" }),
    Other: structure({}, { error: "client" }),
    Input: structure({ text: member("String", { length: { max: 1 } }) }),
  }),
  want: [
    ...["Do", "None"].map((name) =>
      check(`${name}: a client reads what its own server throws`, (exports) => {
        const { thrown, read } = exchange(exports, name);
        const fieldList = [{ path: "/text", message: fieldMessage }];
        for (const error of [thrown, read]) {
          expectCaught(error, exports);
          expect(error).toMatchObject({ fieldList });
        }
        expect(thrown).toMatchObject({
          issues: [{ path: ["text"], pointer: "/text", constraint: "length", received: 2 }],
        });
        expect(read).toMatchObject({ issues: [] });
      }),
    ),
    // Other services write other fields, or none.
    ...[undefined, null, "x", [1, null, {}, { path: "/a" }, { name: "a", message: "b" }]].map(
      (fieldList) =>
        readsError(
          "Do",
          400,
          { body: { __type: "a.b#ValidationException", message: "m", fieldList } },
          "ValidationException",
          { message: "m", fieldList: [], issues: [] },
        ),
    ),
    check("is made by hand as well, and written", (exports) => {
      const ValidationException = exports["ValidationException"] as new (options?: object) => Error;
      const fieldList = [{ path: "/text", message: "is not nice" }];
      const error = new ValidationException({ message: "m", fieldList });
      expect(functionOf(exports, "serializeError")(error)).toEqual({
        statusCode: 400,
        headers: { "content-type": "application/json", "x-amzn-errortype": "ValidationException" },
        body: JSON.stringify({ message: "m", fieldList }),
      });
      expect(new ValidationException()).toMatchObject({ fieldList: [], message: "" });
    }),
  ],
};
