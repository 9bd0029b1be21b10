import type { Value } from "../properties/codec.js";
import type { Answer } from "./sdk.js";

/** What becomes of a message: a path that is sent, an output, or an error. */
export type Outcome =
  | { readonly path: string }
  | { readonly output: Value }
  | { readonly error: Readonly<Record<string, unknown>> };

/** A case in which this codec does otherwise than the SDK, on purpose. */
export interface KnownDifference {
  readonly sdk: string;
  /** Why the SDK's way is not followed. */
  readonly reason: string;
  readonly operation: "GetIntegrationResponse" | "GetIntegration" | "GetApi" | "ExportApi";
  /** Members of the input, over those that the operation requires. */
  readonly input?: Value;
  readonly answer?: Answer;
  readonly theirs: Outcome;
  readonly ours: Outcome;
}

/** Every difference there is between the SDK and this codec. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    sdk: "sends a label of two dots",
    reason: "URL parsers remove the segment and the one before it: another resource is addressed",
    operation: "GetIntegrationResponse",
    input: { ApiId: ".." },
    theirs: { path: "/v2/apis/../integrations/a/integrationresponses/a" },
    ours: { error: { name: "SerializationException", path: "/ApiId" } },
  },
  {
    sdk: "sends a label of one dot",
    reason: "URL parsers remove the segment: another resource is addressed",
    operation: "GetIntegrationResponse",
    input: { IntegrationResponseId: "." },
    theirs: { path: "/v2/apis/a/integrations/a/integrationresponses/." },
    ours: { error: { name: "SerializationException", path: "/IntegrationResponseId" } },
  },
  {
    sdk: "sends an empty label",
    reason: "a path with an empty segment is the path of another operation: here, the list of all",
    operation: "GetIntegrationResponse",
    input: { IntegrationResponseId: "" },
    theirs: { path: "/v2/apis/a/integrations/a/integrationresponses/" },
    ours: { error: { name: "SerializationException", path: "/IntegrationResponseId" } },
  },
  {
    sdk: "sends a label that is no string",
    reason: "the model has a string there, and what was meant is not known",
    operation: "GetIntegrationResponse",
    input: { ApiId: 5 },
    theirs: { path: "/v2/apis/5/integrations/a/integrationresponses/a" },
    ours: { error: { name: "SerializationException", path: "/ApiId", received: "a number" } },
  },
  {
    sdk: "throws a raw URIError at a lone surrogate in a label",
    reason: "errors that bad input causes are of the package's own classes, and tell the member",
    operation: "GetIntegrationResponse",
    input: { ApiId: "\ud800" },
    theirs: { error: { name: "URIError" } },
    ours: { error: { name: "SerializationException", path: "/ApiId" } },
  },
  {
    sdk: "throws a bare Error where a label is missing",
    reason: "errors that bad input causes are of the package's own classes, and tell the member",
    operation: "GetIntegrationResponse",
    input: { ApiId: undefined },
    theirs: { error: { name: "Error" } },
    ours: { error: { name: "SerializationException", path: "/ApiId" } },
  },
  {
    sdk: "throws a raw TypeError at a body of null",
    reason: "errors that bad input causes are of the package's own classes",
    operation: "GetIntegrationResponse",
    answer: json("null"),
    theirs: { error: { name: "TypeError" } },
    ours: { error: { name: "SerializationException", path: "", received: "null" } },
  },
  {
    sdk: "reads an array as an output without members",
    reason: "an answer of another form is no answer, and is not to look like an empty one",
    operation: "GetIntegrationResponse",
    answer: json('[{"integrationResponseId":"r"}]'),
    theirs: { output: {} },
    ours: { error: { name: "SerializationException", path: "", received: "an array" } },
  },
  {
    sdk: "passes values of wrong types through",
    reason: "the types would say that a string is there, where a number is",
    operation: "GetIntegrationResponse",
    answer: json('{"responseParameters":{"a":1}}'),
    theirs: { output: { ResponseParameters: { a: 1 } } },
    ours: { error: { name: "SerializationException", path: "/responseParameters/a" } },
  },
  {
    sdk: "passes an array through where a map is expected",
    reason: "the types would say that a map is there",
    operation: "GetIntegrationResponse",
    answer: json('{"responseParameters":["a"]}'),
    theirs: { output: { ResponseParameters: ["a"] } },
    ours: { error: { name: "SerializationException", path: "/responseParameters" } },
  },
  {
    sdk: "keeps nulls in maps that the model does not call sparse",
    reason: "the types have no null there; such entries are left out, as null members are",
    operation: "GetIntegrationResponse",
    answer: json('{"responseParameters":{"a":null,"b":"c"}}'),
    theirs: { output: { ResponseParameters: { a: null, b: "c" } } },
    ours: { output: { ResponseParameters: { b: "c" } } },
  },
  {
    sdk: "loses the entry of a key __proto__ in a map of maps or structures",
    reason: "a key is data, whatever its name",
    operation: "GetIntegration",
    answer: json('{"responseParameters":{"__proto__":{"a":"b"}}}'),
    theirs: { output: { ResponseParameters: Object.fromEntries([["__proto__", undefined]]) } },
    ours: { output: { ResponseParameters: Object.fromEntries([["__proto__", { a: "b" }]]) } },
  },
  {
    sdk: "reads the years 1 to 99 as 1901 to 1999",
    reason: "JavaScript's Date.UTC takes them for years of the twentieth century; Smithy's do not",
    operation: "GetApi",
    answer: json('{"createdDate":"0033-04-03T12:00:00Z"}'),
    theirs: { output: { CreatedDate: new Date("1933-04-03T12:00:00Z") } },
    ours: { output: { CreatedDate: new Date("0033-04-03T12:00:00Z") } },
  },
  {
    sdk: "has a null for a payload that is absent",
    reason: "its own types have no null there",
    operation: "ExportApi",
    answer: json(""),
    theirs: { output: { body: null } },
    ours: { output: {} },
  },
  {
    sdk: "throws a raw SyntaxError at a body that is no JSON",
    reason: "errors that bad input causes are of the package's own classes",
    operation: "GetApi",
    answer: json("<html>"),
    theirs: { error: { name: "SyntaxError" } },
    ours: {
      error: {
        name: "SerializationException",
        $fault: "server",
        $metadata: { httpStatusCode: 200 },
      },
    },
  },
  {
    sdk: "replaces bytes that are no UTF-8",
    reason: "what was there is lost, and nobody hears of it",
    operation: "GetApi",
    answer: {
      statusCode: 200,
      headers: {},
      // The text {"name":"?"}, with the byte FF in the place of the question mark.
      body: Uint8Array.of(123, 34, 110, 97, 109, 101, 34, 58, 34, 255, 34, 125),
    },
    theirs: { output: { Name: "\ufffd" } },
    ours: { error: { name: "SerializationException", expected: "text in UTF-8" } },
  },
  {
    sdk: "throws a raw SyntaxError at an error's page of HTML, without name or fault",
    reason: "the status tells that the server failed, which is what callers ask for",
    operation: "GetApi",
    answer: json("<html>", 502),
    theirs: { error: { name: "SyntaxError", $fault: undefined } },
    ours: {
      error: { name: "UnknownError", $fault: "server", $metadata: { httpStatusCode: 502 } },
    },
  },
  {
    sdk: "makes up the message UnknownError where a modelled error has none",
    reason: "the error is known, and nothing was said",
    operation: "GetApi",
    answer: json('{"__type":"NotFoundException"}', 404),
    theirs: { error: { name: "NotFoundException", message: "UnknownError" } },
    ours: { error: { name: "NotFoundException", message: "" } },
  },
  {
    sdk: "calls an error without a code Unknown, with the message UnknownError",
    reason: "the status says more",
    operation: "GetApi",
    answer: json("{}", 500),
    theirs: { error: { name: "Unknown", message: "UnknownError", $fault: "server" } },
    ours: {
      error: {
        name: "UnknownError",
        message: "The service responded with status 500.",
        $fault: "server",
      },
    },
  },
  {
    sdk: "makes members of an error of everything that its body holds",
    reason: "what the model does not have is passed over, in errors as in outputs",
    operation: "GetApi",
    answer: json('{"__type":"NotFoundException","message":"m","resourceType":"r","later":1}', 404),
    theirs: { error: { ResourceType: "r", resourceType: "r", later: 1 } },
    ours: { error: { ResourceType: "r", resourceType: undefined, later: undefined } },
  },
  {
    sdk: "has messages of any type",
    reason: "the message of an Error is a string",
    operation: "GetApi",
    answer: json('{"__type":"NotFoundException","message":{"a":1}}', 404),
    theirs: { error: { name: "NotFoundException", message: { a: 1 } } },
    ours: { error: { name: "NotFoundException", message: "" } },
  },
  {
    sdk: "does not read the message that gateways send as errorMessage",
    reason: "it is the message",
    operation: "GetApi",
    answer: json('{"__type":"NotFoundException","errorMessage":"m"}', 404),
    theirs: { error: { name: "NotFoundException", message: "UnknownError" } },
    ours: { error: { name: "NotFoundException", message: "m" } },
  },
  {
    sdk: "takes an empty header for the error's name",
    reason: "the body names it",
    operation: "GetApi",
    answer: {
      ...json('{"__type":"NotFoundException","message":"m"}', 404),
      headers: { "x-amzn-errortype": "" },
    },
    theirs: { error: { name: "", message: "m" } },
    ours: { error: { name: "NotFoundException", message: "m" } },
  },
  {
    sdk: "reads the code before the __type",
    reason: "errors have members called code; none has one called __type",
    operation: "GetApi",
    answer: json('{"__type":"NotFoundException","code":"E42","message":"m"}', 404),
    theirs: { error: { name: "E42", message: "m" } },
    ours: { error: { name: "NotFoundException", message: "m" } },
  },
  {
    sdk: "knows the errors of other operations, with the fault of the model",
    reason: "the operation does not have the error; its name and status are told as they came",
    operation: "GetApi",
    answer: json('{"__type":"ConflictException","message":"m"}', 503),
    theirs: { error: { name: "ConflictException", message: "m", $fault: "client" } },
    ours: { error: { name: "ConflictException", message: "m", $fault: "server" } },
  },
];

function json(body: string, statusCode: number = 200): Answer {
  return { statusCode, headers: { "content-type": "application/json" }, body };
}
