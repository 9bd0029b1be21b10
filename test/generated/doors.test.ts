import * as codec from "apigatewayv2-codec";
import { describe, expect, it } from "vitest";
import { importModel, type Exports } from "../codegen/support/generated.js";
import {
  list,
  map,
  member,
  model,
  operation,
  simple,
  structure,
  union,
} from "../codegen/support/models.js";

/*
 * A door is a function or class that the index exports. Whatever is passed to one, with or without regard
 * to its types: it returns, or throws one of the package's own errors.
 */

const doors = model({
  Do: operation("/do/{label}", { input: "In", output: "Thing", errors: ["Oops"] }),
  Search: operation("/search?list=yes", { input: "Bound", output: "Bound" }),
  In: structure({
    label: member("String", { httpLabel: {}, required: {} }),
    token: member("String", { idempotencyToken: {} }),
    thing: "Thing",
  }),
  Thing: structure({
    text: member("Matched"),
    map: "Map",
    list: "List",
    one: "One",
    document: "Document",
    blob: "Blob",
    time: "Timestamp",
    big: "BigInteger",
    float: "Double",
  }),
  Bound: structure({
    header: member("String", { httpHeader: "x-header" }),
    headers: member("List", { httpHeader: "x-list" }),
    prefixed: member("Map", { httpPrefixHeaders: "x-p-" }),
    query: member("Map", { httpQueryParams: {} }),
    queries: member("List", { httpQuery: "q" }),
    base64: member("Media", { httpHeader: "x-media" }),
  }),
  Oops: structure({ Message: "String", thing: "Thing" }, { error: "client", httpError: 418 }),
  One: union({ text: "String", thing: "Thing" }),
  Map: map("String"),
  List: list("String"),
  Media: simple("string", { mediaType: "application/json" }),
  Matched: simple("string", { pattern: "^[a-z]+$" }),
});

class Odd {
  readonly #statusCode = 200;
  get statusCode(): number {
    return this.#statusCode;
  }
}

const junk: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  NaN,
  5n,
  "",
  "text",
  Symbol("x"),
  () => null,
  () => ({ test: 1 }),
  [],
  [null],
  [["a", 1]],
  {},
  new Date(),
  new Map<unknown, unknown>([[1, 2]]),
  new Set([1]),
  new Headers({ "content-type": "text/plain" }),
  new URLSearchParams("a=1"),
  new Uint8Array(2),
  new Error("x"),
  new Odd(),
  Object.create(null),
  Object.create({ path: "/do/a", statusCode: 200 }),
];

/** Objects in which one part of what a door reads is junk. */
function messages(): unknown[] {
  const request = { method: "GET", path: "/search", query: { list: "yes" }, headers: {} };
  return junk.flatMap((value) => [
    ...["method", "path", "query", "headers", "body", "hostPrefix"].map((name) => ({
      ...request,
      [name]: value,
    })),
    { ...request, query: { list: "yes", q: value }, headers: { "X-Header": value } },
    { ...request, query: { list: value }, headers: { "x-list": [value], "x-p-a": value } },
    { ...request, path: "/do/a", method: "POST", body: value, headers: { accept: value } },
    { ...request, headers: { "content-type": value, "x-media": value } },
    ...["statusCode", "headers", "body"].map((name) => ({
      statusCode: 200,
      headers: {},
      [name]: value,
    })),
    { statusCode: 418, headers: { "x-amzn-errortype": value } },
    { statusCode: 418, body: JSON.stringify({ __type: "Oops", Message: 5 }) },
    { label: "a", token: value, thing: value },
    { label: "a", thing: { text: value, map: value, list: value, one: value, document: value } },
    { label: "a", thing: { blob: value, time: value, big: value, float: value } },
    { label: "a", thing: { map: { a: value }, list: [value], one: { $unknown: value } } },
    { label: "a", thing: { one: { thing: { one: { text: value } } } } },
    { text: value, map: value, list: value, one: value, document: [value], blob: value },
    { header: value, headers: [value], prefixed: { a: value }, query: { a: value }, base64: value },
    { headers: value, prefixed: value, query: value, queries: value },
    { message: value, Message: value, thing: value, $metadata: value },
    { text: "a", patternEngine: value },
    { idempotencyToken: value, gzip: value, minCompressionSize: value },
    { patternEngine: value, libraryOptions: value, target: value },
    { target: "draft-07", libraryOptions: { patternEngine: value } },
    { signal: value, stream: value, validate: value },
  ]);
}

type Door = readonly [name: string, call: (...given: unknown[]) => unknown];

function doorsOf(exports: Exports): Door[] {
  return Object.entries(exports).flatMap(([name, value]): Door[] => {
    if (typeof value === "function") {
      const isClass = value.toString().startsWith("class");
      return [
        [
          name,
          (...given) =>
            isClass
              ? (Reflect.construct(value, given) as unknown)
              : (Reflect.apply(value, undefined, given) as unknown),
        ],
      ];
    }
    if (typeof value !== "object" || value === null) return [];
    if ("~standard" in value) {
      const { validate, jsonSchema } = (value as { "~standard": Record<string, unknown> })[
        "~standard"
      ] as { validate: Door[1]; jsonSchema: { input: Door[1]; output: Door[1] } };
      return [
        [`${name}.validate`, validate],
        [`${name}.input`, jsonSchema.input],
        [`${name}.output`, jsonSchema.output],
      ];
    }
    return doorsOf(value as Exports).map(([inner, call]) => [`${name}.${inner}`, call]);
  });
}

/** The package's error classes take what their types say; nobody but the package creates them. */
const internal =
  /^(?:SerializationException|ValidationException|UnsupportedMediaTypeException|NotAcceptableException)$/;

const failures = new Set<string>();

async function check(exports: Exports, [name, call]: Door, given: unknown[]): Promise<void> {
  try {
    await call(...given);
  } catch (error) {
    const isOwn =
      error instanceof (exports["SerializationException"] as typeof Error) ||
      error instanceof (exports["ValidationException"] as typeof Error) ||
      error instanceof (exports["UnsupportedMediaTypeException"] as typeof Error) ||
      error instanceof (exports["NotAcceptableException"] as typeof Error) ||
      Object.entries(exports).some(
        ([key, value]) =>
          key.endsWith("ServiceException") && error instanceof (value as typeof Error),
      );
    if (!isOwn) failures.add(`${name} threw ${String(error)}`);
  }
}

describe("every door takes junk and throws errors of the package alone", () => {
  it("of a model with every binding", async () => {
    const exports = await importModel("doors", doors);
    for (const door of doorsOf(exports).filter(([name]) => !internal.test(name))) {
      for (const value of [...junk, ...messages()]) {
        await check(exports, door, [value]);
        await check(exports, door, [{ label: "a", text: "abc", path: "/do/a" }, value]);
        await check(exports, door, [{ text: "abc" }, value]);
      }
    }
    expect([...failures]).toEqual([]);
  });

  it("of API Gateway", async () => {
    const exports = codec as unknown as Exports;
    const found = doorsOf(exports).filter(([name]) => !internal.test(name));
    expect(found.length).toBeGreaterThan(1000);
    for (const door of found) {
      for (const value of junk) {
        await check(exports, door, [value]);
        await check(exports, door, [{}, value]);
      }
    }
    expect([...failures]).toEqual([]);
  });
});
