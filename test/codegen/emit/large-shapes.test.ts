import { describe, expect, it } from "vitest";
import { compileErrors } from "../support/compile.js";
import {
  functionOf,
  generateFrom,
  importFiles,
  operationOf,
  type Exports,
} from "../support/generated.js";
import {
  enumeration,
  list,
  member,
  model,
  operation,
  structure,
  union,
  type Json,
} from "../support/models.js";

/*
 * The compiler gives up on a function whose flow of control is too long (TS2563), takes time quadratic
 * in its length, and text quadratic in the members of a union is too much for any tool. What is
 * generated of a shape of any size must compile, round-trip and validate.
 */

const timeout = 240_000;
const size = 1000;
const names = Array.from({ length: size }, (_, index) => `m${index}`);

function members(target: (index: number) => string | Json): Record<string, string | Json> {
  return Object.fromEntries(names.map((name, index) => [name, target(index)]));
}

function valuesOf(value: (index: number) => unknown): Json {
  return Object.fromEntries(names.map((name, index) => [name, value(index)]));
}

/** Generates code that has to compile, and imports it. */
async function importCompiled(name: string, shapes: Record<string, Json>): Promise<Exports> {
  const { files } = await generateFrom(model(shapes), { arbitraries: true });
  expect(compileErrors(files)).toEqual([]);
  return importFiles(`large-shapes-${name}`, files);
}

/** The functions of an operation agree with each other on its input and its output. */
function expectRoundTrips(exports: Exports, name: string, input: unknown, output: unknown): void {
  const codec = operationOf(exports, name);
  expect(codec.deserializeRequest(codec.serializeRequest(input))).toEqual(input);
  expect(codec.deserializeResponse(codec.serializeResponse(output) as object)).toEqual(output);
}

const kinds = ["String", "Integer", "Timestamp", "Blob", "Leaf"] as const;
const samples = ["a", 1, new Date(0), new Uint8Array([1]), { text: "b" }];

describe(`shapes with ${size} members`, () => {
  it(
    "structures in bodies",
    async () => {
      const exports = await importCompiled("structure", {
        Do: operation("/do", { input: "Thing", output: "Thing", errors: ["Failed"] }),
        Thing: structure(
          members((index) =>
            member(kinds[index % 5] ?? "", index % 3 === 0 ? { required: {} } : {}),
          ),
        ),
        Failed: structure(
          members((index) =>
            member(kinds[index % 5] ?? "", index % 3 === 0 ? { required: {} } : {}),
          ),
          { error: "client" },
        ),
        Leaf: structure({ text: "String" }),
      });
      const value = valuesOf((index) => samples[index % 5]);
      expectRoundTrips(exports, "Do", value, value);
      const { issues } = functionOf(exports, "validateThing")(
        valuesOf(() => false),
        { maxIssues: Infinity },
      ) as { issues: unknown[] };
      expect(issues).toHaveLength(size);
      const Failed = exports["Failed"] as new (given: unknown) => Error;
      const failure = functionOf(exports, "serializeError")(new Failed(value)) as object;
      expect(() => operationOf(exports, "Do").deserializeResponse(failure)).toThrow(Failed);
    },
    timeout,
  );

  it(
    "inputs and outputs in queries and headers, and defaults",
    async () => {
      const location = (index: number, isInput: boolean): Json =>
        index % 3 === 0
          ? { default: index }
          : index % 3 === 1 && isInput
            ? { httpQuery: `q${index}`, required: {} }
            : { httpHeader: `h${index}` };
      const exports = await importCompiled("bindings", {
        Do: operation("/do", { input: "Given", output: "Got" }),
        Given: structure(members((index) => member("Integer", location(index, true)))),
        Got: structure(members((index) => member("Integer", location(index, false)))),
      });
      const value = valuesOf((index) => index);
      expectRoundTrips(exports, "Do", value, value);
    },
    timeout,
  );

  it(
    "unions",
    async () => {
      const exports = await importCompiled("union", {
        Do: operation("/do", { input: "Thing", output: "Thing" }),
        Thing: structure({ choices: "Choices" }),
        Choices: list("Choice"),
        Choice: union(members((index) => kinds[index % 5] ?? "")),
        Leaf: structure({ text: "String" }),
      });
      const value = { choices: names.map((name, index) => ({ [name]: samples[index % 5] })) };
      expectRoundTrips(exports, "Do", value, value);
      expect(functionOf(exports, "validateChoice")({ m0: "a", m1: 1 })).toMatchObject({
        ok: false,
      });
    },
    timeout,
  );

  it(
    "streams of events, and events",
    async () => {
      const exports = await importCompiled("events", {
        Do: operation("/do", { input: "Thing", output: "Thing" }),
        Thing: structure({ events: member("Events", { httpPayload: {} }) }),
        Events: union(
          { ...members(() => "Leaf"), body: "Body", headers: "Headers" },
          { streaming: {} },
        ),
        Body: structure(members(() => "String")),
        Headers: structure(members(() => member("Integer", { eventHeader: {} }))),
        Leaf: structure({ text: "String" }),
      });
      const events = [
        { m0: { text: "a" } },
        { m999: { text: "b" } },
        { body: valuesOf(String) },
        { headers: valuesOf(Number) },
      ];
      // Without frames: the marshaller of the test hands the messages through.
      const options = {
        eventStreamMarshaller: {
          serialize: (stream: unknown, write: unknown) => [stream, write],
          deserialize: (stream: unknown, read: unknown) => [stream, read],
        },
      };
      const codec = operationOf(exports, "Do");
      const request = codec.serializeRequest({ events: asStream(events) }, options);
      const [, write] = request["body"] as [unknown, (event: unknown) => Json];
      const input = codec.deserializeRequest({ ...request, body: [] }, options) as {
        events: [unknown, (messages: unknown) => Promise<unknown>];
      };
      for (const event of events) {
        const [name = ""] = Object.keys(event);
        expect(await input.events[1]({ [name]: write(event) })).toEqual(event);
      }
    },
    timeout,
  );
});

async function* asStream(events: readonly unknown[]): AsyncGenerator {
  for (const event of events) yield await Promise.resolve(event);
}

it(
  "enums of 5,000 values compile and validate",
  async () => {
    const values = Array.from({ length: 5000 }, (_, index) => [`V${index}`, `v${index}`] as const);
    const exports = await importCompiled("enum", {
      Do: operation("/do", { input: "Thing", output: "Thing" }),
      Thing: structure({ value: "Value" }),
      Value: enumeration(Object.fromEntries(values)),
    });
    expect(functionOf(exports, "validateThing")({ value: "v4999" })).toMatchObject({ ok: true });
    expect(functionOf(exports, "validateThing")({ value: "v5000" })).toMatchObject({ ok: false });
  },
  timeout,
);

it(
  "operations with 300 errors tell them apart",
  async () => {
    const errors = names.slice(0, 300).map((name) => `${name}Failed`);
    const exports = await importCompiled("errors", {
      Fail: operation("/fail", { errors }),
      ...Object.fromEntries(
        errors.map((name) => [name, structure({ message: "String" }, { error: "client" })]),
      ),
    });
    const Failed = exports["m299Failed"] as new (given: unknown) => Error;
    const failure = functionOf(exports, "serializeError")(new Failed({ message: "no" })) as object;
    expect(() => operationOf(exports, "Fail").deserializeResponse(failure)).toThrow(Failed);
  },
  timeout,
);

it(
  `services of ${size} operations compile`,
  async () => {
    const operations = names.map((name) => [name, operation(`/${name}`, { output: "Thing" })]);
    const { files } = await generateFrom(
      model({
        ...(Object.fromEntries(operations) as Record<string, Json>),
        Thing: structure({ text: "String" }),
      }),
    );
    expect(compileErrors(files)).toEqual([]);
  },
  timeout,
);
