import { list, map, modelOf } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { jsonBody, readsResponse, refusesRequest, request, text } from "./support/wants.js";

const error = { name: "SerializationException" };

/** Lists and maps that may hold nulls, and those that may not. */
export const feature: Feature = {
  given: modelOf(
    { list: "Sparse", map: "SparseMap", dense: "Dense", denseMap: "DenseMap", deep: "Deep" },
    {
      Sparse: list("Integer", { sparse: {} }),
      SparseMap: map("String", { sparse: {} }),
      Dense: list("Integer"),
      DenseMap: map("Timestamp"),
      Deep: list("Sparse", { sparse: {} }),
    },
  ),
  want: [
    text("shapes/Thing.ts", "list?: (number | null)[] | undefined;"),
    text("shapes/Thing.ts", "map?: Record<string, string | null> | undefined;"),
    text("shapes/Thing.ts", "dense?: number[] | undefined;"),
    request(
      "Do",
      { list: [1, null], map: { a: null, b: "" }, deep: [[null], null] },
      "POST /do",
      jsonBody({ list: [1, null], map: { a: null, b: "" }, deep: [[null], null] }),
    ),
    readsResponse("Do", 200, jsonBody({ list: [null], dense: [1, null], denseMap: { a: null } }), {
      list: [null],
      dense: [1],
      denseMap: {},
    }),
    refusesRequest("Do", "POST /do", jsonBody({ dense: [1, null] }), {
      ...error,
      path: "/dense/1",
    }),
    refusesRequest("Do", "POST /do", jsonBody({ denseMap: { a: null } }), {
      ...error,
      path: "/denseMap/a",
    }),
  ],
};
