import { beforeAll, describe, expect, it } from "vitest";
import { importFiles, generateFrom, type Exports } from "../support/generated.js";
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
} from "../support/models.js";

const given = model({
  Do: operation("/do/{Label}", { input: "In", output: "Thing", errors: ["Oops"] }),
  Download: operation("/download", { output: "Bytes" }),
  In: structure({
    Label: member("String", { httpLabel: {}, required: {} }),
    Token: member("String", { idempotencyToken: {}, required: {} }),
    Defaulted: member("Integer", { default: 5, required: {} }),
    Thing: member("Thing", { jsonName: "thing" }),
  }),
  Thing: structure({
    Text: "String",
    Bounded: "Bounded",
    Least: "Least",
    Age: member("Age", { range: { max: 1 } }),
    Big: "Big",
    Time: member("Timestamp", { timestampFormat: "http-date" }),
    Color: "Color",
    Colors: "Colors",
    Gaps: "Gaps",
    Notes: member("Notes", { "smithycodec#advice": { distinctKeys: true } }),
    Choice: "Choice",
    Node: "Node",
  }),
  Bounded: simple("string", { length: { min: 1, max: 2 }, pattern: "^a" }),
  Least: simple("blob", { length: { min: 1 } }),
  Age: simple("short", { range: { min: 0 } }),
  Big: simple("bigInteger", { range: { min: 1 } }),
  Color: enumeration({ RED: "red", GREEN: "green" }),
  Colors: { ...list("Color"), traits: { "smithy.api#uniqueItems": {} } },
  Gaps: map("Document", { sparse: {} }),
  Notes: map("String"),
  Choice: union({ a: "String", b: "Node" }),
  Node: structure({ next: "Node", text: "String", either: "Choice" }),
  Bytes: structure({ body: member("Stream", { httpPayload: {} }) }),
  Stream: simple("blob", { streaming: {} }),
  Oops: structure({ message: "String" }, { error: "client" }),
  Error: structure({ a: "String" }),
  Other: operation("/other", { input: "Error" }),
});

interface Targets {
  readonly Color: { readonly values: unknown };
}

describe("the table of a shape", () => {
  let exported: Exports;
  beforeAll(async () => {
    exported = await importFiles("tables", (await generateFrom(given)).files);
  });

  it("has the names, targets and facts of its members", () => {
    expect(exported["In$"]).toEqual({
      type: "structure",
      name: "In",
      members: [
        ["Defaulted", "Defaulted", "integer", { default: 5 }],
        ["Label", "Label", "string", { required: true, location: "label" }],
        ["Thing", "thing", exported["Thing$"]],
        ["Token", "Token", "string"],
      ],
    });
  });

  it("has the constraints of targets, those of members before those of shapes", () => {
    const { members } = exported["Thing$"] as { members: unknown[][] };
    const entries = members.map(([name, , target]) => [name, target]);
    const targets = Object.fromEntries(entries) as Targets;
    expect(targets).toMatchObject({
      Text: "string",
      Bounded: { type: "string", length: [1, 2], pattern: /^a/u },
      Least: { type: "blob", length: [1, Infinity] },
      Age: { type: "short", range: [-Infinity, 1] },
      Big: { type: "bigInteger", range: [1, Infinity] },
      Time: { type: "timestamp", format: "http-date" },
      Color: { type: "enum", name: "Color", values: { RED: "red", GREEN: "green" } },
      Colors: { type: "list", item: exported["Color$"], uniqueItems: true },
      Gaps: { type: "map", key: "string", value: "document", sparse: true },
    });
    expect(targets.Color).toBe(exported["Color$"]);
    expect(targets.Color.values).toBe(exported["Color"]);
    expect(members.find(([name]) => name === "Notes")?.[3]).toEqual({
      advice: { distinctKeys: true },
    });
  });

  it("has functions for recursive shapes, whose modules import each other", () => {
    const { members } = exported["Node$"] as { members: [string, string, () => unknown][] };
    expect(members.map(([name]) => name)).toEqual(["either", "next", "text"]);
    expect(members[0]?.[2]()).toBe(exported["Choice$"]);
    expect(members[1]?.[2]()).toBe(exported["Node$"]);
    expect(exported["Choice$"]).toMatchObject({ type: "union", name: "Choice" });
  });

  it("says which structures are errors and which members are streams", () => {
    expect(exported["Oops$"]).toMatchObject({ type: "structure", name: "Oops", error: true });
    expect(exported["Bytes$"]).not.toHaveProperty("error");
    expect(exported["Bytes$"]).toMatchObject({
      members: [["body", "body", "blob", { location: "bytes" }]],
    });
  });

  it("has a name that no shape has, even if the shape's own name is reserved", () => {
    expect(exported["Error$$"]).toMatchObject({ type: "structure", name: "Error$" });
    expect(exported).not.toHaveProperty("Error");
  });
});
