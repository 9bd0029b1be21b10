import { describe, expect, it } from "vitest";
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
} from "../support/models.js";
import { build, errorsOf } from "../support/problems.js";

const intEnum: Json = { type: "intEnum", members: { A: member("Unit", { enumValue: 1 }) } };

/** A shape of every type that holds data. */
const shapes: Record<string, Json> = {
  blob: simple("blob"),
  boolean: simple("boolean"),
  string: simple("string"),
  enum: enumeration({ A: "a" }),
  byte: simple("byte"),
  short: simple("short"),
  integer: simple("integer"),
  intEnum,
  long: simple("long"),
  float: simple("float"),
  double: simple("double"),
  bigInteger: simple("bigInteger"),
  bigDecimal: simple("bigDecimal"),
  timestamp: simple("timestamp"),
  document: simple("document"),
  list: list("String"),
  set: { ...list("String"), type: "set" },
  map: map("String"),
  structure: structure({ a: "String" }),
  union: union({ a: "String" }),
};

const strings = ["string", "enum"];
const numbers = "byte short integer intEnum long float double bigInteger bigDecimal".split(" ");
const scalars = [...strings, ...numbers, "boolean", "timestamp"];
const lists = ["list", "set"];

/** The types that may have a trait (Smithy 2.0, the selector of each trait), by a value of it. */
const ofMembers: [trait: string, value: unknown, types: string[]][] = [
  ["httpHeader", "x-a", [...scalars, ...lists]],
  ["httpQuery", "q", [...scalars, ...lists]],
  ["httpPrefixHeaders", "x-", ["map"]],
  ["httpQueryParams", {}, ["map"]],
  ["httpPayload", {}, [...strings, "blob", "document", "structure", "union", ...lists, "map"]],
  ["httpResponseCode", {}, ["integer", "intEnum"]],
  ["idempotencyToken", {}, ["string"]],
  ["length", { min: 1 }, [...strings, "blob", ...lists, "map"]],
  ["pattern", "a", strings],
  ["range", { min: 1 }, numbers],
  ["timestampFormat", "date-time", ["timestamp"]],
];
const ofShapes: typeof ofMembers = [
  ["mediaType", "text/plain", [...strings, "blob"]],
  ["sparse", {}, [...lists, "map"]],
  ["uniqueItems", {}, lists],
  ["enum", [{ value: "a" }], strings],
  ["length", { min: 1 }, [...strings, "blob", ...lists, "map"]],
  ["pattern", "a", strings],
  ["range", { min: 1 }, numbers],
  ["timestampFormat", "date-time", ["timestamp"]],
];

const refused = (given: Json): boolean =>
  errorsOf(() => build(given)).some((line) =>
    line.includes("cannot be applied to a shape of type"),
  );

describe("traits stand on the types that Smithy lets them stand on", () => {
  it.each(ofMembers)("%s on a member", (trait, value, types) => {
    const found = Object.keys(shapes).filter(
      (type) =>
        !refused(
          model({
            Do: operation("/", { input: "In" }),
            In: structure({ a: member("X", { [trait]: value }) }),
            X: shapes[type] ?? {},
          }),
        ),
    );
    expect(found.sort()).toEqual([...types].sort());
  });

  it.each(ofShapes)("%s on a shape", (trait, value, types) => {
    const found = Object.entries(shapes).filter(([, shape]) => {
      const traits = { [`smithy.api#${trait}`]: value };
      return !refused(
        model({
          Do: operation("/", { input: "In" }),
          In: structure({ a: "X" }),
          X: { ...shape, traits },
        }),
      );
    });
    expect(found.map(([type]) => type).sort()).toEqual([...types].sort());
  });

  it("httpLabel on a member", () => {
    const found = Object.keys(shapes).filter(
      (type) =>
        !refused(
          model({
            Do: operation("/{a}", { input: "In" }),
            In: structure({ a: member("X", { httpLabel: {}, required: {} }) }),
            X: shapes[type] ?? {},
          }),
        ),
    );
    expect(found.sort()).toEqual([...scalars].sort());
  });

  it("httpLabel, httpHeader and httpQuery on what has a form as text, also in lists", () => {
    for (const trait of ["httpHeader", "httpQuery"]) {
      const found = Object.keys(shapes).filter(
        (type) =>
          !errorsOf(() =>
            build(
              model({
                Do: operation("/", { input: "In" }),
                In: structure({ a: member("L", { [trait]: "a" }) }),
                L: list("X"),
                X: shapes[type] ?? {},
              }),
            ),
          ).some((line) => line.includes("cannot be applied to a collection")),
      );
      expect(found.sort(), trait).toEqual([...scalars].sort());
    }
  });

  it.each([
    ["httpPrefixHeaders", "x-", strings],
    ["httpQueryParams", {}, [...strings, ...lists]],
  ])("%s on maps of text", (trait, value, types) => {
    const found = Object.keys(shapes).filter(
      (type) =>
        !errorsOf(() =>
          build(
            model({
              Do: operation("/", { input: "In" }),
              In: structure({ a: member("M", { [trait]: value }) }),
              M: map("X"),
              X: shapes[type] ?? {},
            }),
          ),
        ).some((line) => line.includes("cannot be applied to a collection")),
    );
    expect(found.sort()).toEqual([...types].sort());
  });

  it("httpQueryParams on maps of lists of text alone", () => {
    const of = (type: string): string[] =>
      errorsOf(() =>
        build(
          model({
            Do: operation("/", { input: "In" }),
            In: structure({ a: member("M", { httpQueryParams: {} }) }),
            M: map("L"),
            L: list(type),
          }),
        ),
      );
    expect(of("String")).toEqual([]);
    expect(of("Integer")).toEqual([
      "model.json: test#In$a: the trait smithy.api#httpQueryParams cannot be applied to a map of lists with elements of type integer",
    ]);
  });

  it.each([
    ...["documentation", "httpHeader", "httpPrefixHeaders", "httpQuery", "jsonName", "pattern"],
    ...["since", "mediaType"],
  ])("%s has a string", (trait) => {
    const type = trait === "httpPrefixHeaders" ? "map" : "string";
    for (const value of [5, null, {}, []]) {
      const given = model({
        Do: operation("/", { input: "In" }),
        In: structure({ a: member("X", { [trait]: value }) }),
        X: shapes[type] ?? {},
      });
      expect(errorsOf(() => build(given))).toContainEqual(
        expect.stringMatching(
          new RegExp(
            `^model\\.json: test#In\\$a: the trait smithy\\.api#${trait} must be a string, but is .*$`,
          ),
        ),
      );
    }
  });

  it("is checked on keys, values and elements of collections as well", () => {
    const range = { range: { min: 1 } };
    const given = model({
      Do: operation("/", { input: "In" }),
      In: structure({ l: "L", m: "M" }),
      L: list("String", {}, range),
      M: {
        type: "map",
        key: member("String", range),
        value: member("String", range),
      },
    });
    expect(errorsOf(() => build(given)).sort()).toEqual(
      ["L$member", "M$key", "M$value"].map(
        (place) =>
          `model.json: test#${place}: the trait smithy.api#range cannot be applied to a shape of type string`,
      ),
    );
  });
});
