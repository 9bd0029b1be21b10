import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { itemTypeOf, pagesTraitOf } from "../../../codegen/src/emit/client/pagination.js";
import { plainText } from "../../../codegen/src/emit/code/code.js";
import type { Operation } from "../../../codegen/src/ir/service.js";
import { repository } from "../../codegen/support/generated.js";
import {
  enumeration,
  list,
  map,
  member,
  model,
  operation,
  structure,
  type Json,
} from "../../codegen/support/models.js";
import { build } from "../../codegen/support/problems.js";
import { importClient } from "../support/import-client.js";
import { StubHandler } from "../support/stub-handler.js";

function operationWith(items: string | undefined): Operation {
  const paginated = { inputToken: "token", outputToken: "result.token", ...(items && { items }) };
  const [found] = build(
    model({
      List: operation("/list", { input: "In", output: "Out", traits: { paginated } }),
      In: structure({ token: "String" }),
      Out: structure({ result: "Result" }),
      Result: structure({
        token: "String",
        texts: "Texts",
        sparse: "Sparse",
        things: "Things",
        byName: "ByName",
        sparseByName: "SparseByName",
      }),
      Texts: list("String"),
      Sparse: list("String", { sparse: {} }),
      Things: list("Thing"),
      ByName: map("Thing"),
      SparseByName: map("Thing", { sparse: {} }),
      Thing: structure({ kind: "Kind" }),
      Kind: enumeration({ A: "a" }),
    }),
  ).operations;
  if (found === undefined) throw new Error("no operation");
  return found;
}

const text = (code: Parameters<typeof plainText>[0] | undefined): string | undefined =>
  code && plainText(code);

describe("the type of an item", () => {
  it.each([
    [undefined, undefined],
    ["result.texts", "string"],
    ["result.sparse", "string | null"],
    ["result.things", "Thing<Received>"],
    ["result.byName", "[key: string, value: Thing<Received>]"],
    ["result.sparseByName", "[key: string, value: Thing<Received> | null]"],
  ])("of %s is %s", (items, want) => {
    expect(text(itemTypeOf(operationWith(items)))).toBe(want);
  });
});

describe("the property pages", () => {
  it.each([
    [undefined, '{ inputToken: "token", outputToken: ["result", "token"] }'],
    [
      "result.texts",
      '{ inputToken: "token", outputToken: ["result", "token"], items: ["result", "texts"] }',
    ],
  ])("of an operation with the items %s", (items, want) => {
    expect(text(pagesTraitOf(operationWith(items)))).toBe(want);
  });
});

interface Shape {
  readonly type: string;
  readonly input?: { readonly target: string };
  readonly output?: { readonly target: string };
  readonly members?: Readonly<Record<string, { readonly target: string }>>;
  readonly traits: Readonly<Record<string, Json>>;
}

function shapesIn(file: string): Readonly<Record<string, Shape>> {
  const text = readFileSync(join(repository, "model", file), "utf8");
  return (JSON.parse(text) as { shapes: Record<string, Shape> }).shapes;
}

describe("the overlay for API Gateway V2", () => {
  const shapes = shapesIn("apigatewayv2.json");
  const overlay = shapesIn("pagination.json");
  const namesOf = (target: string | undefined): string[] =>
    Object.keys(shapes[target ?? ""]?.members ?? {});

  it("is about every operation that takes and returns a token, and no other", () => {
    const paged = Object.entries(shapes)
      .filter(([, { type }]) => type === "operation")
      .filter(
        ([, { input, output }]) =>
          namesOf(input?.target).includes("NextToken") &&
          namesOf(output?.target).includes("NextToken"),
      )
      .map(([id]) => id);
    expect(Object.keys(overlay)).toEqual(paged.sort());
    expect(paged).toHaveLength(17);
  });

  it("names the only list of each output", () => {
    for (const [id, { traits }] of Object.entries(overlay)) {
      const { items } = traits["smithy.api#paginated"] ?? {};
      const output = shapes[shapes[id]?.output?.target ?? ""];
      const lists = Object.entries(output?.members ?? {})
        .filter(([, { target }]) => shapes[target]?.type === "list")
        .map(([name]) => name);
      expect([id, items]).toEqual([id, ...lists]);
    }
  });

  it("has the operations for which the AWS SDK has a paginator", () => {
    const folder = "node_modules/@aws-sdk/client-apigatewayv2/dist-types/pagination";
    const paginators = readdirSync(join(repository, folder))
      .map((name) => /^(\w+)Paginator\.d\.ts$/.exec(name)?.[1])
      .filter((name) => name !== undefined);
    expect(paginators.length).toBeGreaterThan(0);
    for (const name of paginators)
      expect(Object.keys(overlay)).toContain(`com.amazonaws.apigatewayv2#${name}`);
  });

  it("says where each is stated", () => {
    const file = readFileSync(join(repository, "model/pagination.json"), "utf8");
    const { metadata } = JSON.parse(file) as { metadata: { statedIn: Record<string, string> } };
    const names = Object.keys(overlay).map((id) => id.split("#")[1]);
    expect(Object.keys(metadata.statedIn)).toEqual(names);
  });
});

describe("a method with pages", () => {
  it("returns pages and items of responses", async () => {
    const paginated = { inputToken: "next", outputToken: "next", items: "names" };
    const given = model({
      List: operation("/list", { input: "In", output: "Out", traits: { paginated } }),
      In: structure({ next: member("String", { jsonName: "n" }), name: "String" }),
      Out: structure({ next: member("String", { jsonName: "n" }), names: "Texts" }),
      Texts: list("String"),
    });
    const { open } = await importClient("pages", given);
    const requestHandler = new StubHandler(
      { json: { n: "2", names: ["a", "b"] } },
      { json: { names: ["c"] } },
    );
    const client = open({ endpoint: "https://example.com", requestHandler, credentials: false });
    const method = client["list"] as unknown as {
      readonly items: (input: unknown) => AsyncIterable<string>;
    };
    const found: string[] = [];
    for await (const name of method.items({ name: "x" })) found.push(name);
    expect(found).toEqual(["a", "b", "c"]);
    expect(
      requestHandler.requests.map(({ body }) => JSON.parse(body as string) as unknown),
    ).toEqual([{ name: "x" }, { n: "2", name: "x" }]);
  });
});
