import { list, map, member, modelOf, simple, type Json } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { jsonBody, readsResponse, refusesRequest, request } from "./support/wants.js";

const refusal = (path: string, problem: string, length = ""): Json => ({
  name: "ValidationException",
  message: `1 validation error detected. Value${length} at '${path}' failed to satisfy constraint: Member must ${problem}`,
});

/** Constraints: a server enforces all of them as it reads, and nobody else does. A member's replace its target's. */
export const feature: Feature = {
  given: modelOf(
    {
      text: member("Brief", { length: { min: 2 } }),
      ratio: member("Double", { range: { min: 0.5, max: 1.5 } }),
      list: "Unique",
      map: "ByKey",
      bytes: member("Blob", { length: { max: 2 } }),
    },
    {
      Brief: simple("string", { length: { max: 1 } }),
      Unique: list("String", { uniqueItems: {} }),
      ByKey: map("String", { length: { max: 1 } }, member("String", { pattern: "^[a-c]+$" })),
    },
  ),
  want: [
    request("Do", { text: "long", ratio: 1 }, "POST /do", jsonBody({ text: "long", ratio: 1 })),
    readsResponse("Do", 200, jsonBody({ text: "", ratio: 9 }), { text: "", ratio: 9 }),
    refusesRequest(
      "Do",
      "POST /do",
      jsonBody({ text: "👍" }),
      refusal("/text", "have length greater than or equal to 2", " with length 1"),
    ),
    refusesRequest(
      "Do",
      "POST /do",
      jsonBody({ ratio: 2 }),
      refusal("/ratio", "be between 0.5 and 1.5, inclusive"),
    ),
    refusesRequest(
      "Do",
      "POST /do",
      jsonBody({ list: ["a", "b", "a"] }),
      refusal("/list", "have unique values"),
    ),
    refusesRequest(
      "Do",
      "POST /do",
      jsonBody({ map: { d: "" } }),
      refusal("/map", "satisfy regular expression pattern: ^[a-c]+$"),
    ),
    refusesRequest(
      "Do",
      "POST /do",
      jsonBody({ map: { a: "", b: "" } }),
      refusal("/map", "have length less than or equal to 1", " with length 2"),
    ),
    refusesRequest(
      "Do",
      "POST /do",
      jsonBody({ bytes: "AAAA" }),
      refusal("/bytes", "have length less than or equal to 2", " with length 3"),
    ),
  ],
};
