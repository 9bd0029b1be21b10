import { member, model, modelOf, operation, structure, union } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { error, jsonBody, refusesRequest, request, response } from "./support/wants.js";

const named = (target: string, jsonName: string, traits: object = {}): ReturnType<typeof member> =>
  member(target, { jsonName, ...traits });
const value = { text: "a", type: "b", inner: { text: "c" }, choice: { one: "d" } };
const wire = { type: "a", Type: "b", Inner: { "te-xt": "c" }, Choice: { One: "d" } };

/** Names in JSON that are not the members', at every depth. Bindings have names of their own, and messages the model's. */
export const feature: Feature = {
  given: model({
    Do: operation("/do", { input: "Thing", output: "Thing", errors: ["Oops"] }),
    Thing: structure({
      // Its name in JSON is the name of another member.
      text: named("String", "type", { length: { max: 3 } }),
      type: named("String", "Type"),
      inner: named("Inner", "Inner"),
      choice: named("Choice", "Choice"),
      header: named("String", "Header", { httpHeader: "x-header" }),
    }),
    Inner: structure({ text: named("String", "te-xt", { length: { max: 3 } }) }),
    Choice: union({ one: named("String", "One"), two: "String" }),
    Oops: structure(
      { message: named("String", "Msg"), limit: named("Integer", "Limit") },
      { error: "client" },
    ),
  }),
  want: [
    request("Do", value, "POST /do", jsonBody(wire)),
    response("Do", { ...value, header: "h" }, 200, {
      headers: { "content-type": "application/json", "x-header": "h" },
      body: wire,
    }),
    refusesRequest("Do", "POST /do", jsonBody({ Inner: { "te-xt": "long" } }), {
      name: "ValidationException",
      fieldList: [
        {
          path: "/inner/text",
          message:
            "Value with length 4 at '/inner/text' failed to satisfy constraint: Member must have length less than or equal to 3",
        },
      ],
    }),
    error("Do", "Oops", { message: "m", limit: 1 }, 400, {
      headers: { "content-type": "application/json", "x-amzn-errortype": "Oops" },
      body: { Msg: "m", Limit: 1 },
    }),
  ],
  refused: {
    "two members of one name": {
      given: modelOf({ a: named("String", "b"), b: "String", c: named("String", "a") }),
      errors: [
        'test#Thing$b: has the JSON name "b", as does the member a; rename one with smithy.api#jsonName',
      ],
    },
    "two members of one name in a union": {
      given: modelOf(
        { choice: "Choice" },
        { Choice: union({ a: named("String", "x"), b: named("String", "x") }) },
      ),
      errors: [
        'test#Choice$b: has the JSON name "x", as does the member a; rename one with smithy.api#jsonName',
      ],
    },
  },
};
