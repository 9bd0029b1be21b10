import { list, member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import {
  json,
  jsonBody,
  readsResponse,
  refusesRequest,
  request,
  response,
} from "./support/wants.js";

const special = [NaN, Infinity, -Infinity];
const texts = ["NaN", "Infinity", "-Infinity"];
const error = { name: "SerializationException", path: "/ratio" };

/** NaN and the infinities: strings in JSON, and the same text elsewhere. */
export const feature: Feature = {
  given: model({
    Do: operation("/do", { input: "Numbers", output: "Numbers" }),
    Numbers: structure({
      ratio: "Float",
      ratios: "Doubles",
      query: member("Doubles", { httpQuery: "q" }),
      header: member("Doubles", { httpHeader: "h" }),
    }),
    Doubles: list("Double"),
  }),
  want: [
    request("Do", { ratio: NaN, ratios: special, query: special, header: special }, "POST /do", {
      query: { q: texts },
      headers: { ...json, h: "NaN, Infinity, -Infinity" },
      body: { ratio: "NaN", ratios: texts },
    }),
    response("Do", { ratio: -Infinity, ratios: special }, 200, {
      ...jsonBody({ ratio: "-Infinity", ratios: texts }),
    }),
    readsResponse(
      "Do",
      200,
      { body: '{"ratio":1e-7,"ratios":[-0.5,3]}' },
      {
        ratio: 1e-7,
        ratios: [-0.5, 3],
      },
    ),
    refusesRequest("Do", "POST /do", jsonBody({ ratio: "1.5" }), error),
    refusesRequest("Do", "POST /do", jsonBody({ ratio: "nan" }), error),
    refusesRequest("Do", "POST /do", { headers: json, body: '{"ratio":1e999}' }, error),
  ],
};
