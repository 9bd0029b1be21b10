import { list, map, member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { readsRequest, request } from "./support/wants.js";

const params = (target: string): ReturnType<typeof member> =>
  member(target, { httpQueryParams: {} });
const refusal = (shapes: Record<string, ReturnType<typeof map>>): ReturnType<typeof model> =>
  model({
    Do: operation("/do", { input: "Input" }),
    Input: structure({ a: params("Map") }),
    ...shapes,
  });

/**
 * A map of query parameters beside members that are bound to some of them: these win when a client
 * sends, and a server has all of them in the map as well.
 */
export const feature: Feature = {
  given: model({
    Texts: operation("/texts?fixed=1", { method: "GET", input: "TextsInput" }),
    Lists: operation("/lists", { method: "GET", input: "ListsInput" }),
    Must: operation("/must", { method: "GET", input: "MustInput" }),
    MustInput: structure({ all: member("ValuesByName", { httpQueryParams: {}, required: {} }) }),
    TextsInput: structure({
      named: member("String", { httpQuery: "named" }),
      all: params("ByName"),
    }),
    ListsInput: structure({
      size: member("Integer", { httpQuery: "size" }),
      all: params("ValuesByName"),
    }),
    ByName: map("String"),
    ValuesByName: map("Values"),
    Values: list("String"),
  }),
  want: [
    request("Texts", { all: { a: "1", "b c": "", é: "&=" } }, "GET /texts", {
      query: { fixed: "1", a: "1", "b c": "", é: "&=" },
      read: { all: { fixed: "1", a: "1", "b c": "", é: "&=" } },
    }),
    request("Texts", { named: "x", all: { named: "y", fixed: "2", other: "z" } }, "GET /texts", {
      query: { fixed: "1", named: "x", other: "z" },
      read: { named: "x", all: { fixed: "1", named: "x", other: "z" } },
    }),
    readsRequest(
      "Texts",
      "GET /texts",
      { query: { fixed: "1", named: ["x", "y"], none: null } },
      { named: "x", all: { fixed: "1", named: "x", none: "" } },
    ),
    request("Lists", { size: 2, all: { a: ["1", "2"], b: [] } }, "GET /lists", {
      query: { size: "2", a: ["1", "2"] },
      read: { size: 2, all: { size: ["2"], a: ["1", "2"] } },
    }),
    request("Lists", {}, "GET /lists"),
    // An empty map and an absent one are the same on the wire.
    request("Lists", { all: {} }, "GET /lists", { read: {} }),
    request("Must", { all: {} }, "GET /must"),
  ],
  refused: {
    "a map of numbers": {
      given: refusal({ Map: map("Integer") }),
      errors: [
        "test#Input$a: the trait smithy.api#httpQueryParams cannot be applied to a collection with elements of type integer",
      ],
    },
    "a map of lists of numbers": {
      given: refusal({ Map: map("Numbers"), Numbers: list("Integer") }),
      errors: [
        "test#Input$a: the trait smithy.api#httpQueryParams cannot be applied to a map of lists with elements of type integer",
      ],
    },
  },
};
