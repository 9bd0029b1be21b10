import { describe, expect, it } from "vitest";
import { diffServices } from "../../../codegen/src/diff/diff-services.js";
import { buildService } from "../../../codegen/src/ir/build-service.js";
import type { Service } from "../../../codegen/src/ir/ir.js";
import { loadModel } from "../../../codegen/src/load/load-model.js";

type Traits = Record<string, unknown>;
type Members = Record<string, { target: string; traits?: Traits }>;

interface Version {
  readonly uri?: string;
  readonly members?: Members;
  readonly values?: readonly string[];
  readonly length?: { min?: number; max?: number };
  readonly operations?: readonly string[];
}

/** A service with one structure, one enum and one constrained string, as a version has them. */
function service({
  uri = "/x",
  members = { Name: { target: "a#Name" }, Color: { target: "a#Color" } },
  values = ["red"],
  length = { min: 1, max: 9 },
  operations = ["Get"],
}: Version): Service {
  const shapes: Record<string, unknown> = {
    "a#S": {
      type: "service",
      version: "1",
      operations: operations.map((name) => ({ target: `a#${name}` })),
      traits: { "aws.protocols#restJson1": {} },
    },
    "a#Name": { type: "string", traits: { "smithy.api#length": length } },
    "a#Color": {
      type: "enum",
      members: Object.fromEntries(values.map((value) => [value, { target: "smithy.api#Unit" }])),
    },
    "a#Out": { type: "structure", members },
  };
  for (const name of operations) {
    const http = { method: "GET", uri: name === "Get" ? uri : `/${name}`, code: 200 };
    shapes[`a#${name}`] = {
      type: "operation",
      output: { target: "a#Out" },
      traits: { "smithy.api#http": http },
    };
  }
  const bytes = new TextEncoder().encode(JSON.stringify({ smithy: "2.0", shapes }));
  const { model, diagnostics } = loadModel({ name: "model.json", bytes }, []);
  return buildService(model, {}, [], diagnostics);
}

const name = { target: "a#Name" };
const color = { target: "a#Color" };

describe("diffServices", () => {
  it.each<[string, Version, Version, string[]]>([
    ["nothing", {}, {}, []],
    ["an operation that is new", {}, { operations: ["Get", "Put"] }, ["compatible Put"]],
    ["an operation that is gone", { operations: ["Get", "Put"] }, {}, ["breaking Put"]],
    ["another URI", {}, { uri: "/y" }, ["breaking Get"]],
    ["a member that is new", { members: { Color: color } }, {}, ["compatible Out$Name"]],
    [
      "a member that is new and required",
      { members: { Color: color } },
      { members: { Color: color, Name: { ...name, traits: { "smithy.api#required": {} } } } },
      ["breaking Out$Name"],
    ],
    [
      "another JSON name",
      {},
      { members: { Color: color, Name: { ...name, traits: { "smithy.api#jsonName": "n" } } } },
      ["breaking Out$Name"],
    ],
    ["an enum value that is new", {}, { values: ["blue", "red"] }, ["compatible Color"]],
    ["an enum value that is gone", { values: ["blue", "red"] }, {}, ["breaking Color"]],
    ["a tighter length", {}, { length: { min: 1, max: 8 } }, ["breaking Out$Name"]],
    ["a looser length", {}, { length: { max: 9 } }, ["compatible Out$Name"]],
  ])("tells %s", (_, before, after, want) => {
    const changes = diffServices(service(before), service(after));
    expect(changes.map(({ severity, place }) => `${severity} ${place}`)).toEqual(want);
  });

  it("passes over documentation", () => {
    const documented = { ...name, traits: { "smithy.api#documentation": "A name." } };
    const after = service({ members: { Color: color, Name: documented } });
    expect(diffServices(service({}), after)).toEqual([]);
  });
});
