import { list, member, model, operation, structure, type Json } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import {
  json,
  jsonBody,
  readsResponse,
  refusesInput,
  refusesRequest,
  request,
  text,
} from "./support/wants.js";

const most = 2n ** 63n - 1n;
const told = (path: string, type: string): Json => ({
  name: "SerializationException",
  message: `Expected ${type} between -9223372036854775808 and 9223372036854775807 at ${path}, received an integer out of range.`,
});
const wrongRange = {
  name: "ValidationException",
  fieldList: [
    {
      path: "/body",
      message:
        "Value at '/body' failed to satisfy constraint: Member must be greater than or equal to -1",
    },
  ],
};

/** A long as a bigint, with all of its 64 bits. */
export const feature: Feature = {
  options: { long: "bigint" },
  given: model({
    Do: operation("/do/{label}", { input: "Input", output: "Output" }),
    Input: structure({
      label: member("Long", { httpLabel: {}, required: {} }),
      query: member("Longs", { httpQuery: "q" }),
      header: member("Longs", { httpHeader: "h" }),
      body: member("Long", { range: { min: -1 } }),
      usual: member("Long", { default: 5 }),
    }),
    Output: structure({ body: member("Long", { required: {} }) }),
    Longs: list("Long"),
  }),
  want: [
    text("shapes/Input.ts", "label: bigint;"),
    text("shapes/Input.ts", "query?: bigint[] | undefined;"),
    request(
      "Do",
      { label: -most - 1n, query: [most, 0n], header: [-1n, most], body: most, usual: 1n },
      "POST /do/-9223372036854775808",
      {
        query: { q: ["9223372036854775807", "0"] },
        headers: { ...json, h: "-1, 9223372036854775807" },
        body: '{"body":9223372036854775807,"usual":1}',
      },
    ),
    request("Do", { label: 1n }, "POST /do/1", {
      headers: json,
      body: '{"usual":5}',
      read: { label: 1n, usual: 5n },
    }),
    readsResponse("Do", 200, jsonBody("{}"), { body: 0n }),
    readsResponse("Do", 200, jsonBody('{"body":9007199254740993}'), { body: 2n ** 53n + 1n }),
    refusesInput("Do", { label: most + 1n }, told("/label", "a bigint")),
    refusesInput("Do", { label: 1n, body: most + 1n }, told("/body", "a bigint")),
    refusesRequest(
      "Do",
      "POST /do/9223372036854775808",
      jsonBody({}),
      told("/label", "an integer"),
    ),
    refusesRequest("Do", "POST /do/1", jsonBody('{"body":-2}'), wrongRange),
  ],
};
