import http2 from "node:http2";
import { createServer, request as requestHttp, type IncomingMessage, type Server } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { once } from "node:events";
import express from "express";
import fastify from "fastify";
import { Hono } from "hono";
import { toNodeListener } from "apigatewayv2-codec/server/node";
import type { Handler, HandlerOptions } from "apigatewayv2-codec/server";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { deferred } from "./support/deferred.js";
import {
  importEchoServer,
  type CreateEchoHandler,
  type EchoFunction,
  type EchoInput,
} from "./support/echo-service.js";

let createHandler: CreateEchoHandler;
beforeAll(async () => {
  createHandler = await importEchoServer("server-node");
});

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** Listens on this machine, until the end of the test. */
async function listen(server: Server | http2.Http2Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closers.push(() => {
    server.close();
    if ("closeAllConnections" in server) server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

async function serve(
  functions: Readonly<Record<string, EchoFunction>>,
  options: HandlerOptions<object> = {},
): Promise<number> {
  return listen(createServer(toNodeListener(createHandler(functions, options))));
}

/** Sends text, and returns all that comes back until the server ends the connection. */
async function exchange(port: number, text: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let received = "";
  socket.on("data", (chunk: Buffer) => {
    received += chunk.toString("latin1");
  });
  socket.on("error", () => undefined);
  socket.write(text);
  await once(socket, "close");
  return received;
}

function open(port: number): Socket {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  closers.push(() => socket.destroy());
  return socket;
}

const echo: EchoFunction = ({ id, tags, note, text }) => ({
  text: JSON.stringify([id, tags, note, text]),
});
const json = { "content-type": "application/json" };
const head = (rest: string): string => `${rest}\r\nhost: x\r\nconnection: close\r\n`;

describe("servers that take the listener or fetch in their own way", () => {
  const functions = { Echo: echo };

  /** Starts a server, and returns its URL. */
  const servers: Record<string, (handler: Handler<object>) => Promise<string>> = {
    "node:http": async (handler) =>
      `http://127.0.0.1:${await listen(createServer(toNodeListener(handler)))}`,
    Express: async (handler) => {
      const app = express();
      app.use("/base", toNodeListener(handler));
      return `http://127.0.0.1:${await listen(createServer(app as never))}/base`;
    },
    Fastify: async (handler) => {
      const app = fastify();
      const listener = toNodeListener(handler);
      app.removeAllContentTypeParsers();
      app.addContentTypeParser("*", (_request, _payload, done) => {
        done(null);
      });
      app.all("/*", (request, reply) => {
        reply.hijack();
        listener(request.raw, reply.raw);
      });
      closers.push(() => app.close());
      return app.listen({ port: 0, host: "127.0.0.1" });
    },
  };

  it.each(Object.keys(servers))("%s", async (name) => {
    const url = await servers[name]?.(createHandler(functions));
    const response = await fetch(`${url ?? ""}/items/a%2Fb?tag=1%262&tag=3`, {
      method: "POST",
      headers: { ...json, "x-note": "n" },
      body: '{"text":"ü"}',
    });
    expect(await response.json()).toEqual({ text: '["a/b",["1&2","3"],"n","ü"]' });
    expect(response.headers.get("x-amzn-requestid")).toMatch(/^[\w-]+$/);
    expect((await fetch(`${url ?? ""}/none`)).status).toBe(404);
  });

  it.each(["Hono", "fetch"])("%s", async (name) => {
    const handler = createHandler(functions);
    const app = new Hono();
    app.all("*", ({ req }) => handler.fetch(req.raw));
    const request = new Request("http://x/items/a%2Fb?tag=1%262", {
      method: "POST",
      headers: json,
      body: '{"text":"ü"}',
    });
    const response = await (name === "Hono" ? app.fetch(request) : handler.fetch(request));
    expect(await response.json()).toEqual({ text: '["a/b",["1&2"],null,"ü"]' });
  });

  it("node:http2", async () => {
    const port = await listen(http2.createServer(toNodeListener(createHandler(functions))));
    const session = http2.connect(`http://127.0.0.1:${port}`);
    closers.push(() => {
      session.destroy();
    });
    const call = async (headers: object, body: string): Promise<[unknown, string]> => {
      const stream = session.request({ ...headers }, { endStream: false });
      const answered = once(stream, "response") as Promise<[http2.IncomingHttpHeaders]>;
      stream.end(body);
      let text = "";
      for await (const chunk of stream) text += String(chunk);
      return [(await answered)[0][":status"], text];
    };
    const post = { ":method": "POST", ":path": "/items/a?tag=1", ...json };
    expect(await call(post, '{"text":"t"}')).toEqual([
      200,
      JSON.stringify({ text: '["a",["1"],null,"t"]' }),
    ]);
    expect((await call({ ":path": "/none" }, ""))[0]).toBe(404);
    expect((await call({ ":path": "/items/a" }, ""))[0]).toBe(404);
  });

  it("answers 400 if a parser of bodies has read the body before", async () => {
    const app = express();
    app.use(express.json(), toNodeListener(createHandler(functions)));
    const port = await listen(createServer(app as never));
    const init = { method: "POST", headers: json, body: "{}" };
    expect((await fetch(`http://127.0.0.1:${port}/items/a`, init)).status).toBe(400);
  });
});

describe("targets of requests", () => {
  it.each([
    ["/items/a%2Fb", '["a/b",null,null,null]'],
    ["/items/a%20b?tag=%26&tag=a+b", '["a b",["&","a+b"],null,null]'],
    ["/items/a?tag=1?2", '["a",["1?2"],null,null]'],
    ["http://example.com/items/a?tag=1", '["a",["1"],null,null]'],
    ["HTTP://example.com:80/items/a", '["a",null,null,null]'],
  ])("%s", async (target, text) => {
    const port = await serve({ Find: echo });
    const answer = await exchange(port, `${head(`GET ${target} HTTP/1.1`)}\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 200 /);
    expect(answer).toContain(JSON.stringify({ text }));
  });

  it.each([
    "/items/%FF",
    "/items/%zz",
    "/",
    "http://example.com",
    "*",
    "//items/a",
    "/items/a?x=%",
  ])("are answered, even %s", async (target) => {
    const port = await serve({ Find: echo });
    const method = target === "*" ? "OPTIONS" : "GET";
    const answer = await exchange(port, `${head(`${method} ${target} HTTP/1.1`)}\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 (?:200|400|404) /);
  });

  it.each(["HEAD", "OPTIONS", "DELETE"])("with the method %s get 404", async (method) => {
    const port = await serve({ Find: echo });
    expect(await exchange(port, `${head(`${method} /items/a HTTP/1.1`)}\r\n`)).toMatch(
      /^HTTP\/1.1 404 /,
    );
  });
});

describe("peers", () => {
  it("that send slowly are waited for", async () => {
    const port = await serve({ Echo: echo });
    const socket = open(port);
    let received = "";
    socket.on("data", (chunk: Buffer) => (received += chunk.toString()));
    const text =
      head("POST /items/a HTTP/1.1") +
      'content-type: application/json\r\ncontent-length: 12\r\n\r\n{"text":"t"}';
    for (const byte of text) {
      socket.write(byte);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await once(socket, "close");
    expect(received).toContain(JSON.stringify({ text: '["a",null,null,"t"]' }));
  });

  it("that leave in the middle of the body call nothing", async () => {
    const called = vi.fn();
    const handler = createHandler({ Echo: called }, { onError: called });
    const ended = deferred<unknown>();
    const watched = {
      ...handler,
      handle: async (...given: Parameters<typeof handler.handle>) => {
        const result = await handler.handle(...given);
        ended.resolve(given[1]?.signal?.aborted);
        return result;
      },
    };
    const port = await listen(createServer(toNodeListener(watched)));
    const socket = open(port);
    socket.write("POST /items/a HTTP/1.1\r\nhost: x\r\ncontent-length: 99\r\n\r\n{");
    setTimeout(() => socket.destroy(), 20);
    expect(await ended.promise).toBe(true);
    expect(called).not.toHaveBeenCalled();
  });

  it("that leave before the answer abort the signal, and others do not", async () => {
    const started = deferred<AbortSignal>();
    const aborted = deferred();
    const signals: AbortSignal[] = [];
    const port = await serve({
      Echo: ({ id }, { signal }) => {
        signals.push(signal);
        if (id === "b") return {};
        signal.addEventListener("abort", () => {
          aborted.resolve(undefined);
        });
        started.resolve(signal);
        return aborted.promise;
      },
    });
    const url = `http://127.0.0.1:${port}/items/b`;
    expect((await fetch(url, { method: "POST", headers: json, body: "{}" })).status).toBe(200);
    const socket = open(port);
    socket.write(
      "POST /items/a HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}",
    );
    expect((await started.promise).aborted).toBe(false);
    socket.destroy();
    await aborted.promise;
    expect(signals.map((signal) => signal.aborted)).toEqual([false, true]);
  });

  it("may send 64 KB of headers, where the server allows it", async () => {
    const listener = toNodeListener(
      createHandler({ Find: ({ note }) => ({ text: String(note?.length) }) }),
    );
    const port = await listen(createServer({ maxHeaderSize: 100_000 }, listener));
    const note = "n".repeat(65_536);
    const answer = await exchange(port, `${head("GET /items/a HTTP/1.1")}x-note: ${note}\r\n\r\n`);
    expect(answer).toContain('{"text":"65536"}');
  });

  it("that send requests without waiting get the answers in order", async () => {
    const port = await serve({
      Find: async ({ id }) => {
        if (id === "0") await new Promise((resolve) => setTimeout(resolve, 20));
        return { text: id };
      },
    });
    const texts = Array.from({ length: 20 }, (_, index) => String(index));
    const requests = texts.map((id) =>
      id === "19"
        ? `${head(`GET /items/${id} HTTP/1.1`)}\r\n`
        : `GET /items/${id} HTTP/1.1\r\nhost: x\r\n\r\n`,
    );
    const answer = await exchange(port, requests.join(""));
    expect([...answer.matchAll(/\{"text":"(\d+)"\}/g)].map(([, id]) => id)).toEqual(texts);
  });
});

describe("bodies above the limit", () => {
  it.each(["content-length: 9000000", "transfer-encoding: chunked"])(
    "get 413 and are not read to the end: %s",
    async (framing) => {
      const called = vi.fn();
      const port = await serve({ Echo: called }, { maxBodyBytes: 1000, onError: called });
      const socket = open(port);
      let received = "";
      socket.on("data", (chunk: Buffer) => (received += chunk.toString()));
      socket.write(`POST /items/a HTTP/1.1\r\nhost: x\r\n${framing}\r\n\r\n`);
      const chunk = "a".repeat(1024);
      socket.write(framing.startsWith("content") ? chunk : `400\r\n${chunk}\r\n`);
      // The rest of the body never comes.
      await once(socket, "close");
      expect(received).toMatch(/^HTTP\/1.1 413 /);
      expect(received.toLowerCase()).toContain("\r\nconnection: close\r\n");
      expect(called).not.toHaveBeenCalled();
    },
  );
});

describe("streams", () => {
  it("are written as fast as the peer reads", async () => {
    let pulled = 0;
    const chunk = new Uint8Array(65_536);
    async function* body(): AsyncGenerator<Uint8Array> {
      for (; pulled < 2_000; pulled += 1) {
        await Promise.resolve();
        yield chunk;
      }
    }
    const port = await serve({ Download: () => ({ body: body() }) });
    const response = await new Promise<IncomingMessage>((resolve) => {
      requestHttp({ port, host: "127.0.0.1", path: "/streams" }, resolve).end();
    });
    response.pause();
    let earlier = -1;
    while (pulled !== earlier) {
      earlier = pulled;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(pulled).toBeLessThan(1_000);
    let length = 0;
    for await (const part of response) length += (part as Buffer).length;
    expect([pulled, length]).toEqual([2_000, 2_000 * chunk.length]);
  });

  it("end when the peer leaves", async () => {
    const ended = deferred();
    async function* body(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) {
          await new Promise((resolve) => setTimeout(resolve, 1));
          yield new Uint8Array(1024);
        }
      } finally {
        ended.resolve(undefined);
      }
    }
    const port = await serve({ Download: () => ({ body: body() }) });
    const controller = new AbortController();
    const response = await fetch(`http://127.0.0.1:${port}/streams`, { signal: controller.signal });
    expect(response.status).toBe(200);
    controller.abort();
    await ended.promise;
  });

  it("that fail cut the connection, so that half of an answer is not taken for all of it", async () => {
    async function* body(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(new Uint8Array(10));
      throw new Error("broken");
    }
    const port = await serve({ Download: () => ({ body: body() }) });
    const read = async (): Promise<ArrayBuffer> =>
      (await fetch(`http://127.0.0.1:${port}/streams`)).arrayBuffer();
    await expect(read()).rejects.toThrow();
  });

  it("come in as they are sent", async () => {
    const first = deferred();
    const port = await serve({
      Upload: async ({ body }: EchoInput) => {
        let text = "";
        for await (const chunk of body as AsyncIterable<Uint8Array>) {
          text += Buffer.from(chunk).toString();
          first.resolve(undefined);
        }
        return { text };
      },
    });
    const answered = deferred<IncomingMessage>();
    const request = requestHttp(
      { port, host: "127.0.0.1", path: "/streams", method: "PUT" },
      answered.resolve,
    );
    request.write("ab");
    await first.promise;
    request.end("cd");
    let text = "";
    for await (const part of await answered.promise) text += String(part);
    expect(text).toBe('{"text":"abcd"}');
  });
});
