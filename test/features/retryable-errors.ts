import { expect } from "vitest";
import { model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { check, error } from "./support/wants.js";

type ErrorClass = new (members: object) => Error & { readonly $retryable?: unknown };

/** The classes of errors with the trait `retryable` say so, in the form of the AWS SDK. */
export const feature: Feature = {
  given: model({
    Do: operation("/do", { errors: ["Busy", "TooMany", "Wrong"] }),
    Busy: structure({ message: "String" }, { error: "server", retryable: {} }),
    TooMany: structure(
      { message: "String" },
      { error: "client", httpError: 429, retryable: { throttling: true } },
    ),
    Wrong: structure({ message: "String" }, { error: "client" }),
  }),
  want: [
    check("errors have the property `$retryable`", (exports) => {
      const retryable = ["Busy", "TooMany", "Wrong"].map((name) => {
        const made = new (exports[name] as ErrorClass)({ message: "m" });
        return Object.hasOwn(made, "$retryable") ? made.$retryable : "none";
      });
      expect(retryable).toEqual([{ throttling: false }, { throttling: true }, "none"]);
    }),
    error("Do", "TooMany", { message: "m" }, 429, {
      headers: { "content-type": "application/json", "x-amzn-errortype": "TooMany" },
      body: { message: "m" },
    }),
  ],
};
