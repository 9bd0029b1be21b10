import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Handler } from "apigatewayv2-codec/server";
import {
  generateFrom,
  importFiles,
  repository,
  type Exports,
} from "../codegen/support/generated.js";
import { list, map, model, operation, structure, union } from "../codegen/support/models.js";
import { protocols } from "./support/hostile-protocols.js";

/*
 * Whatever a peer sends in any protocol, a client throws one of its own errors and a server answers
 * 400 in the form of the protocol. Work that grows faster than a body would take hours here.
 */

const given = (protocol: string): object =>
  model(
    {
      Do: operation("/do", { input: "Thing", output: "Thing", errors: ["Oops"] }),
      Thing: structure({
        text: "String",
        number: "Integer",
        numbers: "Integers",
        map: "Texts",
        when: "Timestamp",
        data: "Blob",
        one: "One",
        tree: "Tree",
      }),
      Integers: list("Integer"),
      Texts: map("String"),
      One: union({ a: "String", b: "Integer" }),
      Tree: structure({ tree: "Tree", text: "String", trees: "Trees" }),
      Trees: list("Tree"),
      Oops: structure({ message: "String", tree: "Tree" }, { error: "client", httpError: 418 }),
    },
    {
      traits: {
        [protocol]: {},
        "aws.auth#sigv4": { name: "weather" },
        "smithy.api#xmlNamespace": { uri: "urn:weather" },
      },
    },
  );

type Thrown = Error & Record<string, unknown>;
type Client = Readonly<Record<"do", () => Promise<object>>>;

describe.each(protocols)(
  "$name",
  ({ name, trait, type, request, refused, accepted, readError, writeError }) => {
    let response: { readonly statusCode: number; readonly body: string | Uint8Array };
    let client: Client;
    let handler: Handler<object>;
    let index: Exports;
    const received: unknown[] = [];
    const failures: unknown[] = [];

    beforeAll(async () => {
      const server = request !== undefined;
      const { files } = await generateFrom(given(trait), { client: true, server });
      const folder = `hostile-${name}`;
      index = await importFiles(folder, files);
      const load = async (file: string): Promise<Exports> =>
        (await import(
          /* @vite-ignore */ join(repository, "test/.generated", folder, file)
        )) as Exports;
      const { Weather } = (await load("client.ts")) as { Weather: new (config: object) => Client };
      client = new Weather({
        endpoint: "https://service.example",
        region: "us-east-1",
        credentials: { accessKeyId: "a", secretAccessKey: "s" },
        maxAttempts: 1,
        requestHandler: {
          handle: () => {
            const headers = { "content-type": type, "x-amzn-requestid": "the-id" };
            return Promise.resolve({ response: { ...response, headers } });
          },
        },
      });
      if (!server) return;
      const { createHandler } = (await load("server.ts")) as {
        createHandler: (functions: object, options: object) => Handler<object>;
      };
      const functions = { Do: (input: unknown) => received.push(input) && {} };
      handler = createHandler(functions, { onError: (error: unknown) => failures.push(error) });
    });

    const call = async (): Promise<unknown> => client.do().catch((error: unknown) => error);

    it("has clients that refuse what is wrong", async () => {
      for (const { name: what, body } of refused) {
        response = { statusCode: 200, body };
        const error = (await call()) as Thrown;
        expect(error, what).toBeInstanceOf(index["SerializationException"]);
        expect(error, what).toMatchObject({
          name: "SerializationException",
          $fault: "server",
          $metadata: { httpStatusCode: 200, requestId: "the-id", attempts: 1 },
        });
        expect(error.message, what).toMatch(/^Expected /);
      }
    });

    it("has clients that read what is right", async () => {
      for (const { name: what, body } of accepted) {
        response = { statusCode: 200, body };
        expect(await call(), what).toMatchObject({ text: "a" });
      }
    });

    it.each([400, 503])("has clients that read any error of status %s", async (statusCode) => {
      for (const { name: what, body } of [...refused, ...accepted]) {
        response = { statusCode, body };
        expect(await call(), what).toMatchObject({
          name: "UnknownError",
          $fault: statusCode < 500 ? "client" : "server",
          $metadata: { httpStatusCode: statusCode, requestId: "the-id", attempts: 1 },
        });
      }
    });

    it.runIf(request)("has servers that refuse what is wrong", async () => {
      for (const { name: what, body } of refused) {
        const answer = await handler.handle({ method: "POST", ...request, body } as never);
        expect({ what, status: answer.statusCode }).toEqual({ what, status: 400 });
        expect(answer.headers["content-type"], what).toBe(type);
        expect(readError(answer.body as string), what).toMatchObject({
          Code: "SerializationException",
          message: expect.stringMatching(/^Expected /) as string,
        });
      }
      expect(received).toEqual([]);
      expect(failures).toEqual([]);
    });

    it.runIf(request)("has servers that read what is right", async () => {
      for (const { name: what, body } of accepted) {
        received.length = 0;
        const answer = await handler.handle({ method: "POST", ...request, body } as never);
        expect({ what, status: answer.statusCode }).toEqual({ what, status: 200 });
        expect(received, what).toMatchObject([{ text: "a" }]);
      }
      expect(failures).toEqual([]);
    });

    it.each(["__proto__", "constructor", "toString", "a b", "Oops"])(
      "has clients that read an error with the code %s and members that are wrong",
      async (code) => {
        response = { statusCode: 400, body: writeError(code) };
        const error = (await call()) as Thrown;
        expect(error).toMatchObject({
          name: code,
          message: "m",
          $metadata: { httpStatusCode: 400 },
        });
        expect(error).toBeInstanceOf(
          code === "Oops" ? index["Oops"] : index["WeatherServiceException"],
        );
      },
    );

    it.runIf(request).each(["__proto__", "constructor", "toString", "", "Do ", "do"])(
      "has servers without an operation %s",
      async (operation) => {
        const replaced = (text: string): string => text.replace(/\bDo$/, operation);
        const { path = "", headers = {} } = request ?? {};
        const entries = Object.entries(headers).map(
          ([key, value]) => [key, replaced(value)] as const,
        );
        const answer = await handler.handle({
          method: "POST",
          path: path === "/do" ? `/${operation}x` : replaced(path),
          headers: Object.fromEntries(entries),
          body: new Uint8Array(),
        });
        expect(answer).toMatchObject({ statusCode: 404, headers: { "content-type": type } });
        expect(readError(answer.body as string)).toMatchObject({
          Code: "UnknownOperationException",
        });
      },
    );

    it("leaves prototypes as they were", () => {
      expect(({} as Record<string, unknown>)["number"]).toBeUndefined();
      expect(Object.keys(Object.prototype)).toEqual([]);
    });
  },
);
