import { member, model, operation, simple, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { json, refusesRequest, request, response } from "./support/wants.js";

/** Strings with a media type: base64 in headers, as they are in bodies, and the content type of a payload. */
export const feature: Feature = {
  given: model({
    Do: operation("/do", { input: "Message", output: "Message" }),
    Put: operation("/put", { input: "Payload", output: "Payload" }),
    Message: structure({
      header: member("JsonText", { httpHeader: "x-json" }),
      query: member("JsonText", { httpQuery: "q" }),
      body: "JsonText",
    }),
    Payload: structure({ body: member("Svg", { httpPayload: {} }) }),
    JsonText: simple("string", { mediaType: "application/json" }),
    Svg: simple("string", { mediaType: "image/svg+xml" }),
  }),
  want: [
    request("Do", { header: '{"a":"ü"}', query: "{}", body: "[]" }, "POST /do", {
      query: { q: "{}" },
      headers: { ...json, "x-json": Buffer.from('{"a":"ü"}').toString("base64") },
      body: { body: "[]" },
    }),
    response("Do", { header: "{}" }, 200, { headers: { ...json, "x-json": "e30=" }, body: {} }),
    refusesRequest(
      "Do",
      "POST /do",
      { headers: { "x-json": "{}" } },
      {
        name: "SerializationException",
        path: "/header",
      },
    ),
    request("Put", { body: "<svg/>" }, "POST /put", {
      headers: { "content-type": "image/svg+xml" },
      body: "<svg/>",
    }),
    response("Put", { body: "<svg/>" }, 200, {
      headers: { "content-type": "image/svg+xml" },
      body: "<svg/>",
    }),
    refusesRequest(
      "Put",
      "POST /put",
      { headers: { "content-type": "text/plain" }, body: "a" },
      {
        name: "UnsupportedMediaTypeException",
      },
    ),
    refusesRequest(
      "Put",
      "POST /put",
      { headers: { accept: "text/plain" } },
      {
        name: "NotAcceptableException",
      },
    ),
  ],
};
