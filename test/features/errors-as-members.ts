import { list, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { error, jsonBody, response, text } from "./support/wants.js";

const failure = { message: "m", id: "i" };

/** Errors that are thrown by one operation, and are data in the output of another. */
export const feature: Feature = {
  given: model({
    One: operation("/one", { errors: ["Failure"] }),
    Many: operation("/many", { output: "Results" }),
    Results: structure({ first: "Failure", failures: "Failures" }),
    Failures: list("Failure"),
    Failure: structure({ message: "String", id: "String" }, { error: "client" }),
  }),
  want: [
    error("One", "Failure", failure, 400, {
      headers: { "content-type": "application/json", "x-amzn-errortype": "Failure" },
      body: failure,
    }),
    response("Many", { first: failure, failures: [failure] }, 200, {
      ...jsonBody({ first: failure, failures: [failure] }),
    }),
    text("shapes/Results.ts", "failures?: FailureMembers[] | undefined;"),
  ],
};
