import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import * as codec from "apigatewayv2-codec";
import {
  fromFetchRequest,
  fromFetchResponse,
  toFetchRequest,
  toFetchResponse,
  toUrl,
  type HttpRequest,
} from "apigatewayv2-codec";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inputsOf, outputsOf } from "../properties/arbitraries.js";
import { operationCodec } from "../properties/codec.js";
import { operationsByName } from "../properties/service.js";

const request: HttpRequest<unknown> = {
  method: "GET",
  path: "/v2/apis",
  query: {},
  headers: {},
  body: undefined,
};
const base = "https://example.com";
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const refusal = (path: string): unknown =>
  expect.objectContaining({ name: "SerializationException", path });

describe("toUrl", () => {
  it.each<[Partial<HttpRequest>, string, string]>([
    [{}, base, "https://example.com/v2/apis"],
    [{}, "https://example.com/", "https://example.com/v2/apis"],
    [{}, "https://example.com:8443/custom/", "https://example.com:8443/custom/v2/apis"],
    [{}, "http://127.0.0.1:80/a//b#fragment", "http://127.0.0.1/a//b/v2/apis"],
    [{}, "https://[::1]/", "https://[::1]/v2/apis"],
    [{ query: { a: "1" } }, "https://h/p?x=%20y&x", "https://h/p/v2/apis?x=%20y&x&a=1"],
    [{}, "https://h/p?x=1", "https://h/p/v2/apis?x=1"],
    [
      { query: { "a b": "c+d &=é'()*!~", list: ["1", "2"], none: null, empty: "", nothing: [] } },
      base,
      "https://example.com/v2/apis?a%20b=c%2Bd%20%26%3D%C3%A9%27%28%29%2A%21~&list=1&list=2&none&empty=",
    ],
    [{ path: "//a//b/" }, base, "https://example.com//a//b/"],
    [
      { path: "/a%2Fb%2E%2e/...;,@:$&'()*+=!" },
      base,
      "https://example.com/a%2Fb%2E%2e/...;,@:$&'()*+=!",
    ],
    [{ hostPrefix: "data.A-1." }, base, "https://data.a-1.example.com/v2/apis"],
  ])("of %j behind %s", (part, given, want) => {
    expect(String(toUrl({ ...request, ...part }, given))).toBe(want);
    const object = new URL(given);
    expect(toUrl({ ...request, ...part }, object).href).toBe(want);
    expect(object.href).toBe(new URL(given).href);
  });

  it.each([
    "/a/../b",
    "/..",
    "/a/.",
    "/%2e%2E/b",
    "/a/%2e",
    "/a\\b",
    "/a b",
    "/a?b",
    "/a#b",
    "/\n",
    "/é",
    "",
    "a",
    "//..",
  ])("refuses the path %j, which a URL changes", (path) => {
    expect(() => toUrl({ ...request, path }, base)).toThrow(refusal("/path"));
  });

  it.each(["", "example.com", "/v2", "file:///v2", "ftp://h", "https://", null, 5])(
    "refuses the base %j",
    (given) => {
      expect(() => toUrl(request, given as string)).toThrow(refusal(""));
    },
  );

  it.each(["a/b.", "a@", "a:1.", "é b.", "a?"])("refuses the host prefix %j", (hostPrefix) => {
    expect(() => toUrl({ ...request, hostPrefix }, base)).toThrow(refusal("/hostPrefix"));
  });

  it("refuses a host prefix before an address", () => {
    expect(() => toUrl({ ...request, hostPrefix: "data." }, "http://127.0.0.1")).toThrow(
      refusal("/hostPrefix"),
    );
  });

  it("takes queries and headers of any form", () => {
    const query = new URLSearchParams("a=1&a=2") as unknown as Record<string, string>;
    const headers = new Headers({ b: "c" }) as unknown as Record<string, string>;
    const sent = toFetchRequest({ ...request, query, headers }, base);
    expect(sent.url).toBe("https://example.com/v2/apis?a=1&a=2");
    expect([...sent.headers]).toEqual([["b", "c"]]);
  });

  it("refuses a lone surrogate in a query, and what is no text", () => {
    for (const value of ["\ud800", 5 as unknown as string])
      expect(() => toUrl({ ...request, query: { a: value } }, base)).toThrow(refusal("/query/a"));
  });
});

describe("toFetchRequest", () => {
  it.each<[string, unknown, string]>([
    ["text", "é", "é"],
    ["bytes", bytes("é"), "é"],
    ["a Blob", new Blob(["é"]), "é"],
    ["a ReadableStream", new Blob(["é"]).stream(), "é"],
    ["an async iterable", Readable.from([bytes("a"), bytes("b")]), "ab"],
  ])("sends %s", async (_, body, want) => {
    const sent = toFetchRequest({ ...request, method: "POST", body }, base);
    expect(await sent.text()).toBe(want);
  });

  it("adds no header of its own", () => {
    const sent = toFetchRequest({ ...request, method: "POST", body: "{}" }, base);
    expect([...sent.headers]).toEqual([]);
    const typed = { ...request, method: "POST", body: "{}", headers: { "content-type": "a/b" } };
    expect([...toFetchRequest(typed, base).headers]).toEqual([["content-type", "a/b"]]);
  });

  it("takes options of fetch, but for what the request says", async () => {
    const controller = new AbortController();
    const sent = toFetchRequest(request, base, { signal: controller.signal, method: "PUT" });
    expect(sent.method).toBe("GET");
    controller.abort();
    expect(sent.signal.aborted).toBe(true);
    await expect(fetch(sent)).rejects.toMatchObject({ name: "AbortError" });
  });

  it.each<[Partial<HttpRequest<unknown>>, string]>([
    [{ body: "{}" }, "/body"],
    [{ method: "HEAD", body: bytes("a") }, "/body"],
    [{ method: "POST", body: 5 }, "/body"],
    [{ method: "TRACE" }, ""],
    [{ method: "A B" }, ""],
    [{ headers: { "a b": "c" } }, "/headers/a b"],
    [{ headers: { a: "✓" } }, "/headers/a"],
    [{ headers: { a: "b\nc" } }, "/headers/a"],
  ])("refuses %j", (part, path) => {
    expect(() => toFetchRequest({ ...request, ...part }, base)).toThrow(refusal(path));
  });

  it("refuses a base with a password, without quoting it", () => {
    const send = (): unknown => toFetchRequest(request, "https://user:hunter2@example.com");
    expect(send).toThrow(refusal(""));
    expect(send).not.toThrow("hunter2");
  });
});

describe("fromFetchRequest", () => {
  it("keeps the path as it is, and splits the query before it decodes it", async () => {
    const url = "https://h/a%2Fb/%E2%9C%93//?a=1&a=%26%3D+%2B&b&=x&c=&__proto__=p&&a#f";
    const read = await fromFetchRequest(new Request(url));
    expect(read.path).toBe("/a%2Fb/%E2%9C%93//");
    expect(Object.entries(read.query as object)).toEqual([
      ["a", ["1", "&=++", null]],
      ["b", null],
      ["", "x"],
      ["c", ""],
      ["__proto__", "p"],
    ]);
    expect(read).toMatchObject({ method: "GET", headers: {}, body: undefined });
  });

  it("collects the body, or leaves it as a stream", async () => {
    const post = (body?: string): Request =>
      new Request(base, { method: "POST", body: body ?? null });
    expect((await fromFetchRequest(post("é"))).body).toEqual(bytes("é"));
    expect((await fromFetchRequest(post(""))).body).toBeUndefined();
    expect((await fromFetchRequest(post())).body).toBeUndefined();
    const { body } = await fromFetchRequest(post("é"), { stream: true });
    expect(body).toBeInstanceOf(ReadableStream);
    expect(await new Response(body as ReadableStream).text()).toBe("é");
  });

  it("keeps several lines of one header apart", async () => {
    const headers = new Headers([
      ["a", "1"],
      ["a", "2"],
      ["Set-Cookie", "x=1"],
      ["set-cookie", "y=2"],
    ]);
    const response = await fromFetchResponse(new Response(null, { headers }));
    expect(response.headers).toEqual({ a: "1, 2", "set-cookie": ["x=1", "y=2"] });
  });

  it("refuses a query that is not percent-encoded UTF-8", async () => {
    for (const query of ["a=%", "%ff=1", "a=%c0%af"])
      await expect(fromFetchRequest(new Request(`${base}?${query}`))).rejects.toThrow(
        refusal("/query"),
      );
  });

  it("refuses a body that was read before, or that breaks off, and says why", async () => {
    const used = new Request(base, { method: "POST", body: "a" });
    await used.text();
    for (const options of [undefined, { stream: true }])
      await expect(fromFetchRequest(used, options)).rejects.toMatchObject({
        name: "SerializationException",
        path: "/body",
        $metadata: { httpStatusCode: 400 },
        cause: expect.any(TypeError) as unknown,
      });
    const reason = new Error("gone");
    const broken = new ReadableStream({ start: (controller) => controller.error(reason) });
    await expect(fromFetchResponse(new Response(broken))).rejects.toMatchObject({
      name: "SerializationException",
      $fault: "server",
      $metadata: { httpStatusCode: 200 },
      cause: reason,
    });
  });

  it.each([null, undefined, {}, { path: "/", statusCode: 200 }, "https://h"])(
    "refuses %j, which is not a message of fetch",
    async (message) => {
      await expect(fromFetchRequest(message as never)).rejects.toThrow(refusal(""));
      await expect(fromFetchResponse(message as never)).rejects.toThrow(refusal(""));
    },
  );
});

describe("toFetchResponse", () => {
  it.each([204, 205, 304])("has no body with status %d", (statusCode) => {
    const response = toFetchResponse({ statusCode, headers: { a: "b" }, body: "{}" });
    expect(response).toMatchObject({ status: statusCode, body: null });
    expect([...response.headers]).toEqual([["a", "b"]]);
  });

  it.each([100, 199, 600, 0, NaN])("refuses the status %d", (statusCode) => {
    expect(() => toFetchResponse({ statusCode, headers: {}, body: undefined })).toThrow(
      refusal(""),
    );
  });

  it("is read back, with an error's body collected even if a stream was asked for", async () => {
    const failure = codec.serializeError(new codec.NotFoundException({ Message: "no API b2" }));
    const read = await fromFetchResponse(toFetchResponse(failure), { stream: true });
    expect(() => codec.GetApi.deserializeResponse(read)).toThrow("no API b2");
  });
});

describe("every operation", () => {
  it.each(operationsByName)(
    "%s comes back through Request and Response",
    async (name, operation) => {
      const { serializeRequest, deserializeRequest, serializeResponse, deserializeResponse } =
        operationCodec(operation);
      await fc.assert(
        fc.asyncProperty(inputsOf(operation), outputsOf(operation), async (input, output) => {
          const sent = serializeRequest(input);
          const received = await fromFetchRequest(toFetchRequest(sent, "https://h/"));
          expect(codec.matchOperation(received)).toBe(name);
          expect(deserializeRequest(received as never)).toEqual(deserializeRequest(sent));
          const answer = serializeResponse(output);
          const read = await fromFetchResponse(toFetchResponse(answer));
          expect(deserializeResponse(read as never)).toEqual(deserializeResponse(answer));
        }),
        { numRuns: 10 },
      );
    },
  );
});

describe("fetch and a server on this machine", () => {
  let server: Server;
  let seen: IncomingMessage | undefined;
  let url: string;
  beforeAll(async () => {
    server = createServer((message, reply) => {
      seen = message;
      void answer(message).then(async (response) => {
        reply.writeHead(response.status, Object.fromEntries(response.headers));
        reply.end(Buffer.from(await response.arrayBuffer()));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  /** What an adapter of a framework does: a Request of what Node's server received. */
  async function answer(message: IncomingMessage): Promise<Response> {
    const { method = "GET" } = message;
    const init = {
      method,
      headers: message.headers as Record<string, string>,
      body: method === "GET" ? null : (Readable.toWeb(message) as ReadableStream),
      duplex: "half",
    };
    const received = await fromFetchRequest(
      new Request(`${url}${message.url ?? ""}`, init as RequestInit),
    );
    try {
      const { ApiId, IntegrationId, ...rule } =
        codec.CreateIntegrationResponse.deserializeRequest(received);
      const IntegrationResponseId = `${ApiId}-${IntegrationId}`;
      return toFetchResponse(
        codec.CreateIntegrationResponse.serializeResponse({ ...rule, IntegrationResponseId }),
      );
    } catch (error) {
      return toFetchResponse(codec.serializeError(error));
    }
  }

  it("carry labels, headers and bodies as they are", async () => {
    const rule = { IntegrationResponseKey: "$default", ResponseTemplates: { "a/b": "✓ é" } };
    const input = { ApiId: "a/1 %2F?#..", IntegrationId: "ï+*'()!", ...rule };
    const sent = codec.CreateIntegrationResponse.serializeRequest(input);
    const response = await fromFetchResponse(await fetch(toFetchRequest(sent, url)));
    expect(codec.CreateIntegrationResponse.deserializeResponse(response)).toEqual({
      ...rule,
      IntegrationResponseId: "a/1 %2F?#..-ï+*'()!",
    });
    expect(seen?.url).toBe(sent.path);
  });

  it("carry the query as toUrl writes it", async () => {
    const sent = codec.GetApis.serializeRequest({ NextToken: "a b+c/?&=é" });
    await fetch(toFetchRequest(sent, `${url}/stage?x=1`));
    expect(seen?.url).toBe("/stage/v2/apis?x=1&nextToken=a%20b%2Bc%2F%3F%26%3D%C3%A9");
  });

  it("carry errors", async () => {
    const sent = codec.GetApi.serializeRequest({ ApiId: "b2" });
    const response = await fromFetchResponse(await fetch(toFetchRequest(sent, url)));
    expect(response.statusCode).toBe(400);
    expect(() => codec.GetApi.deserializeResponse(response)).toThrow(
      codec.ApiGatewayV2ServiceException,
    );
  });
});
