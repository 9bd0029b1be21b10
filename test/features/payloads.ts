import {
  enumeration,
  member,
  model,
  operation,
  simple,
  structure,
  union,
} from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { json, jsonBody, refusesRequest, request, response } from "./support/wants.js";

const targets = {
  Bytes: "Blob",
  Image: "Png",
  Text: "String",
  Color: "ColorName",
  Thing: "Inner",
  Choice: "Either",
  Any: "Document",
};
const bytes = new Uint8Array([0, 255]);

/** One member that is the whole body, of every type, on its own content type; and what is sent where it is not set. */
export const feature: Feature = {
  given: model({
    ...Object.fromEntries(
      Object.entries(targets).flatMap(([name, target]) => [
        [
          `Put${name}`,
          operation(`/${name}`, { input: `${name}Message`, output: `${name}Message` }),
        ],
        [
          `${name}Message`,
          structure({
            it: member(target, { httpPayload: {} }),
            id: member("String", { httpHeader: "id" }),
          }),
        ],
      ]),
    ),
    Png: simple("blob", { mediaType: "image/png" }),
    ColorName: enumeration({ RED: "red" }),
    Inner: structure({ a: member("String", { jsonName: "A" }) }),
    Either: union({ a: "String", b: "Integer" }),
  }),
  want: [
    request("PutBytes", { it: bytes, id: "i" }, "POST /Bytes", {
      headers: { "content-type": "application/octet-stream", id: "i" },
      body: bytes,
    }),
    request("PutBytes", {}, "POST /Bytes"),
    response("PutBytes", { it: bytes }, 200, {
      headers: { "content-type": "application/octet-stream" },
      body: bytes,
    }),
    response("PutBytes", {}, 200),
    request("PutImage", { it: bytes }, "POST /Image", {
      headers: { "content-type": "image/png" },
      body: bytes,
    }),
    refusesRequest(
      "PutImage",
      "POST /Image",
      { headers: { "content-type": "image/gif" }, body: bytes },
      {
        name: "UnsupportedMediaTypeException",
      },
    ),
    request("PutText", { it: "ü {}" }, "POST /Text", {
      headers: { "content-type": "text/plain" },
      body: "ü {}",
    }),
    response("PutText", { it: "ü" }, 200, { headers: { "content-type": "text/plain" }, body: "ü" }),
    request("PutText", {}, "POST /Text"),
    request("PutColor", { it: "red" }, "POST /Color", {
      headers: { "content-type": "text/plain" },
      body: "red",
    }),
    response("PutColor", { it: "red" }, 200, {
      headers: { "content-type": "text/plain" },
      body: "red",
    }),
    refusesRequest(
      "PutColor",
      "POST /Color",
      { headers: { "content-type": "text/plain" }, body: "blue" },
      { name: "ValidationException" },
    ),
    request("PutThing", { it: { a: "1" } }, "POST /Thing", jsonBody({ A: "1" })),
    response("PutThing", { it: { a: "1" } }, 200, jsonBody({ A: "1" })),
    // A client sends an empty object for a structure that is not set, and a server nothing.
    request("PutThing", {}, "POST /Thing", jsonBody({})),
    response("PutThing", {}, 200),
    request("PutChoice", { it: { b: 0 } }, "POST /Choice", jsonBody({ b: 0 })),
    response("PutChoice", { it: { a: "" } }, 200, jsonBody({ a: "" })),
    request("PutChoice", {}, "POST /Choice"),
    response("PutChoice", {}, 200),
    request("PutAny", { it: { a: [null] } }, "POST /Any", jsonBody({ a: [null] })),
    request("PutAny", { it: "x" }, "POST /Any", { headers: json, body: '"x"' }),
    response("PutAny", { it: [1] }, 200, { headers: json, body: "[1]" }),
    request("PutAny", {}, "POST /Any"),
  ],
};
