import { member, model, operation, structure, type Json } from "../codegen/support/models.js";
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

const given = model({
  Do: operation("/do/{label}", { input: "Input", output: "Output" }),
  Input: structure({
    label: member("Long", { httpLabel: {}, required: {} }),
    query: member("Long", { httpQuery: "q" }),
    header: member("Long", { httpHeader: "h" }),
    body: member("Long", { range: { min: -1 } }),
  }),
  Output: structure({ body: "Long" }),
});
const most = Number.MAX_SAFE_INTEGER;
const told = (path: string): Json => ({
  name: "SerializationException",
  message: `Expected an integer between -9007199254740991 and 9007199254740991 at ${path}, received an integer out of range.`,
});

/** A long as a number, which is exact up to 2^53 - 1: others are refused by both sides with one message. */
export const feature: Feature = {
  given,
  want: [
    text("shapes/Input.ts", "body?: number | undefined;"),
    request("Do", { label: -most, query: most, header: -most, body: most }, `POST /do/${-most}`, {
      query: { q: String(most) },
      headers: { ...json, h: String(-most) },
      body: { body: most },
    }),
    refusesInput("Do", { label: 2 ** 53 }, told("/label")),
    refusesInput("Do", { label: 1, query: -(2 ** 53) }, told("/query")),
    refusesInput("Do", { label: 1, header: 2 ** 53 }, told("/header")),
    refusesInput("Do", { label: 1, body: 2 ** 53 }, told("/body")),
    refusesRequest("Do", "POST /do/9007199254740992", jsonBody({}), told("/label")),
    refusesRequest("Do", "POST /do/1", { query: { q: "-9007199254740992" } }, told("/query")),
    refusesRequest("Do", "POST /do/1", { headers: { h: "9007199254740993" } }, told("/header")),
    refusesRequest("Do", "POST /do/1", jsonBody('{"body":9007199254740993}'), told("/body")),
    readsResponse("Do", 200, jsonBody('{"body":-9007199254740991}'), { body: -most }),
  ],
  refused: {
    "a default that is not exact": {
      given: model({
        Do: operation("/do", { input: "Thing" }),
        Thing: structure({ long: member("Long", { default: 2 ** 53 }) }),
      }),
      errors: [
        "test#Thing$long: has an invalid default: expected an integer up to 2^53 - 1 (--long bigint accepts 64 bits), found 9007199254740992",
      ],
    },
  },
};
