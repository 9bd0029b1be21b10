import fc from "fast-check";
import {
  toLambdaHandler,
  type LambdaEvent,
  type LambdaResult,
} from "apigatewayv2-codec/server/lambda";
import { beforeAll, describe, expect, it } from "vitest";
import {
  importEchoServer,
  type CreateEchoHandler,
  type EchoInput,
} from "./support/echo-service.js";
import { eventForms, toEvent, type HttpMessage } from "./support/lambda-events.js";

let createHandler: CreateEchoHandler;
beforeAll(async () => {
  createHandler = await importEchoServer("server-lambda");
});

/** Calls a handler by an event, and returns the inputs that its functions saw beside the result. */
async function call(
  event: LambdaEvent,
  output: unknown = {},
  options: { maxBodyBytes?: number } = {},
): Promise<{ inputs: EchoInput[]; result: LambdaResult }> {
  const inputs: EchoInput[] = [];
  const answer = (input: EchoInput): unknown => {
    inputs.push(input);
    return output;
  };
  const functions = {
    Echo: answer,
    Find: answer,
    Binary: answer,
    Upload: answer,
    Download: answer,
  };
  const result = await toLambdaHandler(createHandler(functions, options))(event, {});
  return { inputs, result };
}

const find = (changes: Partial<HttpMessage> = {}): HttpMessage => ({
  method: "GET",
  path: "/items/a1",
  query: "",
  headers: [],
  ...changes,
});

const post = (path: string, body: string | Uint8Array, type = "application/json"): HttpMessage => ({
  method: "POST",
  path,
  query: "",
  headers: [["content-type", type]],
  body,
});

describe.each(eventForms)("events of %s", (form) => {
  it("carry labels, queries, headers and bodies", async () => {
    const message = {
      ...post("/items/a%20b", '{"text":"ü"}'),
      query: "tag=1%262&tag=%C3%BC",
      headers: [
        ["content-type", "application/json"],
        ["x-note", "n"],
      ] as const,
    };
    const { inputs, result } = await call(toEvent(form, message), { text: "done" });
    const tags = form === "ALB" ? ["ü"] : ["1&2", "ü"];
    expect(inputs).toEqual([{ id: "a b", tags, note: "n", text: "ü" }]);
    expect(result).toMatchObject({
      statusCode: 200,
      body: '{"text":"done"}',
      isBase64Encoded: false,
    });
    const headers = result.headers ?? result.multiValueHeaders;
    expect(headers?.["x-amzn-requestid"]).toBeDefined();
  });

  it("carry bytes both ways as base64", async () => {
    const body = Uint8Array.from({ length: 20_000 }, (_, index) => index % 256);
    const event = toEvent(form, post("/binary", body, "application/octet-stream"));
    expect(event.isBase64Encoded).toBe(true);
    const { inputs, result } = await call(event, { body });
    expect(inputs).toEqual([{ body }]);
    expect(result.isBase64Encoded).toBe(true);
    expect(new Uint8Array(Buffer.from(result.body, "base64"))).toEqual(body);
  });

  it("carry streams in memory", async () => {
    const body = new Blob(["ab", "cd"]).stream();
    const { result } = await call(toEvent(form, find({ path: "/streams" })), { body });
    expect(Buffer.from(result.body, "base64").toString()).toBe("abcd");
  });

  it("can be without body, query and headers", async () => {
    const { inputs, result } = await call(toEvent(form, find()));
    expect(inputs).toEqual([{ id: "a1" }]);
    expect(result.statusCode).toBe(200);
  });

  it("carry several cookies as one header, and one back", async () => {
    const message = find({ headers: [["cookie", "a=1; b=2"]] });
    const { inputs, result } = await call(toEvent(form, message), { cookie: "c=3; Path=/" });
    expect(inputs).toEqual([{ id: "a1", cookie: "a=1; b=2" }]);
    if (form === "HTTP API 2.0" || form === "function URL")
      expect(result.cookies).toEqual(["c=3; Path=/"]);
    else if (result.multiValueHeaders === undefined)
      expect(result.headers?.["set-cookie"]).toBe("c=3; Path=/");
    else expect(result.multiValueHeaders["set-cookie"]).toEqual(["c=3; Path=/"]);
  });

  it("get the headers in the form of the event", async () => {
    const event = toEvent(form, find());
    const { result } = await call(event);
    expect(result.multiValueHeaders !== undefined).toBe(event.multiValueHeaders != null);
    expect(result.headers !== undefined).toBe(event.multiValueHeaders == null);
  });

  it("with a body above the limit get 413", async () => {
    for (const body of [JSON.stringify({ text: "a".repeat(100) }), new Uint8Array(101)]) {
      const { inputs, result } = await call(
        toEvent(form, post("/items/a", body)),
        {},
        { maxBodyBytes: 100 },
      );
      expect([result.statusCode, inputs]).toEqual([413, []]);
    }
  });

  it("for no operation get 404, and with wrong members 400", async () => {
    expect((await call(toEvent(form, find({ path: "/none" })))).result.statusCode).toBe(404);
    expect((await call(toEvent(form, find({ method: "DELETE" })))).result.statusCode).toBe(404);
    const { result } = await call(toEvent(form, post("/items/a", "[")));
    expect(result.statusCode).toBe(400);
  });

  it("reach functions with the input that was sent, whatever it is", async () => {
    // HTTP APIs decode the path, so that a slash or a percent sign of a label cannot be told from the path's own.
    const isDecoded = form.startsWith("HTTP API");
    const unit = fc.constantFrom(
      ...("aZ0-._~!$&'()*+,;=:@ \"<>[]^`{|}üß€😀?#".match(/./gu) ?? []),
      ...(isDecoded ? [] : ["/", "%", "%2F"]),
    );
    const label = fc.string({ unit, minLength: 1 }).filter((text) => !/^\.+$/.test(text));
    const tags = fc.array(fc.string({ unit: "grapheme", minLength: 1 }), {
      minLength: 1,
      maxLength: form === "ALB" ? 1 : 4,
    });
    await fc.assert(
      fc.asyncProperty(label, tags, fc.string({ unit: "grapheme" }), async (id, given, text) => {
        const message = post(`/items/${encodeURIComponent(id)}`, JSON.stringify({ text }));
        const query = given.map((tag) => `tag=${encodeURIComponent(tag)}`).join("&");
        const { inputs } = await call(toEvent(form, { ...message, query }));
        expect(inputs).toEqual([{ id, tags: given, text }]);
      }),
    );
  });
});

describe("stages", () => {
  const withStage = (event: LambdaEvent, stage: string, path: string): LambdaEvent => ({
    ...event,
    ...(event.rawPath === undefined ? { path } : { rawPath: path }),
    requestContext: { ...event.requestContext, stage },
  });

  it.each(["HTTP API 2.0", "HTTP API 1.0"] as const)(
    "are no part of the path of an %s",
    async (form) => {
      const event = withStage(toEvent(form, find()), "dev", "/dev/items/a1");
      expect((await call(event)).inputs).toEqual([{ id: "a1" }]);
      const other = withStage(toEvent(form, find()), "item", "/items/a1");
      expect((await call(other)).inputs).toEqual([{ id: "a1" }]);
    },
  );

  it("are not in the path of a REST API, which can have a resource of that name", async () => {
    const event = withStage(toEvent("REST API", find()), "items", "/items/a1");
    expect((await call(event)).inputs).toEqual([{ id: "a1" }]);
  });
});

describe("paths", () => {
  it.each([
    ["a b", "a b"],
    ["a%20b", "a b"],
    ["a%2Fb", "a/b"],
    ["100%", "100%"],
    ["ü", "ü"],
    ["%C3%BC", "ü"],
    ["a%252Fb", "a%2Fb"],
    ["a?b#c", "a?b#c"],
  ])("can come encoded or not: %s", async (written, id) => {
    const event = { ...toEvent("REST API", find()), path: `/items/${written}` };
    expect((await call(event)).inputs).toEqual([{ id }]);
  });

  it("that are no UTF-8 get 400", async () => {
    const event = { ...toEvent("ALB", find()), path: "/items/%FF" };
    expect((await call(event)).result.statusCode).toBe(400);
  });
});

it.each(["tag=%FF", "tag=%", "%zz=1"])("answers the query %s of a load balancer", async (query) => {
  for (const form of ["ALB", "ALB, multi-value", "HTTP API 2.0"] as const) {
    expect([200, 400]).toContain((await call(toEvent(form, find({ query })))).result.statusCode);
  }
});

it("takes names of members of Object.prototype in queries and headers", async () => {
  const query = "__proto__=1&constructor=2&tag=3";
  for (const form of eventForms) {
    expect((await call(toEvent(form, find({ query })))).inputs).toEqual([
      { id: "a1", tags: ["3"] },
    ]);
  }
});

it("makes the user's context from the event and that of Lambda", async () => {
  const handler = createHandler({ Find: (_, { user }) => ({ text: user }) });
  const listener = toLambdaHandler(handler, {
    context: (event, lambda: { who: string }) => ({
      user: `${lambda.who} ${event.httpMethod ?? ""}`,
    }),
  });
  const { body } = await listener(toEvent("ALB", find()), { who: "me" });
  expect(body).toBe('{"text":"me GET"}');
});

it.each([
  ["of SQS", { Records: [{ messageId: "1", body: "{}", eventSource: "aws:sqs" }] }],
  ["of EventBridge", { version: "0", id: "1", "detail-type": "a", source: "b", detail: {} }],
  [
    "of a WebSocket API",
    { requestContext: { routeKey: "a", connectionId: "c", stage: "s" }, body: "" },
  ],
  ["null", null],
  ["a string", "GET /"],
])("refuses an event that is not of HTTP: %s", async (_, event) => {
  await expect(call(event as LambdaEvent)).rejects.toThrow(
    /^The event is no HTTP request of API Gateway/,
  );
});

it("refuses a body that is no base64", async () => {
  const event = { ...toEvent("ALB", post("/items/a", "x")), isBase64Encoded: true, body: "*" };
  await expect(call(event)).rejects.toThrow("The body of the event is not text in base64.");
});
