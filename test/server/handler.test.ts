import * as codec from "apigatewayv2-codec";
import { createHandler, InvalidOutputError, type HandlerOptions } from "apigatewayv2-codec/server";
import { describe, expect, it, vi } from "vitest";

const path = "/v2/apis/a1/integrations/i1/integrationresponses/r1";
const get = { method: "GET", path, headers: {} };
const post = {
  method: "POST",
  path: "/v2/apis",
  headers: { "content-type": "application/json" },
  body: '{"name":"n","protocolType":"HTTP"}',
};
const opaque = /^\{("message":"[A-Za-z ]*\.?")?\}$/;

function json(response: { readonly body?: unknown }): unknown {
  return JSON.parse(String(response.body));
}

describe("an operation", () => {
  it("gets its input, and its output is written", async () => {
    const GetIntegrationResponse = vi.fn(() => ({ IntegrationResponseKey: "k" }));
    const response = await createHandler({ GetIntegrationResponse }).handle(get);
    expect(response.statusCode).toBe(200);
    expect(json(response)).toEqual({ integrationResponseKey: "k" });
    expect(GetIntegrationResponse).toHaveBeenCalledExactlyOnceWith(
      { ApiId: "a1", IntegrationId: "i1", IntegrationResponseId: "r1" },
      expect.objectContaining({ operation: "GetIntegrationResponse", request: get }),
    );
  });

  it.each([
    ["has no function", "GET", path],
    ["is called by HEAD", "HEAD", path],
    ["is called by OPTIONS", "OPTIONS", path],
    ["is called by a wrong method", "PUT", path],
    ["is called at an unknown path", "GET", "/v3"],
  ])("that %s is answered by UnknownOperationException", async (_, method, at) => {
    const onError = vi.fn();
    const handler = createHandler(
      { GetApi: () => ({}), GetIntegrationResponse: undefined },
      { onError },
    );
    const response = await handler.handle({ method, path: at, headers: {} });
    expect(response).toMatchObject({
      statusCode: 404,
      headers: { "x-amzn-errortype": "UnknownOperationException" },
    });
    expect(onError).not.toHaveBeenCalled();
  });

  it("that the model does not have is refused when the handler is created", () => {
    const functions = { GetNothing: () => ({}) };
    expect(() => createHandler(functions as never)).toThrow(/no operation GetNothing/);
    expect(() => createHandler({ GetApi: 5 } as never)).toThrow(
      /function for the operation GetApi/,
    );
    expect(() => createHandler({ toString: () => ({}) } as never)).toThrow(TypeError);
  });

  it("can return nothing if its output has no required members", async () => {
    const response = await createHandler({ GetApi: () => undefined }).handle({
      ...get,
      path: "/v2/apis/a1",
    });
    expect(response.statusCode).toBe(200);
    expect(json(response)).toEqual({});
  });
});

describe("a body", () => {
  const options = { maxBodyBytes: post.body.length };

  it("at the limit is read, and one above it is refused", async () => {
    const CreateApi = vi.fn(() => ({}));
    const handler = createHandler({ CreateApi }, options);
    expect(await handler.handle(post)).toMatchObject({ statusCode: 201 });
    for (const body of [`${post.body} `, new TextEncoder().encode(`${post.body} `)])
      expect(await handler.handle({ ...post, body })).toMatchObject({
        statusCode: 413,
        headers: { "x-amzn-errortype": "RequestEntityTooLargeException" },
      });
    expect(CreateApi).toHaveBeenCalledOnce();
  });

  it("above the limit is not read to its end", async () => {
    let pulled = 0;
    const onCancel = vi.fn();
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (++pulled > 1000) throw new Error("The body was read on.");
        controller.enqueue(new Uint8Array(10));
      },
      cancel: onCancel,
    });
    const response = await createHandler({ CreateApi: () => ({}) }, options).handle({
      ...post,
      body,
    });
    expect(response.statusCode).toBe(413);
    expect(pulled).toBeLessThan(10);
    expect(onCancel).toHaveBeenCalled();
  });

  it("whose length is above the limit is not read at all", async () => {
    const pull = vi.fn();
    const body = new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 });
    const headers = { ...post.headers, "content-length": "1000000" };
    const response = await createHandler({ CreateApi: () => ({}) }, options).handle({
      ...post,
      headers,
      body,
    });
    expect(response.statusCode).toBe(413);
    expect(pull).not.toHaveBeenCalled();
  });

  it.each(["gzip", "br", "custom"])("in the encoding %s is refused", async (encoding) => {
    const CreateApi = vi.fn(() => ({}));
    const headers = { ...post.headers, "content-encoding": encoding };
    const response = await createHandler({ CreateApi }).handle({ ...post, headers });
    expect(response.statusCode).toBe(415);
    expect(CreateApi).not.toHaveBeenCalled();
  });

  it("in the encoding identity is read", async () => {
    const headers = { ...post.headers, "content-encoding": "Identity" };
    const response = await createHandler({ CreateApi: () => ({}) }).handle({ ...post, headers });
    expect(response.statusCode).toBe(201);
  });

  it("that is cut off calls neither the function nor onError", async () => {
    const CreateApi = vi.fn(() => ({}));
    const onError = vi.fn();
    async function* cutOff(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(new TextEncoder().encode(post.body));
      throw new Error("reset");
    }
    const response = await createHandler({ CreateApi }, { onError }).handle({
      ...post,
      body: cutOff(),
    });
    expect(response.statusCode).toBe(400);
    expect(CreateApi).not.toHaveBeenCalled();
    expect(onError).not.toHaveBeenCalled();
  });
});

describe("an error", () => {
  async function answer(
    thrown: unknown,
    options: HandlerOptions<object> = {},
  ): ReturnType<ReturnType<typeof createHandler>["handle"]> {
    const GetIntegrationResponse = (): never => {
      throw thrown;
    };
    return createHandler({ GetIntegrationResponse }, options).handle(get);
  }

  it.each([
    ["of the operation", new codec.NotFoundException({ Message: "none" }), 404],
    ["that the operation does not list", new codec.ConflictException({ Message: "none" }), 409],
    ["with its text as message", new codec.NotFoundException({ message: "none" }), 404],
    ["AccessDeniedException", new codec.AccessDeniedException({ Message: "none" }), 403],
  ])("%s is written by the model", async (_, error, statusCode) => {
    const onError = vi.fn();
    const response = await answer(error, { onError });
    expect(response).toMatchObject({
      statusCode,
      headers: { "x-amzn-errortype": error.name },
    });
    expect(json(response)).toMatchObject({ message: "none" });
    expect(onError).not.toHaveBeenCalled();
  });

  it("ValidationException is 400, also on purpose", async () => {
    const error = new codec.ValidationException({ message: "bad", fieldList: [] });
    expect(await answer(error)).toMatchObject({ statusCode: 400 });
  });

  it.each([
    ["of another kind", new Error("secret")],
    ["that is no error", "secret"],
    ["that is nothing", undefined],
    [
      "of a call to another service",
      new codec.SerializationException(
        { path: "/secret", expected: "secret", received: "secret" },
        {},
      ),
    ],
  ])("%s is an opaque 500, and reported once", async (_, error) => {
    const onError = vi.fn();
    const response = await answer(error, { onError, requestId: () => "the-id" });
    expect(response.statusCode).toBe(500);
    expect(JSON.stringify(response)).not.toContain("secret");
    expect(onError).toHaveBeenCalledExactlyOnceWith(error, {
      operation: "GetIntegrationResponse",
      request: expect.objectContaining(get) as object,
      requestId: "the-id",
    });
  });

  it.each([
    [
      "throws",
      () => {
        throw new Error("of onError");
      },
    ],
    ["rejects", () => Promise.reject(new Error("of onError"))],
    ["never settles", () => new Promise(() => undefined)],
  ])("is answered alike if onError %s", async (_, onError) => {
    const requestId = (): string => "id";
    expect(await answer(new Error("x"), { requestId, onError })).toEqual(
      await answer(new Error("x"), { requestId }),
    );
  });

  it("of the wrong input is the client's, and is not reported", async () => {
    const onError = vi.fn();
    const CreateApi = vi.fn(() => ({}));
    const handler = createHandler({ CreateApi }, { onError });
    for (const body of ["{", "[]", '{"name":5,"protocolType":"HTTP"}', "{}"])
      expect(await handler.handle({ ...post, body })).toMatchObject({ statusCode: 400 });
    expect(CreateApi).not.toHaveBeenCalled();
    expect(onError).not.toHaveBeenCalled();
  });

  it.each([null, 5, "text", { ResponseParameters: [] }])(
    "is what an output that cannot be written is: %j",
    async (output) => {
      const onError = vi.fn();
      const functions = { GetIntegrationResponse: () => output as never };
      const response = await createHandler(functions, { onError }).handle(get);
      expect(response.statusCode).toBe(500);
      expect(String(response.body)).toMatch(opaque);
      expect(onError).toHaveBeenCalledOnce();
    },
  );
});

describe("an output that does not conform to the model", () => {
  it.each([
    ["text of another type", { IntegrationResponseKey: 5 }, "/IntegrationResponseKey"],
    ["an unknown value of an enum", { ContentHandlingStrategy: "X" }, "/ContentHandlingStrategy"],
    ["text that is too short", { ResponseParameters: { a: "" } }, "/ResponseParameters/a"],
  ])("is an opaque 500, and reported: %s", async (_, output, path) => {
    const onError = vi.fn();
    const functions = { GetIntegrationResponse: () => output as object };
    const response = await createHandler(functions, { onError }).handle(get);
    expect(response.statusCode).toBe(500);
    expect(String(response.body)).toMatch(opaque);
    const [error] = onError.mock.calls[0] as [InvalidOutputError];
    expect(error).toBeInstanceOf(InvalidOutputError);
    expect(error.operation).toBe("GetIntegrationResponse");
    expect(error.issues.map((issue) => issue.path)).toEqual([path]);
    expect(error.message).toContain(path);
  });

  it("is passed on by a proxy that does not validate outputs", async () => {
    const output = { ContentHandlingStrategy: "NEWER" };
    const handler = createHandler(
      { GetIntegrationResponse: () => output },
      { validateOutput: false },
    );
    const response = await handler.handle(get);
    expect(response.statusCode).toBe(200);
    expect(json(response)).toEqual({ contentHandlingStrategy: "NEWER" });
  });
});

describe("the context", () => {
  it("has the user's own values, and those of the handler", async () => {
    const { signal } = new AbortController();
    const GetIntegrationResponse = vi.fn((_: unknown, context: { readonly user: string }) => ({
      IntegrationResponseKey: context.user,
    }));
    const handler = createHandler<{ user: string }>({ GetIntegrationResponse });
    const response = await handler.handle(get, { signal, context: { user: "ada" } });
    expect(json(response)).toEqual({ integrationResponseKey: "ada" });
    const context = GetIntegrationResponse.mock.calls[0]?.[1] as unknown as { signal: unknown };
    expect(context.signal).toBe(signal);
  });

  it("has the user's own values by fetch, too, and the request's signal", async () => {
    const controller = new AbortController();
    let signal: AbortSignal | undefined;
    const handler = createHandler<{ user: string }>({
      GetIntegrationResponse: (_, context) => {
        signal = context.signal;
        return { IntegrationResponseKey: context.user };
      },
    });
    const request = new Request(`http://localhost${path}`, { signal: controller.signal });
    const response = await handler.fetch(request, { user: "ada" });
    expect(await response.json()).toEqual({ integrationResponseKey: "ada" });
    expect(signal?.aborted).toBe(false);
    controller.abort();
    expect(signal?.aborted).toBe(true);
  });
});

describe("the id of a request", () => {
  it("is in every answer, and differs", async () => {
    const handler = createHandler({});
    const ids = await Promise.all(
      [get, post, get].map(async (message) => (await handler.handle(message)).headers),
    );
    expect(new Set(ids.map((headers) => headers["x-amzn-requestid"])).size).toBe(3);
  });

  it("is the option's", async () => {
    const requestId = vi.fn(() => "mine");
    const response = await createHandler({}, { requestId }).handle(get);
    expect(response.headers["x-amzn-requestid"]).toBe("mine");
    expect(requestId).toHaveBeenCalledExactlyOnceWith(get);
  });

  it.each([
    ["a line break", "a\r\nb"],
    ["nothing", ""],
    ["no text", 5 as never],
  ])("is another if the option's is %s", async (_, id) => {
    const { headers } = await createHandler({}, { requestId: () => id }).handle(get);
    expect(headers["x-amzn-requestid"]).toMatch(/^[\w-]{36}$/);
  });
});

describe("interceptors", () => {
  it("are called from the outermost to the innermost, and back", async () => {
    const calls: string[] = [];
    const log =
      (name: string): NonNullable<HandlerOptions<object>["use"]>[number] =>
      async ({ operation }, next) => {
        calls.push(`${name} before ${operation ?? "none"}`);
        const response = await next();
        calls.push(`${name} after ${response.statusCode}`);
        return { ...response, headers: { ...response.headers, [name]: "was here" } };
      };
    const GetIntegrationResponse = (): object => {
      calls.push("function");
      return {};
    };
    const use = [log("a"), log("b")];
    const response = await createHandler({ GetIntegrationResponse }, { use }).handle(get);
    expect(calls).toEqual([
      ...["a before GetIntegrationResponse", "b before GetIntegrationResponse", "function"],
      ...["b after 200", "a after 200"],
    ]);
    expect(response.headers).toMatchObject({ a: "was here", b: "was here" });
  });

  it("can answer themselves, as CORS does for OPTIONS", async () => {
    const GetIntegrationResponse = vi.fn(() => ({}));
    const handler = createHandler(
      { GetIntegrationResponse },
      {
        use: [
          async ({ request }, next) =>
            request.method === "OPTIONS"
              ? {
                  statusCode: 204,
                  headers: { "access-control-allow-origin": "*" },
                  body: undefined,
                }
              : next(),
        ],
      },
    );
    const response = await handler.handle({ ...get, method: "OPTIONS" });
    expect(response).toMatchObject({
      statusCode: 204,
      headers: { "access-control-allow-origin": "*" },
    });
    expect(GetIntegrationResponse).not.toHaveBeenCalled();
    expect(await handler.handle(get)).toMatchObject({ statusCode: 200 });
  });

  it("that throw are answered like functions", async () => {
    const onError = vi.fn();
    const handle = (thrown: Error): Promise<{ readonly statusCode: number }> =>
      createHandler(
        { GetIntegrationResponse: () => ({}) },
        {
          onError,
          use: [
            () => {
              throw thrown;
            },
          ],
        },
      ).handle(get);
    const denied = new codec.AccessDeniedException({ Message: "no" });
    expect(await handle(denied)).toMatchObject({ statusCode: 403 });
    expect(onError).not.toHaveBeenCalled();
    expect(await handle(new Error("x"))).toMatchObject({ statusCode: 500 });
    expect(onError).toHaveBeenCalledOnce();
  });

  it("that return no response are an opaque 500", async () => {
    const onError = vi.fn();
    const use = [() => undefined as never];
    const handler = createHandler({ GetIntegrationResponse: () => ({}) }, { onError, use });
    expect(await handler.handle(get)).toMatchObject({ statusCode: 500 });
    expect(onError).toHaveBeenCalledOnce();
  });

  it("see refused requests", async () => {
    const seen: number[] = [];
    const handler = createHandler(
      { CreateApi: () => ({}) },
      {
        maxBodyBytes: 1,
        use: [
          async (_, next) => {
            const response = await next();
            seen.push(response.statusCode);
            return response;
          },
        ],
      },
    );
    await handler.handle(post);
    await handler.handle({ ...post, path: "/v2/%zz" });
    await handler.handle({ ...post, path: "/nowhere" });
    expect(seen).toEqual([
      413,
      expect.toSatisfy((status) => status === 400 || status === 404),
      404,
    ]);
  });
});
