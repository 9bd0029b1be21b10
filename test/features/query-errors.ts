import { model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { error, jsonBody, readsError } from "./support/wants.js";

/** The code of `aws.protocols#awsQueryError`, which services that once spoke the query protocol still send. */
export const feature: Feature = {
  given: model({
    Do: operation("/do", { errors: ["QueueGone"] }),
    Clash: operation("/clash", { errors: ["Full", "Later"] }),
    Full: structure({ message: "String" }, { error: "client" }),
    // Its code is the name of another error, which has it.
    Later: structure(
      { message: "String" },
      { error: "client", "aws.protocols#awsQueryError": { code: "Full", httpResponseCode: 400 } },
    ),
    QueueGone: structure(
      { message: "String" },
      {
        error: "client",
        httpError: 404,
        "aws.protocols#awsQueryError": { code: "AWS.Queue.NonExistent", httpResponseCode: 400 },
      },
    ),
  }),
  want: [
    readsError(
      "Do",
      400,
      { headers: { "x-amzn-errortype": "AWS.Queue.NonExistent" }, body: { message: "m" } },
      "QueueGone",
      { message: "m" },
    ),
    readsError("Do", 400, jsonBody({ __type: "AWS.Queue.NonExistent" }), "QueueGone"),
    readsError("Clash", 400, jsonBody({ __type: "Full" }), "Full"),
    readsError("Clash", 400, jsonBody({ __type: "Later" }), "Later"),
    error("Do", "QueueGone", { message: "m" }, 404, {
      headers: { "content-type": "application/json", "x-amzn-errortype": "QueueGone" },
      body: { message: "m" },
    }),
  ],
};
