import { describe, expect, it } from "vitest";
import {
  enumeration,
  member,
  model,
  modelOf,
  operation,
  structure,
  union,
  type Json,
} from "../support/models.js";
import { diffServices } from "../../../codegen/src/diff/diff-services.js";
import { build } from "../support/problems.js";
import { inputOf, linesOf } from "./lines.js";

/** A model of one operation, `Do`, with the given parts. */
function doing(parts: Parameters<typeof operation>[1], shapes: Record<string, Json> = {}): Json {
  return model({ Do: operation("/do", parts), ...shapes });
}

/** A model whose service has an SDK id and a version. */
function serviceOf(sdkId: string, version = "1"): Json {
  const traits = { "aws.protocols#restJson1": {}, "aws.api#service": { sdkId } };
  return model({ Do: operation("/do") }, { version, traits });
}

const text = { In: structure({ a: "String" }) };

describe("diffServices", () => {
  it("finds no difference between a model and itself", () => {
    const same = modelOf({ a: "String", next: "Thing" });
    expect(linesOf(same, same)).toEqual([]);
  });

  it.each<[string, Json, Json, string[]]>([
    [
      "SDK id",
      serviceOf("My Service"),
      serviceOf("Other"),
      [
        "breaking test#Weather: SDK name of the service changed from MyService to Other. Its errors extend OtherServiceException instead of MyServiceServiceException.",
      ],
    ],
    [
      "version",
      serviceOf("My Service"),
      serviceOf("My Service", "2"),
      ["compatible test#Weather: version changed from 1 to 2."],
    ],
    [
      "what AWS asks of a service's clients",
      serviceOf("Glacier"),
      serviceOf("Glacier", "2"),
      [
        "compatible test#Weather: version changed from 1 to 2.",
        'breaking test#Do: headers of every request changed from [["x-amz-glacier-version","1"]] to [["x-amz-glacier-version","2"]]. Old clients do not follow the new rule.',
      ],
    ],
    [
      "operations",
      model({ A: operation("/a"), B: operation("/b") }),
      model({ B: operation("/b"), C: operation("/c") }),
      [
        "breaking test#A: operation was removed. Code that calls it does not compile. Requests of old clients do not reach the operation.",
        "compatible test#C: operation was added.",
      ],
    ],
    [
      "HTTP",
      model({ Do: operation("/a") }),
      model({ Do: operation("/b?c=d", { method: "PUT", code: 201 }) }),
      [
        "breaking test#Do: HTTP method changed from POST to PUT. Requests of old clients do not reach the operation.",
        "breaking test#Do: URI changed from /a to /b?c=d. Requests of old clients do not reach the operation.",
        "breaking test#Do: HTTP status changed from 200 to 201. Code that expects the old status fails.",
      ],
    ],
    [
      "name of a label",
      model({
        Do: operation("/{a}", { input: "In" }),
        In: structure({ a: member("String", { httpLabel: {}, required: {} }) }),
      }),
      model({
        Do: operation("/{b}", { input: "In" }),
        In: structure({ b: member("String", { httpLabel: {}, required: {} }) }),
      }),
      [
        "compatible test#Do: URI changed from /{a} to /{b}. Only names of labels differ.",
        "breaking test#In$a (input): member was removed. Code that uses it does not compile.",
        "breaking test#In$b (input): required member was added. Requests without it are rejected.",
      ],
    ],
    [
      "greedy label",
      model({
        Do: operation("/{a}", { input: "In" }),
        In: structure({ a: member("String", { httpLabel: {}, required: {} }) }),
      }),
      model({
        Do: operation("/{a+}", { input: "In" }),
        In: structure({ a: member("String", { httpLabel: {}, required: {} }) }),
      }),
      [
        "breaking test#Do: URI changed from /{a} to /{a+}. Requests of old clients do not reach the operation.",
      ],
    ],
    [
      "input and output that are new",
      doing({}),
      doing({ input: "In", output: "Out" }, { ...text, Out: structure({ b: "String" }) }),
      [
        "compatible test#Do: input In was added. Callers may pass it.",
        "compatible test#Do: output Out was added. Callers may read it.",
        "compatible test#In (input): structure was added.",
        "compatible test#Out (output): structure was added.",
      ],
    ],
    [
      "input that is new and has a required member",
      doing({}),
      doing({ input: "In" }, { In: structure({ a: member("String", { required: {} }) }) }),
      [
        "breaking test#Do: input In was added. Callers must pass it.",
        "compatible test#In (input): structure was added.",
      ],
    ],
    [
      "input and output that are gone",
      doing({ input: "In", output: "Out" }, { ...text, Out: structure({ b: "String" }) }),
      doing({}),
      [
        "breaking test#Do: input In was removed. Callers can no longer pass it.",
        "breaking test#Do: output Out was removed. Code that reads it does not compile.",
        "breaking test#In (input): structure was removed. Code that uses its type does not compile.",
        "breaking test#Out (output): structure was removed. Code that uses its type does not compile.",
      ],
    ],
    [
      "input that is another structure of the model",
      model({
        A: operation("/a", { input: "In" }),
        B: operation("/b", { input: "Other" }),
        Other: structure({ b: "String" }),
        ...text,
      }),
      model({
        A: operation("/a", { input: "Other" }),
        B: operation("/b", { input: "Other" }),
        Other: structure({ b: "String" }),
      }),
      [
        "breaking test#A: input changed from In to Other. Its type in code is different.",
        "breaking test#In (input): structure was removed. Code that uses its type does not compile.",
      ],
    ],
    [
      "host prefix, checksum and compression that are new",
      doing({}),
      doing({
        traits: {
          endpoint: { hostPrefix: "a." },
          httpChecksumRequired: {},
          requestCompression: { encodings: ["gzip"] },
        },
      }),
      [
        'breaking test#Do: host prefix "a." was added. Old clients send requests to another host.',
        "breaking test#Do: now requires a checksum. Requests without content-md5 are rejected.",
        "compatible test#Do: now accepts compressed requests. Clients may compress with gzip.",
      ],
    ],
    [
      "host prefix, checksum and compression that are gone",
      doing(
        {
          input: "In",
          traits: {
            endpoint: { hostPrefix: "{a}.b." },
            httpChecksumRequired: {},
            requestCompression: { encodings: ["gzip"] },
          },
        },
        { In: structure({ a: member("String", { hostLabel: {}, required: {} }) }) },
      ),
      doing(
        { input: "In" },
        { In: structure({ a: member("String", { hostLabel: {}, required: {} }) }) },
      ),
      [
        'breaking test#Do: host prefix "{a}.b." was removed. Old clients send requests to another host.',
        "compatible test#Do: no longer requires a checksum. Clients no longer send content-md5.",
        "breaking test#Do: no longer accepts compressed requests. Requests that old clients compress are rejected.",
      ],
    ],
    [
      "errors of an operation",
      doing({ errors: ["A"] }, { A: structure({}, { error: "client" }) }),
      doing({ errors: ["B"] }, { B: structure({}, { error: "client" }) }),
      [
        "compatible test#Do: error A was removed. Code need not handle A here.",
        "dangerous test#Do: error B was added. Code that handles every error must handle B.",
        "breaking test#A (output): structure was removed. Code that uses its type does not compile.",
        "compatible test#B (output): structure was added.",
      ],
    ],
    [
      "fault and status of an error",
      doing({ errors: ["A"] }, { A: structure({}, { error: "client" }) }),
      doing({ errors: ["A"] }, { A: structure({}, { error: "server", httpError: 503 }) }),
      [
        "breaking test#A (output): fault changed from client to server. `$fault` has another type and value.",
        "breaking test#A (output): HTTP status changed from 400 to 503. Code that tests the status no longer recognizes the error.",
      ],
    ],
    [
      "structure that becomes an error",
      doing({ output: "A" }, { A: structure({}) }),
      doing({ output: "A" }, { A: structure({}, { error: "client" }) }),
      ["breaking test#A (output): is now a client error. Only errors are classes."],
    ],
    [
      "error that takes a name of the runtime",
      doing({}),
      doing(
        { errors: ["SerializationException"] },
        { SerializationException: structure({}, { error: "client" }) },
      ),
      [
        "breaking test#Weather: exported name changed from SerializationException to SerializationException$$. The name SerializationException now belongs to a shape or operation of the model.",
        "dangerous test#Do: error SerializationException was added. Code that handles every error must handle SerializationException.",
        "compatible test#SerializationException (output): structure was added.",
      ],
    ],
  ])("reports the %s", (_, before, after, want) => {
    expect(linesOf(before, after)).toEqual(want);
  });

  it("returns changes as data", () => {
    const A = structure({ a: "String" }, { error: "client" });
    const before = doing(
      { input: "In", errors: ["A"] },
      {
        In: structure({ a: "Color", b: member("String", { length: { max: 3 } }) }),
        A,
        Color: enumeration({ RED: "red", GREEN: "green" }),
      },
    );
    const after = doing(
      { input: "In", output: "Out" },
      {
        In: structure({ a: "Color", b: "String", c: "String" }),
        Out: structure({}),
        Color: enumeration({ RED: "red", BLUE: "blue" }),
      },
    );
    const changes = diffServices(build(before), build(after));
    expect(changes[0]).toEqual({
      id: "AddedOperationOutput",
      property: "Operation.output",
      severity: "compatible",
      classes: ["compatible"],
      step: "minor",
      place: "test#Do",
      directions: [],
      summary: "output Out was added",
      after: "test#Out",
      effects: [{ on: "code", severity: "compatible", text: "Callers may read it." }],
      message: "output Out was added. Callers may read it.",
    });
    expect(
      changes.map(({ property, place, directions, before, after }) => [
        property,
        place,
        directions.join(),
        before,
        after,
      ]),
    ).toEqual([
      ["Operation.output", "test#Do", "", undefined, "test#Out"],
      ["Operation.errors.removed", "test#Do", "", "A", undefined],
      ["Service.shapes.removed", "test#A", "output", "A", undefined],
      ["Enum.values.added", "test#Color$BLUE", "input", undefined, '"blue"'],
      ["Enum.values.removed", "test#Color$GREEN", "input", '"green"', undefined],
      ["Constraints.length.max", "test#In$b", "input", "3", undefined],
      ["Structure.members.added", "test#In$c", "input", undefined, "c"],
      ["Service.shapes.added", "test#Out", "output", undefined, "Out"],
    ]);
  });

  it.each<[string, Json, Json, object[]]>([
    [
      "operations",
      model({ A: operation("/a") }),
      model({ B: operation("/b") }),
      [
        { property: "Service.operations.removed", before: "A" },
        { property: "Service.operations.added", after: "B" },
      ],
    ],
    [
      "an error",
      doing({}),
      doing({ errors: ["A"] }, { A: structure({}, { error: "client" }) }),
      [
        { property: "Operation.errors.added", after: "A" },
        { property: "Service.shapes.added", after: "A" },
      ],
    ],
    [
      "a kind of shape",
      inputOf({ a: "A" }, { A: structure({}) }),
      inputOf({ a: "A" }, { A: union({ a: "String" }) }),
      [{ property: "Shape.kind", before: "structure A", after: "union A" }],
    ],
    [
      "a member",
      inputOf({ a: "String" }),
      inputOf({}),
      [{ property: "Structure.members.removed", before: "a" }],
    ],
    [
      "a type",
      inputOf({ a: "String" }),
      inputOf({ a: "Integer" }),
      [{ property: "Member.target", before: "string", after: "integer" }],
    ],
    [
      "rules",
      inputOf({ a: member("String", { pattern: "^a$" }), b: "Integer", c: "String" }),
      inputOf({
        a: "String",
        b: member("Integer", { range: { max: 3 } }),
        c: member("String", {
          "smithycodec#advice": {
            text: { pattern: "^a$", expected: "an a" },
            distinctKeys: true,
          },
        }),
      }),
      [
        { property: "Constraints.pattern.source", before: '"^a$"' },
        { property: "Constraints.range.max", after: "3" },
        { property: "Advice.text.pattern", after: '"^a$"' },
        { property: "Advice.distinctKeys", after: "true" },
      ],
    ],
    [
      "an exported name",
      doing({}),
      doing({ output: "Issue" }, { Issue: structure({}) }),
      [
        { property: "Service.exports", before: "Issue", after: "Issue$$" },
        { property: "Operation.output" },
        { property: "Service.shapes.added" },
      ],
    ],
  ])("has data about %s", (_, before, after, want) => {
    expect(diffServices(build(before), build(after))).toMatchObject(want);
  });
});
