import { member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { jsonBody, readsRequest, refusesRequest } from "./support/wants.js";

const noType = { name: "UnsupportedMediaTypeException" };
const notAcceptable = { name: "NotAcceptableException" };
const accept = (value: string): { headers: { accept: string } } => ({ headers: { accept: value } });

/**
 * What a server makes of Content-Type and Accept: it refuses what it cannot read and what its
 * client could not, and asks nothing where there is no body or any type will do.
 */
export const feature: Feature = {
  given: model({
    Read: operation("/read", { input: "Body", output: "Body" }),
    Ping: operation("/ping", { method: "GET" }),
    Drop: operation("/drop", { method: "DELETE", code: 204, output: "Header" }),
    Head: operation("/head", { method: "GET", input: "Header", output: "Header" }),
    Text: operation("/text", { method: "GET", output: "TextBody" }),
    Bytes: operation("/bytes", { method: "GET", output: "BytesBody" }),
    Typed: operation("/typed", { method: "GET", output: "TypedBody" }),
    Body: structure({ text: "String" }),
    Header: structure({ header: member("String", { httpHeader: "x" }) }),
    TextBody: structure({ body: member("String", { httpPayload: {} }) }),
    BytesBody: structure({ body: member("Blob", { httpPayload: {} }) }),
    TypedBody: structure({
      body: member("String", { httpPayload: {} }),
      type: member("String", { httpHeader: "Content-Type" }),
    }),
  }),
  want: [
    readsRequest(
      "Read",
      "POST /read",
      { headers: { "content-type": "Application/JSON; charset=utf-8" }, body: { text: "a" } },
      { text: "a" },
    ),
    refusesRequest("Read", "POST /read", { body: {} }, noType),
    refusesRequest(
      "Read",
      "POST /read",
      { headers: { "content-type": "text/plain" }, body: {} },
      noType,
    ),
    refusesRequest("Ping", "GET /ping", { headers: { "content-type": "text/plain" } }, noType),
    refusesRequest("Head", "GET /head", jsonBody({}), noType),
    // An empty header and one of white space say nothing, as none does (RFC 9110, section 12.5.1).
    ...[
      ...["application/json", "application/*", "*/*", "text/html, */*;q=0.1", "", " ", "\t "],
      ...["APPLICATION/JSON", "application/json;q=0, */*", "application/json ; q=0.001", ", */*"],
    ].map((value) => readsRequest("Head", "GET /head", accept(value), {})),
    ...["text/*", "application/xml", "*", "application", ",", "*/*; q=0.000"].map((value) =>
      refusesRequest("Head", "GET /head", accept(value), notAcceptable),
    ),
    refusesRequest("Head", "GET /head", accept("text/plain"), notAcceptable),
    refusesRequest("Head", "GET /head", accept("application/json;q=0"), notAcceptable),
    // Without a body in the response there is nothing to accept.
    readsRequest("Ping", "GET /ping", accept("text/html"), {}),
    readsRequest("Drop", "DELETE /drop", accept("text/html"), {}),
    readsRequest("Text", "GET /text", accept("text/plain"), {}),
    refusesRequest("Text", "GET /text", accept("application/json"), notAcceptable),
    readsRequest("Bytes", "GET /bytes", accept("image/png"), {}),
    // The response says itself of what type it is.
    readsRequest("Typed", "GET /typed", accept("text/csv"), {}),
  ],
};
