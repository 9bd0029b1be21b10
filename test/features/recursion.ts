import { list, map, member, modelOf, structure, union } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { jsonBody, refusesInput, refusesRequest, request, response } from "./support/wants.js";

const value = {
  node: { id: "a", all: [{ id: "b" }], named: { c: { id: "c" } }, or: { node: { id: "d" } } },
};

const endless: Record<string, unknown> = { id: "a" };
endless["next"] = endless;

let deep = "null";
for (let level = 0; level < 100_000; level++) deep = `{"next":${deep}}`;

/** Shapes that refer to themselves: by a member, a list, a map, a union. */
export const feature: Feature = {
  given: modelOf(
    { node: "Node" },
    {
      Node: structure({
        id: "String",
        next: "Node",
        all: "Nodes",
        named: "NodesByName",
        or: "NodeOr",
      }),
      Nodes: list("Node"),
      NodesByName: map("Node"),
      NodeOr: union({ node: "Node", text: "String" }),
    },
  ),
  want: [
    request("Do", value, "POST /do", jsonBody(value)),
    response("Do", value, 200, jsonBody(value)),
    refusesInput("Do", { node: endless }, { name: "SerializationException" }),
    refusesRequest("Do", "POST /do", jsonBody(`{"node":${deep}}`), {
      name: "SerializationException",
    }),
  ],
  refused: {
    "a list that holds only itself": {
      given: modelOf({ a: "List" }, { List: list("List") }),
      errors: [
        "test#List: is a collection that contains only itself, so every value would be infinite",
      ],
    },
    "a structure that requires itself": {
      given: modelOf(
        { a: "Node" },
        { Node: structure({ next: member("Node", { required: {} }) }) },
      ),
      errors: ["test#Node: is a structure that requires itself, so every value would be infinite"],
    },
  },
};
