import {
  enumeration,
  list,
  map,
  member,
  modelOf,
  structure,
  union,
  type Json,
} from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { jsonBody, readsResponse, refusesRequest, text } from "./support/wants.js";

const targets = {
  string: "String",
  boolean: "Boolean",
  integer: "Integer",
  double: "Double",
  bigInteger: "BigInteger",
  bigDecimal: "BigDecimal",
  timestamp: "Timestamp",
  blob: "Blob",
  document: "Document",
  list: "Texts",
  map: "ByName",
  color: "Color",
  level: "Level",
  inner: "Inner",
  choice: "Choice",
};

const corrected = {
  string: "",
  boolean: false,
  integer: 0,
  double: 0,
  bigInteger: 0n,
  bigDecimal: "0",
  timestamp: new Date(0),
  blob: new Uint8Array(),
  document: null,
  list: [],
  map: {},
  color: "",
  level: 0,
  inner: { deep: "" },
  choice: { $unknown: ["", null] },
};

const needed = (target: string): Json => member(target, { required: {} });

/** A response that lacks a required member: a client makes up the zero of its type. A server refuses such a request. */
export const feature: Feature = {
  given: modelOf(
    Object.fromEntries(Object.entries(targets).map(([name, target]) => [name, needed(target)])),
    {
      Texts: list("String"),
      ByName: map("String"),
      Color: enumeration({ RED: "red" }),
      Level: { type: "intEnum", members: { ONE: member("Unit", { enumValue: 1 }) } },
      Inner: structure({ deep: needed("String"), other: "String" }),
      Choice: union({ a: "String" }),
    },
  ),
  want: [
    text("shapes/Thing.ts", "string: string;"),
    readsResponse("Do", 200, jsonBody({}), corrected),
    readsResponse("Do", 200, {}, corrected),
    readsResponse("Do", 200, jsonBody({ string: null, inner: {}, integer: 5 }), {
      ...corrected,
      integer: 5,
    }),
    refusesRequest("Do", "POST /do", jsonBody({}), {
      name: "ValidationException",
      fieldList: Object.keys(targets)
        .sort()
        .map((name) => ({
          path: `/${name}`,
          message: `Value at '/${name}' failed to satisfy constraint: Member must not be null`,
        })),
    }),
  ],
};
