import { describe, expect, it } from "vitest";
import { list, map, member, model, operation, structure, type Json } from "../support/models.js";
import { build, errorsOf } from "../support/problems.js";

/** A model of one operation with pages; the service may have settings, too. */
function paged(
  trait: unknown,
  { service, output = {} }: { service?: unknown; output?: Record<string, string | Json> } = {},
): Json {
  return model(
    {
      List: operation("/list", { input: "In", output: "Out", traits: { paginated: trait } }),
      In: structure({
        token: "String",
        max: "Integer",
        needed: member("String", { required: {} }),
        byKey: "Texts",
        sized: "String",
      }),
      Out: structure({
        token: "String",
        items: "List1",
        names: "Texts",
        result: "Result",
        ...output,
      }),
      Result: structure({ next: "String", found: "List1", inner: "Inner" }),
      Inner: structure({ deep: "String" }),
      List1: list("String"),
      Texts: map("String"),
    },
    service === undefined
      ? {}
      : { traits: { "aws.protocols#restJson1": {}, "smithy.api#paginated": service } },
  );
}

const tokens = { inputToken: "token", outputToken: "token" };

function pagesOf(given: Json): unknown {
  const pages = build(given).operations[0]?.pages;
  if (pages === undefined) return undefined;
  const { items, ...rest } = pages;
  return { ...rest, ...(items && { items: items.path, kind: items.shape.kind }) };
}

describe("the pages of an operation", () => {
  it("are absent without the trait, even if the service has settings", () => {
    const given = paged({}, { service: tokens });
    const shapes = given["shapes"] as Record<string, { traits: Json }>;
    delete shapes["test#List"]?.traits["smithy.api#paginated"];
    expect(pagesOf(given)).toBeUndefined();
  });

  it.each<[string, Json, unknown]>([
    ["need only tokens", paged(tokens), { inputToken: "token", outputToken: ["token"] }],
    [
      "can be those of a list",
      paged({ ...tokens, items: "items", pageSize: "max" }),
      { inputToken: "token", outputToken: ["token"], items: ["items"], kind: "list" },
    ],
    [
      "can be those of a map",
      paged({ ...tokens, items: "names" }),
      { inputToken: "token", outputToken: ["token"], items: ["names"], kind: "map" },
    ],
    [
      "can be nested in the output",
      paged({ inputToken: "token", outputToken: "result.next", items: "result.found" }),
      {
        inputToken: "token",
        outputToken: ["result", "next"],
        items: ["result", "found"],
        kind: "list",
      },
    ],
    [
      "can be set by the service, and by the operation instead",
      paged(
        { items: "items" },
        { service: { ...tokens, outputToken: "result.next", items: "names" } },
      ),
      { inputToken: "token", outputToken: ["result", "next"], items: ["items"], kind: "list" },
    ],
    [
      "can have a map as token",
      paged({ inputToken: "byKey", outputToken: "names" }),
      { inputToken: "byKey", outputToken: ["names"] },
    ],
  ])("%s", (_, given, want) => {
    expect(pagesOf(given)).toEqual(want);
  });
});

describe("the trait paginated", () => {
  const start = "model.json: test#List: the trait smithy.api#paginated";

  it.each<[string, Json, readonly string[]]>([
    [
      "without tokens",
      paged({}),
      [
        `${start} needs "inputToken", here or on the service: the token in the input`,
        `${start} needs "outputToken", here or on the service: the token in the output`,
      ],
    ],
    [
      "with a token that is no member",
      paged({ ...tokens, inputToken: "nope" }),
      [`${start} has "inputToken": "nope", which is no member of the input`],
    ],
    [
      "with a path in the input",
      paged({ ...tokens, inputToken: "result.next" }),
      [`${start} has "inputToken": "result.next", which is no member of the input`],
    ],
    [
      "with a path through what is no structure",
      paged({ ...tokens, outputToken: "names.key" }),
      [`${start} has "outputToken": "names.key", which is no member of the output`],
    ],
    [
      "with a token that is required",
      paged({ ...tokens, inputToken: "needed" }),
      [`${start} has "inputToken": "needed", which is required; expected an optional member`],
    ],
    [
      "with a token that is a number",
      paged({ ...tokens, inputToken: "max" }),
      [`${start} has "inputToken": "max", which is of type integer; expected a string or a map`],
    ],
    [
      "with items that are a structure",
      paged({ ...tokens, items: "result" }),
      [`${start} has "items": "result", which is of type structure; expected a list or a map`],
    ],
    [
      "with a page size that is a text",
      paged({ ...tokens, pageSize: "sized" }),
      [`${start} has "pageSize": "sized", which is of type string; expected an integer`],
    ],
    [
      "with a name that is a number",
      paged({ ...tokens, items: 5 }),
      [`${start} must have a text as "items", but has 5`],
    ],
    [
      "with a name of every object",
      paged({ ...tokens, items: "constructor" }),
      [`${start} has "items": "constructor", which is no member of the output`],
    ],
    ["that is a text", paged("x"), [`${start} must be an object, but is "x"`]],
    [
      "of a service that is a list",
      paged(tokens, { service: [] }),
      [
        "model.json: test#Weather: the trait smithy.api#paginated must be an object, but is an array",
      ],
    ],
  ])("is refused %s", (_, given, want) => {
    expect(errorsOf(() => build(given))).toEqual(want);
  });

  it("is refused on an operation without input and output", () => {
    const given = model({ List: operation("/list", { traits: { paginated: tokens } }) });
    expect(errorsOf(() => build(given))).toEqual([
      `${start} has "inputToken": "token", which is no member of the input`,
      `${start} has "outputToken": "token", which is no member of the output`,
    ]);
  });
});
