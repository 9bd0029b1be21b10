import { describe, expect, it } from "vitest";
import {
  list,
  map,
  member,
  model,
  operation,
  structure,
  union,
  type Json,
} from "../support/models.js";
import { build } from "../support/problems.js";

const left = member("Integer", { default: 1, clientOptional: {} });
const filled = member("Integer", { default: 1 });

/** The shapes within which a server writes defaults that a client leaves to it. */
function marked(shapes: Record<string, Json>): string[] {
  const given = model({ Do: operation("/", { input: "In", output: "Out" }), ...shapes });
  return build(given)
    .shapes.filter((shape) => "serverDefaults" in shape && shape.serverDefaults)
    .map(({ name }) => name);
}

describe("defaults that a client leaves to the server", () => {
  it("are marked in the structure and in all that holds it", () => {
    const shapes = {
      In: structure({ x: "String" }),
      Out: structure({ l: "List", m: "Map", u: "Union", other: "Other" }),
      List: list("Leaf"),
      Map: map("Leaf"),
      Union: union({ leaf: "Leaf", text: "String" }),
      Leaf: structure({ left, self: "Leaf" }),
      Other: structure({ filled }),
    };
    expect(marked(shapes)).toEqual(["Leaf", "List", "Map", "Out", "Union"]);
  });

  it("are not marked where the client fills them", () => {
    expect(marked({ In: structure({ filled }), Out: structure({ filled, x: "String" }) })).toEqual(
      [],
    );
  });

  it("are not marked in an operation's own input, which nobody but a client writes", () => {
    const shapes = {
      In: structure({ left, leaf: "Leaf" }, { input: {} }),
      Out: structure({ x: "String" }),
      Leaf: structure({ x: "String" }),
    };
    expect(marked(shapes)).toEqual([]);
    expect(marked({ ...shapes, Leaf: structure({ left }) })).toEqual(["Leaf"]);
  });
});
