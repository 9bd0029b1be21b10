import { beforeAll, describe, expect, it, vi } from "vitest";
import { outputOf, protocols, type Output } from "./support/several-protocols.js";

let several: Output;
let alone: Output;
beforeAll(async () => {
  several = await outputOf("choose-protocol", ...protocols);
  alone = await outputOf("choose-protocol", "restJson1");
});

describe("the protocol of a request", () => {
  const target = { "x-amz-target": "Weather.Ping" };
  const cbor = { "smithy-protocol": "rpc-v2-cbor" };
  const rpcPath = "/service/Weather/operation/Ping";

  /** Each protocol has its own form of errors. */
  function protocolOf(headers: Readonly<Record<string, string>>, body: unknown): string {
    if (headers["smithy-protocol"] === "rpc-v2-cbor") return "rpcv2Cbor";
    if (String(body).startsWith("<")) return "restXml";
    return headers["x-amzn-errortype"] === undefined ? "awsJson1_1" : "restJson1";
  }

  it.each<[string, string, Record<string, string>, string]>([
    // The header of RPC v2 comes first, also with that of AWS JSON, which makes it malformed.
    [`POST ${rpcPath}`, "both headers", { ...cbor, ...target }, "rpcv2Cbor"],
    ["POST /", "RPC v2 at another path", cbor, "rpcv2Cbor"],
    ["POST /ping", "RPC v2 at the path of an operation", cbor, "rpcv2Cbor"],
    [
      "POST /",
      "names of headers in other cases",
      { "Smithy-Protocol": "rpc-v2-cbor" },
      "rpcv2Cbor",
    ],
    // Then that of AWS JSON.
    ["POST /", "an unknown target", { "X-Amz-Target": "Weather.No" }, "awsJson1_1"],
    ["POST /x", "a target at another path", target, "awsJson1_1"],
    [
      "POST /",
      "AWS JSON of another version",
      { "x-amz-target": "No", "content-type": "application/x-amz-json-1.0" },
      "awsJson1_1",
    ],
    [
      "POST /",
      "RPC v2 in JSON, which is not served",
      { "smithy-protocol": "rpc-v2-json" },
      "restJson1",
    ],
    // Then content type and accept, among the protocols with paths.
    ["POST /x", "a body of XML", { "content-type": "application/xml; charset=utf-8" }, "restXml"],
    [
      "POST /x",
      "a body of JSON",
      { "content-type": "application/json", accept: "application/xml" },
      "restJson1",
    ],
    ["GET /x", "XML that is accepted", { accept: "text/html, application/xml" }, "restXml"],
    ["GET /x", "all that is accepted", { accept: "*/*" }, "restJson1"],
    ["GET /x", "nothing else", {}, "restJson1"],
    // A body of no operation with a path belongs to the protocol of its type.
    ["POST /x", "a body of CBOR", { "content-type": "application/cbor" }, "rpcv2Cbor"],
    [
      "POST /x",
      "a body of AWS JSON",
      { "content-type": "application/x-amz-json-1.1" },
      "awsJson1_1",
    ],
    [
      "POST /copy",
      "a body of AWS JSON at a path",
      { "content-type": "application/x-amz-json-1.1" },
      "restJson1",
    ],
  ])("of %s with %s", async (line, _, headers, expected) => {
    const [method = "", path = ""] = line.split(" ");
    const handler = several.createHandler({ Copy: () => ({}), Ping: () => ({}) });
    const plain = await handler.handle({ method, path, headers });
    expect([plain.statusCode, protocolOf(plain.headers, plain.body)]).toEqual([
      path === "/copy" ? 415 : 404,
      expected,
    ]);
    const request = new Request(`http://localhost${path}`, { method, headers });
    const response = await handler.fetch(request);
    expect(response.status).toBe(plain.statusCode);
    expect(protocolOf(Object.fromEntries(response.headers), await response.text())).toBe(expected);
  });

  it("is that of a body of any type, if an operation has its path", async () => {
    const Upload = vi.fn((input: object) => input);
    const handler = several.createHandler({ Upload });
    const headers = { "content-type": "application/cbor" };
    const response = await handler.handle({
      method: "POST",
      path: "/files",
      query: "a=%20",
      headers,
      body: "data",
    });
    expect(response).toMatchObject({ statusCode: 200, headers });
    expect(Upload).toHaveBeenCalledOnce();
  });

  it("is the first one for what is no request", async () => {
    const handler = several.createHandler({});
    for (const message of [undefined, {}, { path: "/", headers: 5 }]) {
      const response = await handler.handle(message as never).catch((error: unknown) => error);
      const expected = await alone
        .createHandler({})
        .handle(message as never)
        .catch((error: unknown) => error);
      expect(response).toMatchObject(
        expected instanceof Error
          ? { message: expected.message }
          : { statusCode: (expected as { readonly statusCode: number }).statusCode },
      );
    }
    const response = await handler.fetch({} as never);
    expect(response.headers.get("x-amzn-errortype")).toBeTruthy();
  });

  it("is one of those that the handler was made for, and so are its functions", () => {
    expect(() => several.createHandler({ Nothing: () => ({}) })).toThrow(/no operation Nothing/);
  });
});
