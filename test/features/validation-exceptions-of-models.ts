import { expect } from "vitest";
import {
  enumeration,
  list,
  member,
  model,
  operation,
  structure,
} from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { exchange, expectCaught, fieldMessage, message } from "./support/validation-exception.js";
import { check, error, json, readsError, text } from "./support/wants.js";

/**
 * A model with an error `ValidationException` of its own, in the form that many of AWS's services
 * have, which one of two operations lists: there is no other class of this name.
 */
export const feature: Feature = {
  given: model({
    Do: operation("/do", { input: "Input", errors: ["ValidationException"] }),
    None: operation("/none", { input: "Input" }),
    ValidationException: structure(
      {
        Message: member("String", { required: {}, jsonName: "message" }),
        reason: member("Reason", { required: {} }),
        fieldList: "Fields",
      },
      { error: "client" },
    ),
    Reason: enumeration({ PARSE: "CannotParse" }),
    Fields: list("Field"),
    Field: structure({
      name: member("String", { required: {} }),
      message: member("String", { required: {} }),
      code: "String",
    }),
    Input: structure({ text: member("String", { length: { max: 1 } }) }),
  }),
  want: [
    text(
      "shapes/ValidationException.ts",
      "declare readonly issues?: readonly types.ValidationIssue[] | undefined;",
    ),
    ...["Do", "None"].map((name) =>
      check(`${name}: a client reads what its own server throws`, (exports) => {
        const { thrown, read } = exchange(exports, name);
        for (const each of [thrown, read]) {
          expectCaught(each, exports);
          expect(each).toMatchObject({
            Message: message,
            fieldList: [{ name: "/text", message: fieldMessage }],
          });
        }
        // What cannot be known is left out; the issues as data are not a member.
        expect(thrown).toHaveProperty("reason", undefined);
        expect(thrown).toMatchObject({
          issues: [{ path: ["text"], pointer: "/text", constraint: "length" }],
        });
        expect(Object.keys(thrown as object)).not.toContain("issues");
        expect(read).not.toHaveProperty("issues");
        expect(exports).not.toHaveProperty("ValidationException$$");
      }),
    ),
    error("Do", "ValidationException", { Message: "m", reason: "CannotParse" }, 400, {
      headers: { ...json, "x-amzn-errortype": "ValidationException" },
      body: { message: "m", reason: "CannotParse" },
    }),
    readsError(
      "None",
      400,
      {
        headers: { "x-amzn-errortype": "ValidationException" },
        body: { message: "m", reason: "other" },
      },
      "ValidationException",
      { Message: "m", message: "m", reason: "other" },
    ),
  ],
};
