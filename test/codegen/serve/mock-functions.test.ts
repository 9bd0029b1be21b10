import { beforeAll, describe, expect, it } from "vitest";
import type { Handler } from "../../../codegen/runtime/server/server-types.js";
import { readRuntimeSources } from "../../../codegen/src/runtime-sources.js";
import { allowAllOrigins } from "../../../codegen/src/serve/interceptors.js";
import { drawnValue, smallestValue } from "../../../codegen/src/serve/invent-value.js";
import { loadServer, type LoadedServer } from "../../../codegen/src/serve/load-server.js";
import { mockFunctions, type Mock } from "../../../codegen/src/serve/mock-functions.js";
import { bytesOf, member, model, operation, simple, structure, union } from "../support/models.js";

const examples = [
  { title: "wrong", input: { name: "x" }, output: { size: "five" } },
  {
    title: "none",
    input: { name: "none" },
    error: { shapeId: "test#Missing", content: { message: "There is no such file." } },
  },
  {
    title: "all kinds",
    input: { name: "first" },
    output: { size: 5, changed: "2020-01-02T03:04:05Z", data: "aGk=", note: "hi there", big: 7 },
  },
  { title: "second", input: { name: "second" }, output: { size: 6, changed: 1 } },
];

const given = model({
  Find: operation("/find", {
    input: "FindInput",
    output: "File",
    errors: ["Missing"],
    traits: { examples },
  }),
  Make: operation("/make", { code: 201, output: "Required" }),
  Drop: operation("/drop", { code: 204 }),
  Talk: operation("/talk", { output: "Talking" }),
  FindInput: structure({ name: member("String", { required: {} }) }),
  File: structure({
    size: member("Integer", { jsonName: "bytes" }),
    changed: member("Timestamp"),
    data: member("Blob"),
    note: member("Blob"),
    big: member("BigInteger"),
  }),
  Missing: structure({ message: member("String") }, { error: "client", httpError: 404 }),
  Required: structure({
    code: member("Code", { required: {} }),
    count: member("Integer", { required: {}, range: { min: 3 } }),
    other: member("String"),
  }),
  Code: simple("string", { pattern: "^[A-Z]{2}-\\d{3}$" }),
  Talking: structure({ events: member("Events", { httpPayload: {} }) }),
  Events: union({ found: "File" }, { streaming: {} }),
});

let server: LoadedServer;
beforeAll(async () => {
  server = await loadServer({
    model: { name: "model.json", bytes: bytesOf(given) },
    runtime: await readRuntimeSources(),
  });
});

async function post(handler: Handler<object>, path: string, body: object = {}): Promise<object> {
  const headers = { "content-type": "application/json" };
  const text = path === "/find" ? JSON.stringify(body) : undefined;
  const response = await handler.handle({
    ...{ method: "POST", path, body: text },
    headers: text === undefined ? {} : headers,
  });
  const { statusCode, body: answer } = response;
  return {
    statusCode,
    json: typeof answer === "string" ? (JSON.parse(answer) as unknown) : answer,
  };
}

function mockOf(options: Partial<Parameters<typeof mockFunctions>[1]> = {}): Mock {
  return mockFunctions(server, { invent: smallestValue, seed: 1, useExamples: true, ...options });
}

describe("an operation with examples", () => {
  const all = {
    bytes: 5,
    changed: 1577934245,
    data: "aGk=",
    note: Buffer.from("hi there").toString("base64"),
    big: 7,
  };

  it.each([
    ["the output of the example with its input", "second", 200, { bytes: 6, changed: 1 }],
    ["the error of the example with its input", "none", 404, { message: "There is no such file." }],
    ["the first output that conforms to the model, for other inputs", "other", 200, all],
  ])("is answered by %s", async (_, name, statusCode, json) => {
    const handler = server.createHandler(mockOf().functions);
    expect(await post(handler, "/find", { name })).toEqual({ statusCode, json });
  });

  it("validates its input as any other", async () => {
    const handler = server.createHandler(mockOf().functions);
    expect(await post(handler, "/find")).toMatchObject({ statusCode: 400 });
  });

  it("is named, and so are its examples that do not conform to the model", () => {
    expect(mockOf()).toMatchObject({ withExamples: ["Find"], invalid: ["Find: wrong"] });
    expect(mockOf({ useExamples: false })).toMatchObject({ withExamples: [], invalid: [] });
  });
});

describe("an operation without examples", () => {
  it("is answered by required members only, of the smallest size", async () => {
    const handler = server.createHandler(mockOf().functions);
    expect(await post(handler, "/make")).toEqual({
      statusCode: 201,
      json: { code: expect.stringMatching(/^[A-Z]{2}-\d{3}$/) as string, count: 3 },
    });
    expect(await post(handler, "/drop")).toEqual({ statusCode: 204, json: undefined });
  });

  it("is answered by drawn outputs, which the seed repeats and each call changes", async () => {
    const draw = async (seed: number): Promise<object[]> => {
      const { functions } = mockOf({ invent: drawnValue, seed, useExamples: false });
      const handler = server.createHandler(functions);
      const answers: object[] = [];
      for (let call = 0; call < 5; call++)
        answers.push(await post(handler, "/find", { name: "second" }));
      return answers;
    };
    const answers = await draw(7);
    expect(await draw(7)).toEqual(answers);
    expect(await draw(70)).not.toEqual(answers);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBeGreaterThan(1);
    for (const answer of answers) expect(answer).toMatchObject({ statusCode: 200 });
  });
});

it("an operation with events is skipped, and named", async () => {
  const mock = mockOf();
  expect(mock.skipped).toEqual(["Talk"]);
  expect(await post(server.createHandler(mock.functions), "/talk")).toMatchObject({
    statusCode: 404,
  });
});

describe("CORS", () => {
  it("answers preflight requests, and allows every origin to read other answers", async () => {
    const handler = server.createHandler(mockOf().functions, { use: [allowAllOrigins] });
    const preflight = await handler.handle({
      method: "OPTIONS",
      path: "/find",
      headers: { origin: "http://localhost:3000", "access-control-request-method": "POST" },
    });
    expect(preflight).toMatchObject({
      statusCode: 204,
      headers: { "access-control-allow-origin": "*", "access-control-allow-methods": "*" },
    });
    for (const method of ["OPTIONS", "POST"]) {
      const answer = await handler.handle({ method, path: "/nowhere", headers: {} });
      expect(answer).toMatchObject({
        statusCode: 404,
        headers: { "access-control-allow-origin": "*" },
      });
    }
  });
});
