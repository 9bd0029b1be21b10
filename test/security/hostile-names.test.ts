import { beforeAll, describe, expect, it } from "vitest";
import { compileErrors } from "../codegen/support/compile.js";
import {
  functionOf,
  generateFrom,
  importFiles,
  operationOf,
  type Exports,
} from "../codegen/support/generated.js";
import {
  enumeration,
  list,
  map,
  member,
  model,
  operation,
  simple,
  structure,
  union,
  type Json,
} from "../codegen/support/models.js";

/*
 * Every name that Smithy's grammar allows is generated: members keep theirs, on the wire and in
 * memory; shapes whose name is taken get a `$`.
 */

const inherited = `__proto__ constructor toString valueOf hasOwnProperty __defineGetter__`.split(
  " ",
);
const reserved =
  `arguments await class delete enum default import in new return this undefined yield string`.split(
    " ",
  );
const special = `then name message toJSON length prototype`.split(" ");
/** Names of variables and, with a suffix, of helpers in generated functions. */
const locals =
  `value json wire here headers body options request response failure item index read parseFloat write readEvent check`.split(
    " ",
  );
const words = [...inherited, ...reserved, ...special, ...locals];

/** As an object literal, but `__proto__` is a key like any other. */
function record<T>(keys: readonly string[], make: (key: string) => T): Record<string, T> {
  return Object.fromEntries(keys.map((key) => [key, make(key)]));
}

const each = (target: string, traits: Json = {}): Record<string, Json> =>
  record(words, () => member(target, traits));

const globals =
  `Date Record Error Unit Uint8Array Function Map Object String Promise Infinity`.split(" ");
const helpers =
  `readString at root here JsonObject Key ReadPlace CheckPlace Failure readText`.split(" ");
const ours =
  `WeatherServiceException SerializationException ValidationException serializeError ServiceException Issue Input Output`.split(
    " ",
  );
const shapeNames = [
  ...globals,
  ...helpers,
  ...ours,
  "Foo",
  "foo",
  "FOO",
  "FooMembers",
  "FooSchema",
  "con",
];
const errorNames = `value failure error then options wire errors TypeError`.split(" ");

const hostileNames = model({
  Body: operation("/body", { input: "Plain", output: "Plain", errors: ["Oops"] }),
  Labels: operation(`/labels/${words.map((word) => `{${word}}`).join("/")}`, { input: "Labelled" }),
  Query: operation("/query", { input: "Queried" }),
  Headers: operation("/headers", { input: "Headed", output: "Headed", errors: ["HeadedOops"] }),
  ...record(
    ["__proto__", "constructor", "read"].map((name) => `Pay_${name}`),
    (name) => operation(`/${name}`, { input: `Paid_${name}`, output: `Paid_${name}` }),
  ),
  ...Object.fromEntries(
    ["__proto__", "constructor", "read"].map((name) => [
      `Paid_Pay_${name}`,
      structure({
        ...record([name], () => member("Text", { httpPayload: {} })),
        Code: member("Integer", { httpHeader: "x" }),
      }),
    ]),
  ),
  Text: structure({ a: "String" }),
  Nested: operation("/nested", { input: "Nest", output: "Nest" }),
  Plain: structure(each("String")),
  Oops: structure(each("String"), { error: "client" }),
  Labelled: structure(each("String", { httpLabel: {}, required: {} })),
  Queried: structure(record(words, (word) => member("Float", { httpQuery: word }))),
  Headed: structure(record(words, (word) => member("Float", { httpHeader: word }))),
  HeadedOops: structure(
    record(words, (word) => member("String", { httpHeader: `x-${word}` })),
    {
      error: "client",
    },
  ),
  Nest: structure({
    one: "One",
    list: "Ones",
    map: "OnesByName",
    required: "Needed",
    patterned: "Patterned",
    kind: "Kind",
  }),
  One: union(each("String")),
  Ones: list("One"),
  OnesByName: map("One"),
  Needed: structure(each("Integer", { required: {} })),
  Patterned: structure(each("Lower")),
  Lower: simple("string", { pattern: "^[a-z]+$", length: { min: 1 } }),
  Kind: enumeration(record(words, (word) => word)),

  Names: operation("/names", { input: "AllNames", output: "AllNames", errors: errorNames }),
  readString: operation("/readString", { input: "Foo" }),
  AllNames: structure(
    record(
      shapeNames.map((name) => `m${name}`),
      (name) => member(`shapes#${name.slice(1)}`),
    ),
  ),
  ...Object.fromEntries(
    shapeNames.map((name) => [
      `shapes#${name}`,
      structure({
        name: "String",
        when: "Timestamp",
        bytes: "Blob",
        json: "Document",
        text: "Text",
      }),
    ]),
  ),
  Foo: structure({ a: "String" }),
  ...record(errorNames, () => structure({ message: "String", text: "Text" }, { error: "client" })),
});

describe("hostile names", () => {
  let files: ReadonlyMap<string, string>;
  let exported: Exports;

  beforeAll(async () => {
    ({ files } = await generateFrom(hostileNames));
    exported = await importFiles("hostile-names", files);
  });

  it("compile under the strictest settings", () => {
    expect(compileErrors(files)).toEqual([]);
  });

  it("make files that stay apart on a disk that ignores case", () => {
    const paths = [...files.keys()].map((path) => path.toLowerCase());
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.filter((path) => /(?:^|\/)(?:con|nul|aux|prn)\./.test(path))).toEqual([]);
    expect(
      [...files.keys()].filter((path) => !/^[\w$-]+(?:\/[\w$-]+){0,2}\.(?:ts|json)$/.test(path)),
    ).toEqual([]);
  });

  const text = record(words, (word) => word);
  const numbers = record(words, (word) => word.length + 0.5);

  it.each([
    ["Body", text],
    ["Labels", text],
    ["Query", numbers],
    ["Headers", numbers],
    [
      "Pay___proto__",
      Object.fromEntries([
        ["__proto__", { a: "x" }],
        ["Code", 1],
      ]),
    ],
    ["Pay_constructor", { constructor: { a: "x" }, Code: 1 }],
    ["Pay_read", { read: { a: "x" }, Code: 1 }],
    [
      "Nested",
      { required: record(words, (word) => word.length), patterned: record(words, () => "abc") },
    ],
    ["Nested", { list: words.map((word) => record([word], () => "x")) }],
    ["Nested", { map: record(words, (word) => record([word], () => "x")) }],
    ["Nested", { kind: "__proto__" }],
  ])("come back from a request to %s", (name, input) => {
    const { serializeRequest, deserializeRequest } = operationOf(exported, name);
    const request = serializeRequest(input);
    const { body } = request;
    const sent =
      typeof body === "string" ? { ...request, body: new TextEncoder().encode(body) } : request;
    expect(entriesOf(deserializeRequest(sent))).toEqual(entriesOf(input));
    // What is not there is not found on the prototype instead.
    expect(({} as Json)["a"]).toBeUndefined();
  });

  it.each(["Body", "Nested"])("are absent from %s where they are not given", (name) => {
    const { serializeRequest, deserializeRequest } = operationOf(exported, name);
    expect(Reflect.ownKeys(deserializeRequest(serializeRequest({})) as object)).toEqual([]);
  });

  it("do not hide that a required member is missing", () => {
    const validate = functionOf(exported, "validateNeeded");
    const all = record(words, () => 1);
    expect(validate(all)).toMatchObject({ ok: true });
    for (const word of words) {
      const some = Object.fromEntries(Object.entries(all).filter(([key]) => key !== word));
      const issues = [{ path: `/${word}`, constraint: "required" }];
      expect(validate(some)).toMatchObject({ ok: false, issues });
    }
  });

  it("are checked in structures and unions alike", () => {
    const validate = functionOf(exported, "validatePatterned");
    const bad = validate(record(words, () => "A")) as { issues: { path: string }[] };
    expect(bad.issues.map(({ path }) => path).sort()).toEqual(
      words.map((word) => `/${word}`).sort(),
    );
    const validateOne = functionOf(exported, "validateOne");
    for (const word of words) {
      expect(validateOne(record([word], () => "x"))).toMatchObject({ ok: true });
      expect(validateOne(record([word], () => 5))).toMatchObject({
        issues: [{ path: `/${word}` }],
      });
    }
  });

  it.each(["Oops", "HeadedOops"])(
    "are members of the error %s, beside those that errors have",
    (name) => {
      const wire = record(words, (word) => `the ${word}`);
      const response = {
        statusCode: 400,
        headers: {
          "x-amzn-errortype": name,
          ...(name === "HeadedOops"
            ? record(
                words.map((word) => `x-${word}`),
                (key) => `the ${key.slice(2)}`,
              )
            : {}),
        },
        body: JSON.stringify(wire),
      };
      const { deserializeResponse } = operationOf(exported, name === "Oops" ? "Body" : "Headers");
      const error = caught(() => deserializeResponse(response));
      expect(error).toBeInstanceOf(exported[name]);
      expect(error).toMatchObject({ name, message: "the message", $fault: "client" });
      expect(error.stack).toContain(name);
      for (const word of words) {
        const property = /^(?:name|constructor|toString|valueOf|hasOwnProperty|__.*__)$/.test(word)
          ? `${word}$`
          : word;
        expect(Reflect.get(error, property)).toBe(`the ${word}`);
      }
      const written = functionOf(exported, "serializeError")(error) as {
        body: string;
        headers: Json;
      };
      expect(written).toMatchObject({ statusCode: 400 });
      if (name === "Oops") expect(entriesOf(JSON.parse(written.body))).toEqual(entriesOf(wire));
      else
        expect(written.headers).toMatchObject({
          "x-tostring": "the toString",
        });
    },
  );

  it.each(shapeNames)("shape %s: works, whatever it is called", (name) => {
    const { serializeRequest, deserializeRequest } = operationOf(exported, "Names");
    const input = {
      [`m${name}`]: {
        name,
        when: new Date(0),
        bytes: new Uint8Array([1, 2]),
        json: { a: [1] },
        text: { a: "b" },
      },
    };
    expect(deserializeRequest(serializeRequest(input))).toEqual(input);
  });

  it.each(errorNames)("error %s: is thrown and written back, whatever it is called", (name) => {
    const { deserializeResponse } = operationOf(exported, "Names");
    const body = JSON.stringify({ message: "no", text: { a: "b" } });
    const response = { statusCode: 400, headers: { "x-amzn-errortype": name }, body };
    const error = caught(() => deserializeResponse(response));
    expect(error).toMatchObject({ name, message: "no", text: { a: "b" } });
    expect(functionOf(exported, "serializeError")(error)).toMatchObject(response);
  });

  it("leave our own names where nothing of the model has them, else with a suffix", () => {
    expect(exported).toHaveProperty("WeatherServiceException");
    expect(exported).toHaveProperty("serializeError");
    expect(exported).toHaveProperty("SerializationException$$");
    expect(exported).toHaveProperty("ValidationException$$");
    const { deserializeRequest } = operationOf(exported, "Body");
    const error = caught(() => deserializeRequest({ path: "/elsewhere" }));
    expect(error).toBeInstanceOf(exported["SerializationException$$"]);
  });
});

function caught(action: () => unknown): Error {
  try {
    action();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("nothing was thrown");
}

/** The entries of an object at any depth, so that a key `__proto__` is compared like any other. */
function entriesOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Reflect.ownKeys(value)
    .map(
      (key) =>
        [String(key), entriesOf(Object.getOwnPropertyDescriptor(value, key)?.value)] as const,
    )
    .sort(([left], [right]) => (left < right ? -1 : 1));
}
