import { member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { refusesInput, refusesRequest, request } from "./support/wants.js";

const label = (target: string, traits: object = {}): ReturnType<typeof member> =>
  member(target, { httpLabel: {}, required: {}, ...traits });
const noon = new Date("2026-01-02T12:00:00Z");
const all = { text: "a/b ?%ü", number: -5, ratio: 1.5, flag: false, when: noon, at: noon };

/** Labels of every type, each as text of one segment. */
export const feature: Feature = {
  given: model({
    Get: operation("/{text}/{number}/{ratio}/{flag}/{when}/{at}", { method: "GET", input: "All" }),
    All: structure({
      text: label("String"),
      number: label("Integer"),
      ratio: label("Double"),
      flag: label("Boolean"),
      when: label("Timestamp"),
      at: label("Timestamp", { timestampFormat: "epoch-seconds" }),
    }),
  }),
  want: [
    request(
      "Get",
      all,
      "GET /a%2Fb%20%3F%25%C3%BC/-5/1.5/false/2026-01-02T12%3A00%3A00Z/1767355200",
    ),
    request(
      "Get",
      { ...all, text: "x", ratio: -Infinity },
      "GET /x/-5/-Infinity/false/2026-01-02T12%3A00%3A00Z/1767355200",
    ),
    refusesInput("Get", { ...all, text: "" }, { name: "SerializationException", path: "/text" }),
    refusesInput("Get", { ...all, text: ".." }, { name: "SerializationException", path: "/text" }),
    refusesInput("Get", { text: "x" }, { name: "SerializationException", path: "/number" }),
    refusesRequest(
      "Get",
      "GET /x/1.5/1.5/false/2026-01-02T12%3A00%3A00Z/1767355200",
      {},
      { name: "SerializationException", path: "/number" },
    ),
  ],
};
