import { describe, expect, it } from "vitest";
import { protocolRules } from "../../../codegen/src/ir/protocol.js";
import {
  id,
  member,
  model,
  modelOf,
  operation,
  simple,
  structure,
  type Json,
} from "../support/models.js";
import { build, errorsOf } from "../support/problems.js";

const supported = `the supported protocols are ${Object.values(protocolRules)
  .map(({ trait }) => trait)
  .join(", ")}`;

const service = (operations: readonly string[] = []): Json => ({
  type: "service",
  version: "1",
  operations: operations.map((name) => ({ target: `test#${name}` })),
  traits: { "aws.protocols#restJson1": {} },
});

describe("the selected service", () => {
  it("is the only one, or the one that is named by its id or its name", () => {
    const one = model({ Do: operation("/") });
    const two = model({ Do: operation("/"), Other: service() });
    expect(build(one).id).toBe("test#Weather");
    expect(build(two, { service: "test#Other" }).id).toBe("test#Other");
    expect(build(two, { service: "Weather" }).id).toBe("test#Weather");
  });

  it.each<[string, Json, { service?: string; operations?: string[] }, string[]]>([
    [
      "several services and none named",
      model({ Other: service() }),
      {},
      ["the model has several services; select one with --service: test#Other, test#Weather"],
    ],
    ["no service", { smithy: "2.0", shapes: {} }, {}, ["the model has no service"]],
    [
      "a misspelt service",
      model({}),
      { service: "test#Wether" },
      [
        "test#Wether: is not a service of this model; available services: test#Weather. Did you mean test#Weather?",
      ],
    ],
    [
      "a shape that is no service",
      model({ Do: operation("/") }),
      { service: "test#Do" },
      ["test#Do: is not a service of this model; available services: test#Weather."],
    ],
    [
      "misspelt operations",
      model({ GetThing: operation("/a"), PutThing: operation("/b") }),
      { operations: ["getthing", "Nothing", "GetThing"] },
      [
        'test#Weather: has no operation "getthing". Did you mean GetThing?',
        'test#Weather: has no operation "Nothing".',
      ],
    ],
    [
      "another protocol",
      model(
        {},
        {
          traits: {
            "aws.protocols#future": {},
            "smithy.protocols#other": {},
            "aws.auth#sigv4": {},
          },
        },
      ),
      {},
      [`test#Weather: uses aws.protocols#future, smithy.protocols#other; ${supported}`],
    ],
    [
      "no protocol",
      model({}, { traits: {} }),
      {},
      [`test#Weather: uses no protocol; ${supported}`],
    ],
  ])("is refused: %s", (_, given, selection, want) => {
    expect(errorsOf(() => build(given, selection))).toEqual(
      want.map((line) => `model.json: ${line}`),
    );
  });
});

describe("operations", () => {
  const deep = model(
    {
      Top: operation("/top"),
      Listed: operation("/listed"),
      Read: operation("/read"),
      Extra: operation("/extra"),
    },
    { operations: [{ target: "test#Top" }], resources: [{ target: "test#R0" }] },
  );
  const chain = Object.fromEntries(
    Array.from({ length: 5000 }, (_, index) => [
      `test#R${index}`,
      {
        type: "resource",
        ...(index === 4999
          ? {
              read: { target: "test#Read" },
              list: { target: "test#Listed" },
              collectionOperations: [{ target: "test#Extra" }],
            }
          : { resources: [{ target: `test#R${index + 1}` }, { target: "test#R0" }] }),
      },
    ]),
  );

  it("are found under resources at any depth, also where resources go in circles", () => {
    const found = build({ ...deep, shapes: { ...(deep["shapes"] as Json), ...chain } });
    expect(found.operations.map(({ name }) => name)).toEqual(["Extra", "Listed", "Read", "Top"]);
  });

  it("are narrowed, and the shapes with them, by name or id", () => {
    const given = model({
      A: operation("/a", { input: "AIn" }),
      B: operation("/b", { input: "BIn", errors: ["E"] }),
      AIn: structure({ x: "String" }),
      BIn: structure({ x: "String" }),
      E: structure({}, { error: "client" }),
    });
    const names = (operations: string[]): string[][] => {
      const built = build(given, { operations });
      return [built.operations, built.shapes, built.errors].map((all) =>
        all.map(({ name }) => name),
      );
    };
    expect(names(["A"])).toEqual([["A"], ["AIn"], []]);
    expect(names(["test#B"])).toEqual([["B"], ["BIn", "E"], ["E"]]);
    expect(names(["B", "A"])).toEqual([["A", "B"], ["AIn", "BIn", "E"], ["E"]]);
  });

  it("have the errors of their service beside their own", () => {
    const given = model(
      {
        Do: operation("/", { errors: ["Mine"] }),
        Mine: structure({}, { error: "client", httpError: 418 }),
        Ours: structure({}, { error: "server" }),
      },
      { errors: [{ target: "test#Ours" }] },
    );
    const [found] = build(given).operations;
    expect(found?.errors.map(({ name, error }) => [name, error?.statusCode])).toEqual([
      ["Mine", 418],
      ["Ours", 500],
    ]);
  });
});

describe("names", () => {
  const symbols = (given: Json): Record<string, readonly [string, string]> => {
    const { shapes, operations } = build(given);
    return Object.fromEntries(
      [...operations, ...shapes].map(({ id, symbol, file }) => [id, [symbol, file]]),
    );
  };

  it("follow the service's renames", () => {
    const given = model(
      {
        Do: operation("/", { input: "In" }),
        In: structure({ a: member("other#Thing"), b: member("Thing") }),
        Thing: structure({}),
        "other#Thing": structure({}),
      },
      { rename: { "other#Thing": "OtherThing" } },
    );
    expect(symbols(given)).toMatchObject({
      "other#Thing": ["OtherThing", "shapes/OtherThing"],
      "test#Thing": ["Thing", "shapes/Thing"],
    });
  });

  it.each<[string, string, readonly [string, string]]>([
    ["an operation", "other#Do", ["Do$", "shapes/Do"]],
    ["a reserved word", "class", ["class$", "shapes/class"]],
    ["a type that the code uses", "Record", ["Record$", "shapes/Record"]],
    [
      "the base of errors",
      "WeatherServiceException",
      ["WeatherServiceException$", "shapes/WeatherServiceException"],
    ],
    ["our own function", "serializeError", ["serializeError$", "shapes/serializeError"]],
    ["a function of another shape", "readIn", ["readIn$", "shapes/readIn"]],
    ["another shape but for case", "in", ["in$", "shapes/in$"]],
    ["a device of Windows", "Nul", ["Nul", "shapes/Nul$"]],
  ])("get a suffix where they are those of %s", (_, name, want) => {
    const given = model({
      Do: operation("/", { input: "In" }),
      In: structure({ a: member(name), b: "List" }),
      List: { type: "list", member: member(name) },
      [name]: structure({}),
    });
    expect(symbols(given)[id(name)]).toEqual(want);
  });

  it.each([
    ["ApiGatewayV2", "ApiGatewayV2ServiceException"],
    ["Lex Runtime V2", "LexRuntimeV2ServiceException"],
    ["a-b_c.d", "ABCDServiceException"],
    ["1 */ x", "Service1XServiceException"],
    ["日本", "ServiceServiceException"],
  ])("of the service %j make the base of errors %s", (sdkId, want) => {
    const traits = { "aws.protocols#restJson1": {}, "aws.api#service": { sdkId } };
    expect(build(model({}, { traits })).exceptionName).toBe(want);
  });
});

describe("values that could never end", () => {
  it.each<[string, Json, string[]]>([
    [
      "a structure that requires itself",
      modelOf({ a: member("Thing", { required: {} }) }),
      ["test#Thing: is a structure that requires itself, so every value would be infinite"],
    ],
    [
      "structures that require each other",
      modelOf(
        { b: member("B", { required: {} }) },
        { B: structure({ t: member("Thing", { required: {} }) }) },
      ),
      [
        "test#B: is a structure that requires itself, so every value would be infinite",
        "test#Thing: is a structure that requires itself, so every value would be infinite",
      ],
    ],
    [
      "a list of itself",
      modelOf({ a: "L" }, { L: { type: "list", member: member("L") } }),
      ["test#L: is a collection that contains only itself, so every value would be infinite"],
    ],
    [
      "a map of lists of that map",
      modelOf(
        { a: "M" },
        {
          L: { type: "list", member: member("M") },
          M: { type: "map", key: member("String"), value: member("L") },
        },
      ),
      [
        "test#L: is a collection that contains only itself, so every value would be infinite",
        "test#M: is a collection that contains only itself, so every value would be infinite",
      ],
    ],
  ])("are refused: %s", (_, given, want) => {
    expect(errorsOf(() => build(given)).sort()).toEqual(want.map((line) => `model.json: ${line}`));
  });

  it("are told from recursion that ends, which is marked", () => {
    const given = modelOf(
      { self: "Thing", list: "List", flat: "Flat", tree: member("Tree", { required: {} }) },
      {
        List: { type: "list", member: member("Thing") },
        Flat: structure({ a: "String" }),
        Tree: { type: "union", members: { leaf: member("String"), node: member("Node") } },
        Node: structure({ left: member("Tree", { required: {} }) }),
      },
    );
    const { shapes } = build(given);
    expect(Object.fromEntries(shapes.map(({ name, recursive }) => [name, recursive]))).toEqual({
      Flat: false,
      List: true,
      Node: true,
      Thing: true,
      Tree: true,
    });
  });

  it("are looked for without exhausting the stack", () => {
    const chain = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => [
        `S${index}`,
        structure(index === 19_999 ? {} : { next: member(`S${index + 1}`, { required: {} }) }),
      ]),
    );
    expect(build(modelOf({ a: "S0" }, chain)).shapes).toHaveLength(20_001);
  });
});

describe("simple shapes", () => {
  it("have no file and no name of their own", () => {
    const given = modelOf({ a: "Class", b: "Long" }, { Class: simple("string") });
    expect(build(given).shapes.map(({ name }) => name)).toEqual(["Thing"]);
  });
});
