import { describe, expect, it } from "vitest";
import type { Enum, Member, Structure } from "../../../codegen/src/ir/ir.js";
import {
  enumText,
  hasJsonForm,
  jsonMembers,
  locationOf,
  presenceOf,
} from "../../../codegen/src/ir/wire.js";
import {
  map,
  member,
  model,
  operation,
  simple,
  structure,
  union,
  type Json,
} from "../support/models.js";
import { build } from "../support/problems.js";

const shapes = {
  Bytes: simple("blob", { streaming: {} }),
  Events: union({ e: "Event" }, { streaming: {} }),
  Event: structure({ a: "String" }),
  Choice: union({ a: "String" }),
  Texts: map("String"),
};

function structureOf(members: Record<string, string | Json>): Structure {
  const given = model({
    Do: operation("/{l}", { input: "In" }),
    In: structure({ l: member("String", { httpLabel: {}, required: {} }), ...members }),
    ...shapes,
  });
  return build(given).shapes.find(({ name }) => name === "In") as Structure;
}

function only(given: string | Json): Member {
  const found = structureOf({ a: given }).members.find(({ name }) => name === "a");
  if (found === undefined) throw new Error("the structure has no member");
  return found;
}

describe("where HTTP carries a member", () => {
  it.each<[string, string | Json, string | undefined, boolean]>([
    ["the body", "String", undefined, true],
    ["a header", member("String", { httpHeader: "x" }), "header", true],
    ["the query", member("String", { httpQuery: "x" }), "query", true],
    ["a payload", member("String", { httpPayload: {} }), "payload", true],
    ["a payload of bytes", member("Blob", { httpPayload: {} }), "payload", true],
    ["a payload of a union", member("Choice", { httpPayload: {} }), "payload", true],
    ["a stream of bytes", member("Bytes", { httpPayload: {} }), "bytes", false],
    ["a stream of events", member("Events", { httpPayload: {} }), "events", false],
  ])("%s", (_, given, location, inJson) => {
    const found = only(given);
    expect(locationOf(found)).toBe(location);
    expect(hasJsonForm(found)).toBe(inJson);
    expect(jsonMembers(structureOf({ a: given })).map(({ name }) => name)).toEqual([
      ...(inJson ? ["a"] : []),
      "l",
    ]);
  });
});

describe("bindings", () => {
  it.each<[string, Json, object]>([
    ["String", {}, { location: "body" }],
    ["String", { httpHeader: "X-Name" }, { location: "header", name: "x-name" }],
    ["String", { httpQuery: "Name" }, { location: "query", name: "Name" }],
    ["Texts", { httpPrefixHeaders: "X-Meta-" }, { location: "prefixHeaders", name: "x-meta-" }],
    ["Texts", { httpQueryParams: {} }, { location: "queryParams" }],
    ["String", { httpPayload: {} }, { location: "payload" }],
    ["Integer", { httpResponseCode: {} }, { location: "responseCode" }],
  ])("of a %s with %j", (target, traits, binding) => {
    expect(only(member(target, traits)).binding).toEqual(binding);
  });

  it("of a label", () => {
    expect(structureOf({}).members[0]?.binding).toEqual({ location: "label" });
  });
});

describe("presence", () => {
  it.each<[Json, string | undefined]>([
    [{}, undefined],
    [{ required: {} }, "required"],
    [{ default: "x" }, "default"],
    [{ default: "x", required: {} }, "default"],
    [{ idempotencyToken: {}, required: {} }, undefined],
    [{ idempotencyToken: {} }, undefined],
  ])("of %j", (traits, presence) => {
    expect(presenceOf(only(member("String", traits)))).toBe(presence);
  });
});

describe("the values of an enum", () => {
  it("are listed sorted, without internal ones", () => {
    const given = model({
      Do: operation("/", { input: "In" }),
      In: structure({ e: "E", i: "I" }),
      E: {
        type: "enum",
        members: {
          A: member("Unit", { enumValue: "z" }),
          B: member("Unit", { enumValue: "a" }),
          C: member("Unit", { enumValue: "hidden", internal: {} }),
        },
      },
      I: {
        type: "intEnum",
        members: { A: member("Unit", { enumValue: 2 }), B: member("Unit", { enumValue: 1 }) },
      },
    });
    const enums = build(given).shapes.filter((shape): shape is Enum => shape.kind === "enum");
    expect(enums.map(enumText)).toEqual(["[a, z]", "[1, 2]"]);
  });
});
