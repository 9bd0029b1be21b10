import { expect } from "vitest";
import { list, member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { exchange, expectCaught } from "./support/validation-exception.js";
import { check } from "./support/wants.js";

/**
 * A model whose error `ValidationException` has no place for what is wrong: its fields need what
 * nobody knows, and it has a member `issues` of its own.
 */
export const feature: Feature = {
  given: model(
    {
      Do: operation("/do", { input: "Input" }),
      ValidationException: structure(
        { message: "String", fieldList: "Fields", issues: "Integer" },
        { error: "client" },
      ),
      Fields: list("Field"),
      Field: structure({ path: "String", code: member("Integer", { required: {} }) }),
      Input: structure({ text: member("String", { length: { max: 1 } }) }),
    },
    { errors: [{ target: "test#ValidationException" }] },
  ),
  want: [
    check("a client reads what its own server throws", (exports) => {
      const { thrown, read } = exchange(exports, "Do");
      for (const each of [thrown, read]) {
        expectCaught(each, exports);
        expect(each).not.toHaveProperty("fieldList");
        expect(each).not.toHaveProperty("issues");
      }
    }),
  ],
};
