import { member, model, operation, simple, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import {
  error,
  readsError,
  readsResponse,
  refusesRequest,
  request,
  response,
} from "./support/wants.js";

const type = { "content-type": "application/xml" };

/** restXml: HTTP bindings beside documents in XML, payloads, and errors in their wrapper. */
export const feature: Feature = {
  given: model(
    {
      Do: operation("/items/{id}", {
        method: "PUT",
        input: "In",
        output: "Out",
        errors: ["Gone", "Bare"],
      }),
      Put: operation("/put", { input: "PutIn", output: "PutOut" }),
      Empty: operation("/empty", { input: "Nothing", output: "Nothing" }),
      In: structure({
        id: member("String", { httpLabel: {}, required: {} }),
        page: member("Integer", { httpQuery: "page" }),
        note: member("String", { httpHeader: "x-note" }),
        name: member("String", { xmlName: "Name", jsonName: "ignored", length: { max: 3 } }),
      }),
      Out: structure({
        etag: member("String", { httpHeader: "etag" }),
        status: member("Integer", { httpResponseCode: {} }),
        name: "String",
        page: member("Integer", { httpQuery: "page" }),
      }),
      PutIn: structure({ item: member("Item", { httpPayload: {}, xmlName: "TheItem" }) }),
      PutOut: structure({ item: member("Item", { httpPayload: {} }) }),
      Item: structure(
        { name: "String" },
        { xmlName: "Thing", xmlNamespace: { uri: "urn:i", prefix: "i" } },
      ),
      Nothing: structure({}),
      Gone: structure(
        {
          message: "Text",
          since: "Timestamp",
          code: member("String", { httpHeader: "x-code" }),
          part: member("String", { xmlAttribute: {} }),
        },
        { error: "client", httpError: 410 },
      ),
      Bare: structure({}, { error: "server" }),
      Text: simple("string"),
    },
    { traits: { "aws.protocols#restXml": {}, "smithy.api#xmlNamespace": { uri: "urn:service" } } },
  ),
  want: [
    request("Do", { id: "a/b", page: 2, note: "n", name: "x" }, "PUT /items/a%2Fb", {
      query: { page: "2" },
      headers: { ...type, "x-note": "n" },
      body: '<In xmlns="urn:service"><Name>x</Name></In>',
    }),
    request("Do", { id: "a" }, "PUT /items/a", {
      headers: type,
      body: '<In xmlns="urn:service"></In>',
    }),
    response("Do", { etag: "e", status: 201, name: "x", page: 3 }, 201, {
      headers: { ...type, etag: "e" },
      body: '<Out xmlns="urn:service"><name>x</name><page>3</page></Out>',
    }),
    readsResponse("Do", 200, {}, { status: 200 }),
    request("Put", { item: { name: "x" } }, "POST /put", {
      headers: type,
      body: '<TheItem xmlns:i="urn:i"><name>x</name></TheItem>',
    }),
    request("Put", {}, "POST /put", {}),
    response("Put", { item: { name: "x" } }, 200, {
      headers: type,
      body: '<Thing xmlns:i="urn:i"><name>x</name></Thing>',
    }),
    response("Put", {}, 200, {}),
    request("Empty", {}, "POST /empty", {}),
    response("Empty", {}, 200, {}),
    error("Do", "Gone", { message: "m&m", since: new Date(0), code: "c", part: "p" }, 410, {
      headers: { ...type, "x-code": "c" },
      body: '<ErrorResponse><Error part="p"><Type>Sender</Type><Code>Gone</Code><message>m&amp;m</message><since>1970-01-01T00:00:00Z</since></Error></ErrorResponse>',
    }),
    error("Do", "Bare", {}, 500, {
      headers: type,
      body: "<ErrorResponse><Error><Type>Receiver</Type><Code>Bare</Code></Error></ErrorResponse>",
    }),
    readsError(
      "Do",
      410,
      { body: "<Error><Code>Gone</Code><since>never</since></Error>" },
      "Gone",
      {},
    ),
    readsError("Do", 400, { body: "<html>" }, "UnknownError", {
      message: "The service responded with status 400.",
    }),
    readsError(
      "Do",
      400,
      {
        body: "<ErrorResponse><Error><Code> Slow </Code><Message>Wait.</Message></Error></ErrorResponse>",
      },
      "Slow",
      { message: "Wait." },
    ),
    readsError("Do", 404, {}, "NotFound", { message: "The service responded with status 404." }),
    readsError("Do", 410, { headers: { "x-amzn-errortype": "Gone" } }, "Gone"),
    refusesRequest(
      "Do",
      "PUT /items/a",
      { headers: type, body: "<In><Name>long</Name></In>" },
      { name: "ValidationException" },
    ),
  ],
};
