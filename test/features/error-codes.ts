import { model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { error, jsonBody, readsError } from "./support/wants.js";

const fails = { error: "client" };

/**
 * What tells which error a response is: the header, `__type` or `code`, without URI and namespace.
 * An error may have a member called `code` beside it.
 */
export const feature: Feature = {
  given: model({
    Do: operation("/do", { errors: ["Plain", "Coded", "Broken"] }),
    Plain: structure({ Message: "String" }, fails),
    Coded: structure({ message: "String", code: "String" }, { ...fails, httpError: 409 }),
    Broken: structure({}, { error: "server" }),
  }),
  want: [
    error("Do", "Coded", { message: "m", code: "Busy" }, 409, {
      headers: { "content-type": "application/json", "x-amzn-errortype": "Coded" },
      body: { message: "m", code: "Busy" },
    }),
    error("Do", "Plain", { Message: "m" }, 400, {
      headers: { "content-type": "application/json", "x-amzn-errortype": "Plain" },
      body: { Message: "m" },
    }),
    error("Do", "Broken", {}, 500, {
      headers: { "content-type": "application/json", "x-amzn-errortype": "Broken" },
      body: {},
    }),
    readsError("Do", 400, jsonBody({ __type: "Plain", Message: "m" }), "Plain", { message: "m" }),
    readsError("Do", 400, jsonBody({ __type: "a.b#Coded", code: "Plain" }), "Coded", {
      code: "Plain",
    }),
    readsError("Do", 400, jsonBody({ code: "Plain" }), "Plain"),
    readsError("Do", 400, jsonBody({ code: "Coded" }), "Coded", { code: "Coded" }),
    readsError(
      "Do",
      400,
      { headers: { "x-amzn-errortype": "a#Plain:http://internal/" }, body: { code: "Coded" } },
      "Plain",
    ),
    readsError("Do", 500, { headers: { "x-amzn-errortype": "Broken" } }, "Broken"),
    // Only the top level counts.
    readsError("Do", 400, jsonBody({ detail: { code: "Plain" } }), "UnknownError", {
      $fault: "client",
    }),
    readsError("Do", 503, jsonBody({ code: "Odd", message: "m" }), "Odd", {
      $fault: "server",
      message: "m",
    }),
    readsError("Do", 502, { body: "<html>" }, "UnknownError", { $fault: "server" }),
  ],
};
