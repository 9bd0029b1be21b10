import {
  enumeration,
  list,
  member,
  model,
  operation,
  structure,
} from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { refusesInput, refusesRequest, request } from "./support/wants.js";

const query = (target: string, name: string, traits: object = {}): ReturnType<typeof member> =>
  member(target, { httpQuery: name, ...traits });

/** Members bound to query parameters: scalars and lists of every type, present, empty and absent. */
export const feature: Feature = {
  given: model({
    Get: operation("/get", { method: "GET", input: "Query" }),
    Need: operation("/need", { method: "GET", input: "Needed" }),
    Query: structure({
      text: query("String", "te xt"),
      flag: query("Boolean", "flag"),
      number: query("Long", "number"),
      ratio: query("Float", "ratio"),
      color: query("Color", "color"),
      texts: query("Texts", "texts"),
      flags: query("Flags", "flags"),
      when: query("Times", "when"),
    }),
    Needed: structure({ id: query("String", "id", { required: {} }) }),
    Color: enumeration({ RED: "red" }),
    Texts: list("String"),
    Flags: list("Boolean"),
    Times: list("Timestamp"),
  }),
  want: [
    request(
      "Get",
      {
        text: "a&b=c ü",
        flag: false,
        number: -1,
        ratio: NaN,
        color: "red",
        texts: ["b", "a,c", ""],
        flags: [true],
        when: [new Date(0)],
      },
      "GET /get",
      {
        query: {
          "te xt": "a&b=c ü",
          flag: "false",
          number: "-1",
          ratio: "NaN",
          color: "red",
          texts: ["b", "a,c", ""],
          flags: ["true"],
          when: ["1970-01-01T00:00:00Z"],
        },
      },
    ),
    request("Get", { text: "", texts: [] }, "GET /get", {
      query: { "te xt": "" },
      read: { text: "" },
    }),
    refusesRequest(
      "Get",
      "GET /get",
      { query: { flag: "yes" } },
      {
        name: "SerializationException",
        path: "/flag",
      },
    ),
    refusesRequest(
      "Get",
      "GET /get",
      { query: { flags: ["true", "1"] } },
      {
        name: "SerializationException",
        path: "/flags/1",
      },
    ),
    refusesInput("Need", {}, { name: "SerializationException", path: "/id" }),
    refusesRequest("Need", "GET /need", {}, { name: "ValidationException" }),
  ],
};
