import { readFileSync } from "node:fs";
import { ModelError, toOpenApi } from "smithy-codec";
import { describe, expect, it } from "vitest";
import {
  list,
  map,
  member,
  model,
  modelOf,
  operation,
  simple,
  structure,
  type Json,
} from "../support/models.js";
import { at } from "./at.js";
import { convert, documentOf, versions } from "./support.js";

/* One rule each: what a small model has, and what its document has for it. */

const label = { httpLabel: {}, required: {} };
const text = { type: "string" };

describe("parameters", () => {
  it("are those of the path, of the query, and the headers", async () => {
    const document = await documentOf(
      model({
        Do: operation("/do/{id}/{rest+}?kind=a&flag", { method: "GET", input: "In" }),
        In: structure({
          id: member("Integer", label),
          rest: member("String", label),
          names: member("Names", { httpQuery: "name", documentation: "<p>Names.</p>" }),
          since: member("Timestamp", { httpQuery: "since", required: {} }),
          more: member("Texts", { httpQueryParams: {} }),
          tag: member("String", { httpHeader: "X-Tag" }),
          date: member("Timestamp", { httpHeader: "X-Date" }),
          token: member("String", { httpHeader: "Authorization" }),
          meta: member("Texts", { httpPrefixHeaders: "X-Meta-" }),
        }),
        Names: list("String"),
        Texts: map("String"),
      }),
    );
    const { parameters, ...rest } = at(document, "paths /do/{id}/{rest+} get") as Json;
    expect(parameters).toEqual([
      { name: "id", in: "path", required: true, schema: { type: "integer", format: "int32" } },
      { name: "rest+", in: "path", required: true, schema: text },
      { name: "kind", in: "query", required: true, schema: { ...text, enum: ["a"] } },
      {
        name: "flag",
        in: "query",
        required: true,
        allowEmptyValue: true,
        schema: { ...text, enum: [""] },
      },
      {
        name: "name",
        in: "query",
        description: "Names.",
        schema: { type: "array", items: text },
      },
      { name: "since", in: "query", required: true, schema: { ...text, format: "date-time" } },
      {
        name: "more",
        in: "query",
        schema: { $ref: "#/components/schemas/Texts" },
        style: "form",
        explode: true,
      },
      { name: "X-Date", in: "header", schema: { ...text, format: "http-date" } },
      { name: "X-Tag", in: "header", schema: text },
    ]);
    expect(rest["x-prefix-headers"]).toEqual({
      "X-Meta-": { description: "Headers that begin with `X-Meta-`.", schema: text },
    });
  });

  it("have one name in paths that differ in the names of their labels", async () => {
    const document = await documentOf(
      model({
        GetIt: operation("/a/{id}", { method: "GET", input: "ById" }),
        PutIt: operation("/a/{name}", { method: "PUT", input: "ByName" }),
        ById: structure({ id: member("String", label) }),
        ByName: structure({ name: member("String", label) }),
      }),
    );
    expect(Object.keys(document["paths"] as Json)).toEqual(["/a/{id}"]);
    expect(at(document, "paths /a/{id} put parameters")).toMatchObject([{ name: "id" }]);
  });

  it("tell operations with the same path and method apart by a fragment", async () => {
    const { document, warnings } = await convert(
      model({
        List: operation("/a", { method: "GET" }),
        Archived: operation("/a?archived", { method: "GET" }),
        Old: operation("/a?age=old", { method: "GET" }),
        Purge: operation("/a", { method: "PURGE" }),
      }),
    );
    expect(
      Object.entries(document.paths).map(([path, item]) => [path, item.get?.operationId]),
    ).toEqual([
      ["/a", "List"],
      ["/a#age=old", "Old"],
      ["/a#archived", "Archived"],
    ]);
    expect(warnings.map(({ code, message }) => `${code} ${message}`)).toEqual([
      "SC1619 has the method PURGE, which OpenAPI does not have; it is not in the document",
    ]);
  });
});

describe("responses", () => {
  const shapes = {
    Do: operation("/do", { code: 201, output: "Out", errors: ["Gone", "Missing", "Broken"] }),
    Out: structure({
      status: member("Integer", { httpResponseCode: {} }),
      tag: member("String", { httpHeader: "ETag", required: {} }),
      name: "String",
    }),
    Gone: structure(
      { when: member("Timestamp", { httpHeader: "X-When", required: {} }), message: "String" },
      { error: "client", httpError: 404, documentation: "It is gone." },
    ),
    Missing: structure({ message: "String" }, { error: "client", httpError: 404 }),
    Broken: structure({}, { error: "server" }),
  };

  it("are those of the output and of the errors by status", async () => {
    const responses = at(await documentOf(model(shapes)), "paths /do post responses") as Json;
    expect(Object.keys(responses)).toEqual(["201", "404", "500", "2XX"]);
    expect(responses["2XX"]).toEqual(responses["201"]);
    expect(responses["201"]).toEqual({
      description: "Do 201 response",
      headers: { ETag: { required: true, schema: text } },
      content: {
        "application/json": { schema: { $ref: "#/components/schemas/DoResponseContent" } },
      },
    });
    expect(responses["404"]).toEqual({
      description: "`Gone`: It is gone.\n\nMissing 404 response",
      headers: {
        "X-Amzn-Errortype": {
          description: "The error: `Gone` or `Missing`.",
          schema: text,
          example: "Gone",
        },
        "X-When": { schema: { ...text, format: "http-date" } },
      },
      content: {
        "application/json": {
          schema: {
            anyOf: [
              { $ref: "#/components/schemas/GoneResponseContent" },
              { $ref: "#/components/schemas/MissingResponseContent" },
            ],
          },
        },
      },
    });
    expect(responses["500"]).not.toHaveProperty("content");
  });
});

describe("bodies", () => {
  it("have the type of their payload", async () => {
    const document = await documentOf(
      model({
        Bytes: operation("/bytes", { input: "WithBytes" }),
        Typed: operation("/typed", { input: "WithType" }),
        Csv: operation("/csv", { input: "WithCsv", output: "WithCsv" }),
        Object: operation("/object", { input: "WithObject" }),
        WithBytes: structure({ it: member("Blob", { httpPayload: {}, required: {} }) }),
        WithType: structure({
          it: member("Blob", { httpPayload: {} }),
          type: member("String", { httpHeader: "Content-Type" }),
        }),
        WithCsv: structure({ it: member("Table", { httpPayload: {} }) }),
        WithObject: structure({ it: member("Thing", { httpPayload: {} }) }),
        Table: simple("string", { mediaType: "text/csv" }),
        Thing: structure({ a: "String" }),
      }),
    );
    const body = (path: string): unknown => at(document, `paths ${path} post requestBody`);
    const content = (type: string, name: string): Json => ({
      content: { [type]: { schema: { $ref: `#/components/schemas/${name}` } } },
    });
    expect(body("/bytes")).toEqual({
      ...content("application/octet-stream", "BytesInputPayload"),
      required: true,
    });
    expect(body("/typed")).toEqual(content("*/*", "TypedInputPayload"));
    expect(body("/csv")).toEqual(content("text/csv", "CsvInputPayload"));
    expect(body("/object")).toEqual(content("application/json", "Thing"));
    expect(at(document, "components schemas BytesInputPayload")).toEqual({
      type: "string",
      format: "binary",
    });
  });
});

describe("the document", () => {
  it.each(versions)("of a small model is the one that a person has read, %s", async (version) => {
    const bytes = readFileSync(new URL("golden/library.smithy", import.meta.url));
    const { document, warnings } = await toOpenApi({
      model: { name: "library.smithy", bytes },
      version,
    });
    expect(warnings).toEqual([]);
    const text = `${JSON.stringify(document, undefined, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`golden/library-${version}.json.txt`);
  });

  it("has titles, links, servers, tags and security", async () => {
    const document = await documentOf(
      model(
        {
          GetCity: operation("/c", { method: "GET", traits: { optionalAuth: {} } }),
          Ping: operation("/ping", { traits: { auth: [] } }),
          City: {
            type: "resource",
            operations: [{ target: "test#GetCity" }],
            traits: { "smithy.api#documentation": "Cities." },
          },
        },
        {
          operations: [{ target: "test#Ping" }],
          resources: [{ target: "test#City" }],
          traits: {
            "aws.protocols#restJson1": {},
            "smithy.api#title": "The Weather",
            "smithy.api#httpBasicAuth": {},
            "smithy.api#externalDocumentation": { Other: "https://a.b/o", Homepage: "https://a.b" },
            "smithy.rules#endpointTests": {
              version: "1.0",
              testCases: [{ params: {}, expect: { endpoint: { url: "https://weather.test" } } }],
            },
          },
        },
      ),
    );
    expect(document).toMatchObject({
      openapi: "3.1.0",
      info: { title: "The Weather", version: "2026-01-01" },
      externalDocs: { description: "Homepage", url: "https://a.b" },
      servers: [{ url: "https://weather.test" }],
      tags: [{ name: "City", description: "Cities." }],
      security: [{ "smithy.api.httpBasicAuth": [] }],
    });
    expect(at(document, "paths /c get")).toMatchObject({
      tags: ["City"],
      operationId: "GetCity",
      security: [{ "smithy.api.httpBasicAuth": [] }, {}],
    });
    expect(at(document, "paths /ping post security")).toEqual([]);
  });

  it("does not depend on the order of keys in the model", async () => {
    const given = modelOf(
      { b: "Other", a: "String" },
      { Other: structure({ z: "String", y: "String" }) },
    );
    const { shapes } = given as { shapes: Json };
    const reversed = { ...given, shapes: Object.fromEntries(Object.entries(shapes).reverse()) };
    expect(JSON.stringify(await documentOf(reversed))).toBe(
      JSON.stringify(await documentOf(given)),
    );
  });

  it("prefers a REST protocol to others of the service, and refuses services without one", async () => {
    const withProtocols = (...ids: string[]): Json =>
      model({ Do: operation("/do") }, { traits: Object.fromEntries(ids.map((id) => [id, {}])) });
    const both = withProtocols("aws.protocols#awsJson1_1", "aws.protocols#restJson1");
    expect(at(await documentOf(both), "paths /do post operationId")).toBe("Do");
    const failure = convert(withProtocols("aws.protocols#awsJson1_1"));
    await expect(failure).rejects.toThrow(ModelError);
    await expect(failure).rejects.toThrow(
      "test#Weather: uses aws.protocols#awsJson1_1; an OpenAPI document can be made for aws.protocols#restJson1 and aws.protocols#restXml",
    );
  });
});
