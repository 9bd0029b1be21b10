import {
  CreateApi,
  ExportApi,
  GetApi,
  GetApis,
  IntegrationResponseSchema,
  NotFoundException,
  deserializeApi,
  deserializeCors,
  matchOperation,
  serializeError,
  type IncomingHeaders,
  type IncomingQuery,
  type IncomingRequest,
} from "apigatewayv2-codec";
import { afterEach, describe, expect, it } from "vitest";

const request: IncomingRequest = { method: "GET", path: "/v2/apis" };
const notFound = '{"message":"no API b2"}';

/** The same entries in every form that headers and queries come in. */
function forms(entries: readonly (readonly [string, string])[]): [string, IncomingQuery][] {
  const pairs = entries.map(([name, value]): [string, string] => [name, value]);
  const object = Object.fromEntries(pairs);
  const bare = Object.assign(Object.create(null) as Record<string, string>, object);
  class Bag extends Object {}
  return [
    ["an object", object],
    ["an object of lists", Object.fromEntries(pairs.map(([name, value]) => [name, [value]]))],
    ["an object without prototype", bare],
    ["an instance of a class", Object.assign(new Bag(), object)],
    ["a Map", new Map(pairs)],
    ["a Map of lists", new Map(pairs.map(([name, value]) => [name, [value]]))],
    ["URLSearchParams", new URLSearchParams(pairs)],
  ];
}

describe("queries and headers of any form", () => {
  it.each(
    forms([
      ["maxResults", "5"],
      ["nextToken", "a b+c"],
    ]),
  )("the query is %s", (_, query) => {
    expect(GetApis.deserializeRequest({ ...request, query })).toEqual({
      MaxResults: "5",
      NextToken: "a b+c",
    });
  });

  const headers = forms([["X-Amzn-ErrorType", "NotFoundException"]]) as [string, IncomingHeaders][];
  it.each<[string, IncomingHeaders]>([
    ...headers,
    ["Headers", new Headers({ "x-amzn-errortype": "NotFoundException" })],
  ])("the headers are %s", (_, given) => {
    expect(() =>
      GetApi.deserializeResponse({ statusCode: 404, headers: given, body: notFound }),
    ).toThrow(NotFoundException);
  });

  it("null stands for no query and no headers", () => {
    expect(GetApis.deserializeRequest({ ...request, query: null, headers: null })).toEqual({});
    expect(GetApi.deserializeResponse({ statusCode: 200, headers: null, body: "{}" })).toEqual({});
  });

  it("a parameter's first value is taken, of a list or of several entries", () => {
    for (const query of [
      { maxResults: ["1", "2"] },
      new URLSearchParams("maxResults=1&maxResults=2"),
    ])
      expect(GetApis.deserializeRequest({ ...request, query })).toEqual({ MaxResults: "1" });
  });

  it.each<[Partial<Record<keyof IncomingRequest, unknown>>, string]>([
    [{ query: "maxResults=5" }, "/query"],
    [{ query: { maxResults: 5 } }, "/query/maxResults"],
    [{ query: { maxResults: ["1", 5] } }, "/query/maxResults"],
    [{ query: new Map([["maxResults", 5]]) }, "/query/maxResults"],
    [{ headers: { Accept: 5 } }, "/headers/Accept"],
    [{ headers: { accept: ["a", 5] } }, "/headers/accept"],
    [{ headers: "accept" }, "/headers"],
    [{ headers: [["accept", "a"]] }, "/headers"],
    [{ path: undefined }, "/path"],
    [{ path: 5 }, "/path"],
  ])("%o is refused with its place", (part, path) => {
    expect(() => GetApis.deserializeRequest({ ...request, ...part } as IncomingRequest)).toThrow(
      expect.objectContaining({
        name: "SerializationException",
        path,
        $fault: "client",
        $metadata: { httpStatusCode: 400 },
      }),
    );
  });
});

describe("messages that are refused", () => {
  it.each([null, undefined, 5, "text", [], () => 1])(
    "%s for a request or a response",
    (message) => {
      const refused = (path: string): Error =>
        expect.objectContaining({
          name: "SerializationException",
          path,
          received: "nothing",
        }) as Error;
      expect(() => GetApi.deserializeRequest(message as never)).toThrow(refused("/path"));
      expect(() => matchOperation(message as never)).toThrow(refused("/path"));
      expect(() => GetApi.deserializeResponse(message as never)).toThrow(refused("/statusCode"));
    },
  );

  it.each([undefined, null, "200", NaN, 0, 99, 1000, -200])("the status %s", (statusCode) => {
    const refused = expect.objectContaining({
      name: "SerializationException",
      path: "/statusCode",
      $metadata: {},
    }) as Error;
    for (const operation of [GetApi, ExportApi, CreateApi]) {
      const response = { statusCode, headers: {}, body: "{}" };
      expect(() => operation.deserializeResponse(response as never)).toThrow(refused);
      expect(() => operation.deserializeResponse({ headers: {}, body: "{}" } as never)).toThrow(
        refused,
      );
    }
  });

  it("a response that is refused while another is answered is not the client's fault", () => {
    const error = thrownBy(() => GetApi.deserializeResponse({ body: "{}" } as never));
    expect(serializeError(error)).toMatchObject({ statusCode: 500, body: "{}" });
  });

  it.each(["DELETE", "HEAD", "POST", "get", "", "GET "])("the method %j of GetApis", (method) => {
    const error = thrownBy(() => GetApis.deserializeRequest({ ...request, method }));
    expect(error).toMatchObject({
      name: "SerializationException",
      message: "Request method does not match GET /v2/apis.",
      path: "/method",
    });
    expect(serializeError(error).statusCode).toBe(400);
    expect(matchOperation({ ...request, method })).not.toBe("GetApis");
  });

  it("another path", () => {
    expect(() => GetApi.deserializeRequest({ ...request, path: "/v2/portals/a" })).toThrow(
      "Request path does not match GET /v2/apis/{ApiId}.",
    );
  });

  it("not a message without a method, which is matched by its path", () => {
    expect(GetApi.deserializeRequest({ path: "/v2/apis/a1" })).toEqual({ ApiId: "a1" });
    expect(matchOperation({ path: "/v2/apis/a1" })).toBeUndefined();
  });
});

describe("options", () => {
  it.each([null, 5, "no API b2"])("%j of an error are refused", (options) => {
    expect(() => new NotFoundException(options as never)).toThrow(
      expect.objectContaining({ name: "SerializationException", expected: "an object" }),
    );
  });

  it("an error's message is text", () => {
    expect(() => new NotFoundException({ Message: 5 as never })).toThrow(
      expect.objectContaining({ name: "SerializationException", path: "/Message" }),
    );
    expect(new NotFoundException({ Message: "a" }).message).toBe("a");
    expect(new NotFoundException({ message: "b", Message: "a" }).message).toBe("b");
  });

  it.each([undefined, null, {}, { target: 7 }, "draft-07"])("%j of a JSON Schema", (options) => {
    const { input } = IntegrationResponseSchema["~standard"].jsonSchema;
    expect(() => input(options as never)).toThrow(
      expect.objectContaining({ name: "SerializationException", path: "/options/target" }),
    );
  });
});

describe("members that an object inherits", () => {
  const prototype = Object.prototype as unknown as Record<string, unknown>;
  afterEach(() => {
    delete prototype["apiId"];
    delete prototype["allowOrigins"];
    delete prototype["message"];
  });

  it("are not read", () => {
    expect(deserializeApi(Object.create({ apiId: "a1" }))).toEqual({});
    expect(deserializeApi(Object.assign(Object.create({ apiId: "a1" }), { name: "n" }))).toEqual({
      Name: "n",
    });
    class Holder {
      name = "n";
      get apiId(): string {
        return this.name;
      }
    }
    expect(deserializeApi(new Holder())).toEqual({ Name: "n" });
    expect(deserializeApi({ corsConfiguration: Object.create({ maxAge: 5 }) as object })).toEqual({
      CorsConfiguration: {},
    });
    const { Tags } = deserializeApi({ tags: Object.create({ a: "b" }) as object });
    expect(Tags?.["a"]).toBeUndefined();
  });

  it("are not read by a schema", () => {
    const json = Object.create({ integrationResponseKey: "$default" }) as object;
    expect(IntegrationResponseSchema["~standard"].validate(json).issues).toHaveLength(1);
  });

  it("are not read where Object.prototype has them", () => {
    prototype["apiId"] = "polluted";
    prototype["allowOrigins"] = "polluted";
    prototype["message"] = "polluted";
    const body = '{"name":"n","corsConfiguration":{"maxAge":5},"tags":{"a":"b"}}';
    const want = { Name: "n", CorsConfiguration: { MaxAge: 5 }, Tags: { a: "b" } };
    expect(GetApi.deserializeResponse({ statusCode: 200, body })).toEqual(want);
    expect(deserializeApi(JSON.parse(body))).toEqual(want);
    expect(deserializeCors({ maxAge: 5 })).toEqual({ MaxAge: 5 });
    const sent = { path: "/v2/apis", body, headers: { "content-type": "application/json" } };
    expect(CreateApi.deserializeRequest(sent, { validate: false })).toEqual(want);
    const error = thrownBy(() => GetApi.deserializeResponse({ statusCode: 404, body: "{}" }));
    expect((error as Error).message).toBe("The service responded with status 404.");
  });

  it("a null prototype is as good as any", () => {
    expect(deserializeApi(Object.assign(Object.create(null) as object, { apiId: "a1" }))).toEqual({
      ApiId: "a1",
    });
  });
});

function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}
