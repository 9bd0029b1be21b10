import { beforeAll, describe, expect, it } from "vitest";
import { compileErrors } from "../codegen/support/compile.js";
import { generateFrom } from "../codegen/support/generated.js";
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
} from "../codegen/support/models.js";

/** Every place that an enum can be in, and names that the generated types use themselves. */
const given = model({
  Do: operation("/do/{label}", { input: "In", output: "Out", errors: ["Oops"] }),
  Plain: operation("/plain", { input: "Leaf", output: "Leaf" }),
  Talk: operation("/talk", { input: "Said", output: "Heard" }),
  In: structure(
    {
      label: member("Color", { required: {}, httpLabel: {} }),
      queried: member("Colors", { httpQuery: "c" }),
      header: member("Level", { httpHeader: "x-level" }),
      color: "Color",
      level: "Level",
      old: "Old",
      levels: "Levels",
      sparse: "SparseColors",
      byColor: "ByColor",
      named: "Named",
      choice: "Choice",
      node: "Node",
      leaf: "Leaf",
      document: "Document",
      blob: "Blob",
      time: "Timestamp",
    },
    { input: {} },
  ),
  Out: structure({
    color: "Color",
    level: "Level",
    old: "Old",
    levels: "Levels",
    sparse: "SparseColors",
    byColor: "ByColor",
    named: "Named",
    choice: "Choice",
    node: "Node",
    leaf: "Leaf",
    form: "Form",
    valid: "Valid",
    received: "Received",
  }),
  Oops: structure({ message: "String", color: "Color", node: "Node" }, { error: "client" }),
  Said: structure({ events: member("Events", { httpPayload: {} }) }),
  Heard: structure({ events: member("Events", { httpPayload: {} }) }),
  Fail: operation("/fail", { output: "Failing" }),
  Failing: structure({ faults: member("Faults", { httpPayload: {} }) }),
  Faults: union({ failed: "Oops", leaf: "Leaf" }, { streaming: {} }),
  Events: union({ painted: "Painted", failed: "Oops" }, { streaming: {} }),
  Painted: structure({ color: "Color" }),
  Color: enumeration({ RED: "red", BLUE: "blue" }),
  Level: { type: "intEnum", members: { ONE: member("Unit", { enumValue: 1 }) } },
  Old: simple("string", { enum: [{ value: "a", name: "A" }, { value: "b" }] }),
  Colors: list("Color"),
  Levels: list("Level"),
  SparseColors: list("Color", { sparse: {} }),
  ByColor: map("Level", {}, member("Color")),
  Named: map("Color"),
  Choice: union({ color: "Color", node: "Node", leaf: "Leaf" }),
  Node: structure({
    id: member("String", { required: {} }),
    kind: member("Color", { required: {}, clientOptional: {} }),
    next: "Node",
    all: "Nodes",
  }),
  Nodes: list("Node"),
  Leaf: structure({ a: "String", token: member("String", { idempotencyToken: {} }) }),
  Form: structure({ form: "Form", color: "Color" }),
  Valid: structure({ valid: "Valid", color: "Color" }),
  Received: structure({ received: "Received", color: "Color" }),
});

let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  ({ files } = await generateFrom(given));
});

/** What the compiler says of code that uses the generated package. */
function errorsOf(body: string): string[] {
  const text = `
import * as api from "./index.js";
export declare const request: api.IncomingRequest;
export declare const response: api.IncomingResponse;
export declare const json: unknown;
export declare const label: { readonly label: "red" };
${body}`;
  return compileErrors(new Map([...files, ["consumer.ts", text]]));
}

describe("what is valid", () => {
  it("can be used wherever something received is expected, and not the other way around", () => {
    const shapes = ["In", "Out", "Choice", "Node", "OopsMembers", "Painted", "Events", "Form"];
    const lines = shapes.map(
      (name) => `
export const widen${name} = (value: api.${name}): api.${name}<api.Received$$> => value;
// @ts-expect-error What was received may have other values.
export const narrow${name} = (value: api.${name}<api.Received$$>): api.${name} => value;`,
    );
    expect(errorsOf(lines.join("\n"))).toEqual([]);
  });

  it("is what validation and servers return", () => {
    expect(
      errorsOf(`
export const input: api.In = api.Do.deserializeRequest(request);
export const checked: api.In = api.Do.deserializeRequest(request, { validate: true });
export const engine: api.In = api.Do.deserializeRequest(request, { patternEngine: RegExp });
const result = api.validateOut(json);
if (result.ok) {
  const kind: "red" | "blue" | undefined = result.value.node?.kind;
  const color: "red" | "blue" | undefined = result.value.color;
  const level: 1 | undefined = result.value.level;
  console.log(kind, color, level);
}
const standard = api.OutSchema["~standard"].validate(json);
if (standard.issues === undefined) standard.value satisfies api.Out;
export async function events(): Promise<void> {
  const { events } = api.Talk.deserializeRequest(request);
  for await (const event of events ?? []) event satisfies api.Events;
}
export function name(color: api.Color): string {
  switch (color) {
    case "red":
      return "r";
    case "blue":
      return "b";
    default:
      return color satisfies never;
  }
}
api.Do.serializeRequest(input);`),
    ).toEqual([]);
  });

  it("has no typos, wherever an enum is", () => {
    const typos = [
      `label: "rde"`,
      `queried: ["rde"]`,
      "header: 2",
      `color: "rde"`,
      "level: 2",
      `old: "c"`,
      "levels: [2]",
      `sparse: [null, "rde"]`,
      "byColor: { rde: 1 }",
      `named: { any: "rde" }`,
      `choice: { color: "rde" }`,
      `node: { id: "i", kind: "rde" }`,
      `node: { id: "i", kind: "red", next: { id: "i", kind: "rde" } }`,
      // A required member that a service may omit is required of those who write it.
      `node: { id: "i" }`,
    ];
    const errors = errorsOf(
      typos.map((typo) => `api.Do.serializeRequest({ ...label, ${typo} });`).join("\n"),
    );
    const lines = errors.map((error) => error.split(" ", 1)[0]);
    expect(lines).toEqual(typos.map((_, index) => `consumer.ts:${index + 7}`));
  });
});

describe("what was received", () => {
  it("may have other values, and says so wherever an enum is", () => {
    expect(
      errorsOf(`
type Out = api.Do.Output;
export const output: Out = api.Do.deserializeResponse(response);
export const received: api.Out<api.Received$$> = api.deserializeOut(json);
export const unchecked: api.In<api.Received$$> = api.Do.deserializeRequest(request, { validate: false });
export const either = (options: api.DeserializeRequestOptions): api.In<api.Received$$> =>
  api.Do.deserializeRequest(request, options);
// @ts-expect-error Nothing was checked.
export const wrong: api.In = api.Do.deserializeRequest(request, { validate: false });
export const later: Out = {
  color: "new",
  level: 7,
  old: "new",
  levels: [7],
  sparse: [null, "new"],
  named: { any: "new" },
  choice: { color: "new" },
  node: { id: "i", kind: "new", next: { id: "i", kind: undefined }, all: [{ id: "i", kind: "new" }] },
  form: { form: { color: "new" } },
  valid: { valid: { color: "new" } },
  received: { received: { color: "new" } },
};
// @ts-expect-error It is a string all the same.
export const number: Out["color"] = 1;
// @ts-expect-error A required member that no trait makes optional is always there.
export const none: NonNullable<Out["node"]>["id"] = undefined;
// @ts-expect-error An enum that is open is not exhausted by its known values.
export function name(color: NonNullable<Out["color"]>): string {
  switch (color) {
    case "red":
      return "r";
    case "blue":
      return "b";
  }
}`),
    ).toEqual([]);
  });

  it("can be written again", () => {
    expect(
      errorsOf(`
api.serializeOut(api.deserializeOut(json));
api.serializeNode(api.deserializeNode(json));
api.serializeChoice(api.deserializeChoice(json));
api.Do.serializeResponse(api.Do.deserializeResponse(response));
api.Talk.serializeResponse(api.Talk.deserializeResponse(response));
export const valid = (output: api.Out): unknown => api.Do.serializeResponse(output);
export const events = (stream: AsyncIterable<api.Events>): unknown => api.Talk.serializeRequest({ events: stream });`),
    ).toEqual([]);
  });

  it("is an event that a service sent, and a member of an error", () => {
    expect(
      errorsOf(`
export async function listen(): Promise<void> {
  const { events } = api.Talk.deserializeResponse(response);
  for await (const event of events ?? []) {
    event satisfies api.Events<api.Received$$>;
    // @ts-expect-error The service may know more colors.
    event.painted?.color satisfies api.Color | undefined;
  }
}
export function caught(error: api.Oops): string | undefined {
  // @ts-expect-error The service may know more colors.
  error.color satisfies api.Color | undefined;
  error.color = "new";
  return error.node?.kind;
}
export const oops: api.Oops = api.deserializeOops(json);
export const thrown: api.Oops = new api.Oops({ color: "new" });
api.serializeOops(oops);`),
    ).toEqual([]);
  });
});

describe("shapes without an enum", () => {
  it("are also streams in which only errors have one", () => {
    expect(files.get("shapes/Faults.ts")).toContain("export type Faults =");
    expect(errorsOf("")).toEqual([]);
  });

  it("have one type", () => {
    expect(files.get("shapes/Leaf.ts")).not.toMatch(/\bReceived\b/);
    expect(files.get("operations/Plain.ts")).not.toMatch(/\bReceived\b/);
    expect(
      errorsOf(`
export const output: api.Leaf = api.Plain.deserializeResponse(response);
export const input: api.Leaf = api.Plain.deserializeRequest(request, { validate: false });`),
    ).toEqual([]);
  });
});
