import { member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import {
  jsonBody,
  readsRequest,
  readsResponse,
  refusesRequest,
  request,
  response,
  text,
} from "./support/wants.js";

/** Members that are optional for clients whatever else the model says, and never for servers. */
export const feature: Feature = {
  given: model({
    Do: operation("/do", { input: "Thing", output: "Thing" }),
    Wrap: operation("/wrap", { input: "Wrapped", output: "Wrapped" }),
    Thing: structure({
      size: member("Integer", { clientOptional: {}, default: 5 }),
      name: member("String", { clientOptional: {}, required: {} }),
    }),
    Wrapped: structure({
      size: member("Integer", { clientOptional: {}, default: 5, httpHeader: "x-size" }),
      one: "Thing",
      many: "Things",
      named: "Named",
      choice: "Choice",
    }),
    Things: { type: "list", member: member("Thing") },
    Named: { type: "map", key: member("String"), value: member("Thing") },
    Choice: { type: "union", members: { thing: member("Thing"), text: member("String") } },
  }),
  want: [
    text("shapes/Thing.ts", "Required, but a service may omit it."),
    text("shapes/Thing.ts", 'name: string | $Form["missing"];'),
    text("shapes/Thing.ts", "size?: number | undefined;"),
    // A client writes none, and does not make up what it does not get.
    request("Do", { name: "n" }, "POST /do", {
      ...jsonBody({ name: "n" }),
      read: { name: "n", size: 5 },
    }),
    readsResponse("Do", 200, jsonBody({}), {}),
    // A server fills in what it reads and what it writes, and wants what is required.
    readsRequest("Do", "POST /do", jsonBody({ name: "n" }), { name: "n", size: 5 }),
    refusesRequest("Do", "POST /do", jsonBody({}), { name: "ValidationException" }),
    response("Do", { name: "n" }, 200, {
      ...jsonBody({ name: "n", size: 5 }),
      read: { name: "n", size: 5 },
    }),
    request("Wrap", { one: { name: "n" } }, "POST /wrap", {
      ...jsonBody({ one: { name: "n" } }),
      read: { size: 5, one: { name: "n", size: 5 } },
    }),
    response(
      "Wrap",
      {
        one: { name: "n" },
        many: [{ name: "n" }],
        named: { a: { name: "n" } },
        choice: { thing: { name: "n", size: 1 } },
      },
      200,
      {
        headers: { "content-type": "application/json", "x-size": "5" },
        body: {
          one: { name: "n", size: 5 },
          many: [{ name: "n", size: 5 }],
          named: { a: { name: "n", size: 5 } },
          choice: { thing: { name: "n", size: 1 } },
        },
        read: {
          size: 5,
          one: { name: "n", size: 5 },
          many: [{ name: "n", size: 5 }],
          named: { a: { name: "n", size: 5 } },
          choice: { thing: { name: "n", size: 1 } },
        },
      },
    ),
  ],
};
