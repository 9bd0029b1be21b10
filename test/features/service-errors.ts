import { id, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { error, jsonBody, readsError } from "./support/wants.js";

const headers = (name: string): Record<string, string> => ({
  "content-type": "application/json",
  "x-amzn-errortype": name,
});

/** Errors of the service are those of every operation. */
export const feature: Feature = {
  given: model(
    {
      One: operation("/one", { errors: ["Own"] }),
      Two: operation("/two"),
      Own: structure({ message: "String" }, { error: "client" }),
      Common: structure({ message: "String" }, { error: "server", httpError: 503 }),
    },
    { errors: [{ target: id("Common") }] },
  ),
  want: [
    error("One", "Own", { message: "m" }, 400, { headers: headers("Own"), body: { message: "m" } }),
    error("One", "Common", { message: "m" }, 503, {
      headers: headers("Common"),
      body: { message: "m" },
    }),
    error("Two", "Common", { message: "m" }, 503, {
      headers: headers("Common"),
      body: { message: "m" },
    }),
    readsError("Two", 400, jsonBody({ __type: "Other" }), "Other"),
  ],
};
