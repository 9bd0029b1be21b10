import {
  enumeration,
  member,
  model,
  operation,
  simple,
  structure,
} from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import {
  error,
  readsError,
  refusesRequest,
  request,
  response,
  routes,
  text,
} from "./support/wants.js";

const type = { "content-type": "application/x-amz-json-1.1" };
const toDo = { ...type, "x-amz-target": "Weather.Do" };
const line = "POST /";

/** AWS JSON: HTTP bindings and JSON names have no effect, and a header names the operation. */
export const feature: Feature = {
  given: model(
    {
      Do: operation("/items/{id}", {
        method: "PUT",
        code: 202,
        input: "In",
        output: "Out",
        errors: ["Gone"],
      }),
      Rest: operation("/rest"),
      In: structure({
        id: member("String", { httpLabel: {}, required: {}, jsonName: "identifier" }),
        note: member("String", { httpHeader: "x-note", length: { max: 3 } }),
        when: "Timestamp",
        day: member("Timestamp", { timestampFormat: "date-time" }),
        data: "Blob",
        kind: "Kind",
        token: member("String", { idempotencyToken: {} }),
      }),
      Out: structure({ count: member("Integer", { httpHeader: "x-count" }), tags: "Tags" }),
      Tags: { type: "list", member: member("String"), traits: { "smithy.api#sparse": {} } },
      Kind: enumeration({ A: "a" }),
      Gone: structure(
        { text: member("Text"), code: member("String", { httpHeader: "x-code" }) },
        { error: "server" },
      ),
      Text: simple("string"),
    },
    { traits: { "aws.protocols#awsJson1_1": {} } },
  ),
  want: [
    request("Do", { id: "a/b", note: "n", token: "t" }, line, {
      headers: toDo,
      body: { id: "a/b", note: "n", token: "t" },
    }),
    request(
      "Do",
      { id: "a", when: new Date(1500), day: new Date(0), data: new Uint8Array([255]), kind: "a" },
      line,
      {
        headers: toDo,
        body: {
          id: "a",
          when: 1.5,
          day: "1970-01-01T00:00:00Z",
          data: "/w==",
          kind: "a",
          token: "T",
        },
        options: { idempotencyToken: () => "T" },
        read: {
          id: "a",
          when: new Date(1500),
          day: new Date(0),
          data: new Uint8Array([255]),
          kind: "a",
          token: "T",
        },
      },
    ),
    request("Rest", {}, line, { headers: { ...type, "x-amz-target": "Weather.Rest" }, body: {} }),
    response("Do", { count: 1, tags: ["a", null] }, 200, {
      headers: type,
      body: { count: 1, tags: ["a", null] },
    }),
    response("Rest", {}, 200, { headers: type }),
    error("Do", "Gone", { text: "x", code: "c" }, 500, {
      headers: type,
      body: { __type: "Gone", text: "x", code: "c" },
    }),
    readsError("Do", 400, { headers: type, body: { __type: "other#Gone", text: "x" } }, "Gone", {
      text: "x",
    }),
    refusesRequest(
      "Do",
      line,
      { headers: toDo, body: { id: "a", note: "long" } },
      {
        name: "ValidationException",
      },
    ),
    refusesRequest(
      "Do",
      line,
      { headers: toDo, body: { id: 5 } },
      {
        name: "SerializationException",
        path: "/id",
      },
    ),
    refusesRequest(
      "Do",
      line,
      { headers: { ...toDo, "content-type": "application/json" }, body: { id: "a" } },
      {
        name: "UnsupportedMediaTypeException",
      },
    ),
    refusesRequest(
      "Do",
      "POST /",
      { headers: { ...toDo, "x-amz-target": "Weather.Rest" }, body: {} },
      {
        name: "SerializationException",
      },
    ),
    routes(line, { headers: toDo }, "Do"),
    routes(line, { headers: { "X-Amz-Target": "Weather.Rest" } }, "Rest"),
    routes(line, { headers: { "x-amz-target": "Weather.toString" } }, undefined),
    routes(line, { headers: { "x-amz-target": "__proto__" } }, undefined),
    routes(line, {}, undefined),
    routes("GET /", { headers: toDo }, undefined),
    routes("PUT /items/a", { headers: toDo }, undefined),
    text("operations/Do.ts", "`POST /`"),
  ],
};
