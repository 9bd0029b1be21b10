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
import { inputOf, linesOf, outputOf } from "./lines.js";

const blob = { a: member("A", { httpPayload: {}, required: {} }) };
const header = { a: member("A", { httpHeader: "x-a" }) };
const body = { a: "A" };

/** An intEnum. */
function integers(values: Record<string, number>): Json {
  const members = Object.entries(values).map(([name, value]) => [
    name,
    member("Unit", { enumValue: value }),
  ]);
  return { type: "intEnum", members: Object.fromEntries(members) as Json };
}

/** A change of the shape `A`, and what it means in an input and in an output. */
type Case = readonly [
  name: string,
  members: Record<string, string | Json>,
  before: Json,
  after: Json,
  input: string[],
  output: string[],
];

const misread = {
  input: "Requests of old clients are misread.",
  output: "Old clients misread responses.",
};

describe("a shape of an input and one of an output", () => {
  it.each<Case>([
    [
      "list whose rules are stricter",
      body,
      list("String", { sparse: {} }),
      list("String", { uniqueItems: {}, length: { max: 3 } }),
      [
        "breaking A: maximum length 3 was added. Requests that were valid may be rejected.",
        "breaking A: is no longer sparse: it must not contain null. Callers must not pass null.",
        "breaking A: its items must now be unique. Requests that were valid may be rejected.",
      ],
      [
        "dangerous A: maximum length 3 was added. Validators may reject responses that were valid.",
        "compatible A: is no longer sparse: it must not contain null. Code that reads it no longer finds null.",
        "dangerous A: its items must now be unique. Validators may reject responses that were valid.",
      ],
    ],
    [
      "list whose rules are looser",
      body,
      list("String", { uniqueItems: {} }),
      list("String", { sparse: {} }),
      [
        "compatible A: is now sparse: it may contain null. Callers may pass null.",
        "compatible A: its items need no longer be unique. Requests that were rejected may be valid.",
      ],
      [
        "breaking A: is now sparse: it may contain null. Code that reads it must handle null.",
        "compatible A: its items need no longer be unique. Validators of the old version may reject responses.",
      ],
    ],
    [
      "list with other items",
      body,
      list("String"),
      list("Integer"),
      [
        `breaking A$member: type changed from string to integer. Its type in code is different. ${misread.input}`,
      ],
      [
        `breaking A$member: type changed from string to integer. Its type in code is different. ${misread.output}`,
      ],
    ],
    [
      "map with other values",
      body,
      map("String"),
      map("Integer", { sparse: {} }),
      [
        `breaking A$value: type changed from string to integer. Its type in code is different. ${misread.input}`,
        "compatible A: is now sparse: it may contain null. Callers may pass null.",
      ],
      [
        `breaking A$value: type changed from string to integer. Its type in code is different. ${misread.output}`,
        "breaking A: is now sparse: it may contain null. Code that reads it must handle null.",
      ],
    ],
    [
      "map with stricter keys",
      body,
      map("String"),
      map("String", {}, member("String", { length: { min: 1 } })),
      ["breaking A$key: minimum length 1 was added. Requests that were valid may be rejected."],
      [
        "dangerous A$key: minimum length 1 was added. Validators may reject responses that were valid.",
      ],
    ],
    [
      "enum whose values are added, removed, renamed and changed",
      body,
      enumeration({ GONE: "gone", OLD: "same", KEPT: "old", ZERO: "zero" }),
      enumeration({ FRESH: "fresh", NEW: "same", KEPT: "new", ZERO: "zero" }),
      [
        'breaking A$KEPT: value changed from "old" to "new". Old code sends and expects the old value.',
        'compatible A$FRESH: value "fresh" was added. Servers of the old version reject it.',
        'breaking A$GONE: value "gone" was removed. Requests with it are rejected. Code that uses its key does not compile.',
        "breaking A$NEW: key changed from OLD to NEW. Code that uses the old name does not compile.",
      ],
      [
        'breaking A$KEPT: value changed from "old" to "new". Old code sends and expects the old value.',
        'compatible A$FRESH: value "fresh" was added. Old clients read it as an unknown value.',
        'breaking A$GONE: value "gone" was removed. Code that uses its key does not compile.',
        "breaking A$NEW: key changed from OLD to NEW. Code that uses the old name does not compile.",
      ],
    ],
    [
      "intEnum whose values are swapped",
      body,
      integers({ LOW: 1, HIGH: 2 }),
      integers({ LOW: 2, HIGH: 1 }),
      [
        "breaking A$HIGH: value changed from 2 to 1. Old code sends and expects the old value.",
        "breaking A$LOW: value changed from 1 to 2. Old code sends and expects the old value.",
      ],
      [
        "breaking A$HIGH: value changed from 2 to 1. Old code sends and expects the old value.",
        "breaking A$LOW: value changed from 1 to 2. Old code sends and expects the old value.",
      ],
    ],
    [
      "enum of the old trait whose value is internal",
      body,
      simple("string", { enum: [{ value: "a" }, { value: "b", tags: ["internal"] }] }),
      simple("string", { enum: [{ value: "a", tags: ["internal"] }, { value: "b" }] }),
      [
        "compatible A$a: is no longer listed in error messages.",
        "compatible A$b: is now listed in error messages.",
      ],
      [
        "compatible A$a: is no longer listed in error messages.",
        "compatible A$b: is now listed in error messages.",
      ],
    ],
    [
      "enum that becomes an intEnum",
      body,
      enumeration({ LOW: "1" }),
      integers({ LOW: 1 }),
      [
        `breaking A: type of the values changed from string to integer. ${misread.input} The values have another type.`,
      ],
      [
        `breaking A: type of the values changed from string to integer. ${misread.output} The values have another type.`,
      ],
    ],
    [
      "string that becomes an enum",
      body,
      simple("string"),
      enumeration({ LOW: "1" }),
      ["breaking A: type changed from string to enum A. Its type in code is different."],
      ["breaking A: type changed from string to enum A. Its type in code is different."],
    ],
    [
      "union",
      body,
      union({ a: "String", b: "String" }),
      union({ a: "String", c: "String" }),
      [
        "breaking A$b: member was removed. Code that uses it does not compile.",
        "compatible A$c: member was added. Servers of the old version reject it.",
      ],
      [
        "breaking A$b: member was removed. Code that uses it does not compile.",
        "compatible A$c: member was added. Old clients read it as an unknown member.",
      ],
    ],
    [
      "union that becomes a structure",
      body,
      union({ a: "String" }),
      structure({ b: "String" }),
      [
        `breaking A: type changed from union A to structure A. Its type in code is different. ${misread.input}`,
      ],
      [
        `breaking A: type changed from union A to structure A. Its type in code is different. ${misread.output}`,
      ],
    ],
    [
      "structure with members that are added and removed",
      body,
      structure({ b: "String", a: "String" }),
      structure({
        d: member("String", { required: {} }),
        c: "String",
        e: member("Integer", { required: {}, default: 5 }),
        f: member("String", { required: {}, idempotencyToken: {} }),
      }),
      [
        "breaking A$a: member was removed. Code that uses it does not compile.",
        "breaking A$b: member was removed. Code that uses it does not compile.",
        "compatible A$c: member was added.",
        "breaking A$d: required member was added. Requests without it are rejected.",
        "compatible A$e: member was added. Requests without it get the default.",
        "compatible A$f: required member was added. Clients generate a value where it is absent.",
      ],
      [
        "breaking A$a: member was removed. Code that uses it does not compile.",
        "breaking A$b: member was removed. Code that uses it does not compile.",
        "compatible A$c: member was added.",
        "compatible A$d: required member was added. Servers must return it.",
        "compatible A$e: member was added. Servers must return it.",
        "compatible A$f: required member was added. Servers must return it.",
      ],
    ],
    [
      "string with a media type, in a header",
      header,
      simple("string"),
      simple("string", { mediaType: "application/json" }),
      [`breaking A: media type application/json was added. ${misread.input}`],
      [`breaking A: media type application/json was added. ${misread.output}`],
    ],
    [
      "string with a media type, in the body",
      body,
      simple("string", { mediaType: "text/csv" }),
      simple("string"),
      ["compatible A: media type text/csv was removed. It has no effect in JSON."],
      ["compatible A: media type text/csv was removed. It has no effect in JSON."],
    ],
    [
      "blob with another media type, as the payload",
      blob,
      simple("blob", { mediaType: "image/png" }),
      simple("blob", { mediaType: "image/jpeg" }),
      [`breaking A: media type changed from image/png to image/jpeg. ${misread.input}`],
      [`breaking A: media type changed from image/png to image/jpeg. ${misread.output}`],
    ],
    [
      "blob that becomes a stream",
      blob,
      simple("blob"),
      simple("blob", { streaming: {}, requiresLength: {} }),
      [
        "breaking A: is now a stream. Its type in code is different. Its wire format is different.",
        "breaking A: now requires a known length. Requests without content-length are rejected.",
      ],
      [
        "breaking A: is now a stream. Its type in code is different. Its wire format is different.",
        "compatible A: now requires a known length.",
      ],
    ],
    [
      "blob that is no stream any more",
      blob,
      simple("blob", { streaming: {}, requiresLength: {} }),
      simple("blob"),
      [
        "breaking A: is no longer a stream. Its type in code is different. Its wire format is different.",
        "compatible A: no longer requires a known length. Requests may be sent without content-length.",
      ],
      [
        "breaking A: is no longer a stream. Its type in code is different. Its wire format is different.",
        "compatible A: no longer requires a known length.",
      ],
    ],
    [
      "wider integer",
      body,
      simple("short"),
      simple("long"),
      [
        "compatible A: type changed from short to long. Every value of the narrower type remains valid.",
      ],
      [
        "breaking A: type changed from short to long. Values beyond the narrower type are rejected.",
      ],
    ],
    [
      "narrower integer",
      body,
      simple("integer"),
      simple("byte"),
      [
        "breaking A: type changed from integer to byte. Values beyond the narrower type are rejected.",
      ],
      [
        "compatible A: type changed from integer to byte. Every value of the narrower type remains valid.",
      ],
    ],
    [
      "timestamp in the body",
      body,
      simple("timestamp"),
      simple("timestamp", { timestampFormat: "date-time" }),
      [`breaking A: timestamp format changed from epoch-seconds to date-time. ${misread.input}`],
      [`breaking A: timestamp format changed from epoch-seconds to date-time. ${misread.output}`],
    ],
    [
      "timestamp that names the default of a header",
      header,
      simple("timestamp"),
      simple("timestamp", { timestampFormat: "http-date" }),
      [],
      [],
    ],
    [
      "string that is no longer sensitive",
      body,
      simple("string", { sensitive: {} }),
      simple("string"),
      ["breaking A: is no longer sensitive. Error messages and logs may contain its values."],
      ["breaking A: is no longer sensitive. Error messages and logs may contain its values."],
    ],
    [
      "string that is sensitive and has a pattern",
      body,
      simple("string"),
      simple("string", { sensitive: {}, pattern: "^a$" }),
      [
        "compatible A: is now sensitive. Error messages no longer contain its values.",
        'breaking A: pattern "^a$" was added. Requests that were valid may be rejected.',
      ],
      [
        "compatible A: is now sensitive. Error messages no longer contain its values.",
        'dangerous A: pattern "^a$" was added. Validators may reject responses that were valid.',
      ],
    ],
  ])("%s", (_, members, before, after, input, output) => {
    const lines = (models: typeof inputOf): string[] =>
      linesOf(models(members, { A: before }), models(members, { A: after })).map((line) =>
        line.replace("test#", "").replace(/ \((?:in|out)put\):/, ":"),
      );
    expect(lines(inputOf)).toEqual(input);
    expect(lines(outputOf)).toEqual(output);
  });

  it("is reported once, however many members refer to it", () => {
    const before = inputOf({ a: "A", b: "A", c: "L" }, { A: simple("string"), L: list("A") });
    const after = inputOf(
      { a: "A", b: "A", c: "L" },
      { A: simple("string", { length: { max: 3 } }), L: list("A") },
    );
    expect(linesOf(before, after)).toEqual([
      "breaking test#A (input): maximum length 3 was added. Requests that were valid may be rejected.",
    ]);
  });

  it("does not hide a change of a member of its own", () => {
    const before = inputOf({ a: member("A", { length: { max: 9 } }) }, { A: simple("string") });
    const after = inputOf(
      { a: member("A", { length: { max: 5 } }) },
      { A: simple("string", { length: { max: 3 } }) },
    );
    expect(linesOf(before, after)).toEqual([
      "breaking test#A (input): maximum length 3 was added. Requests that were valid may be rejected.",
      "breaking test#In$a (input): maximum length changed from 9 to 5. Requests that were valid may be rejected.",
    ]);
  });

  it("may be recursive", () => {
    const tree = (traits: Json): Json =>
      inputOf(
        { root: "Node" },
        {
          Node: structure({ next: "Node", all: "Nodes", a: member("String", traits) }),
          Nodes: list("Node"),
        },
      );
    expect(linesOf(tree({}), tree({ required: {} }))).toEqual([
      "breaking test#Node$a (input): is now required. Requests without it are rejected. Callers must set it.",
    ]);
  });
});

describe("a shape of another name", () => {
  it("is compared where its name changed", () => {
    const before = inputOf({ a: "Old" }, { Old: structure({ a: "String", self: "Old" }) });
    const after = inputOf({ a: "New" }, { New: structure({ a: "Integer", self: "New" }) });
    expect(linesOf(before, after)).toEqual([
      "breaking test#New (input): name changed from Old to New. Code that uses the old name does not compile.",
      `breaking test#New$a (input): type changed from string to integer. Its type in code is different. ${misread.input}`,
    ]);
  });

  it("is compared where the service renames it", () => {
    const shapes = { Do: operation("/do", { input: "In" }), In: structure({ a: "String" }) };
    expect(linesOf(model(shapes), model(shapes, { rename: { "test#In": "Other" } }))).toEqual([
      "breaking test#In (input): name changed from In to Other. Code that uses the old name does not compile.",
    ]);
  });

  it("is no difference for a collection", () => {
    const before = inputOf({ a: "A", b: "C" }, { A: list("String"), C: map("Integer") });
    const after = inputOf({ a: "B", b: "D" }, { B: list("String"), D: map("Integer") });
    expect(linesOf(before, after)).toEqual([]);
  });

  it("is no difference where only the namespace changed", () => {
    const before = inputOf({ a: "A" }, { A: structure({ b: "String" }) });
    const after = JSON.parse(JSON.stringify(before).replaceAll("test#", "other#")) as Json;
    expect(linesOf(before, after)).toEqual([
      "compatible other#Weather: shape id of the service changed from test#Weather to other#Weather. It is not on the wire; commands that name it must change.",
    ]);
  });

  const both = { A: structure({ x: "String" }), B: structure({ x: "String" }), other: {} };

  it.each<[string, Json, Json, string[]]>([
    [
      "of the same values",
      both.A,
      both.B,
      [
        "compatible test#In$a (input): type changed from structure A to structure B. Both types have the same values.",
      ],
    ],
    [
      "of other values",
      both.A,
      structure({ x: "Integer" }),
      [
        "breaking test#In$a (input): type changed from structure A to structure B. Its type in code is different.",
      ],
    ],
    [
      "that is a list of the same items",
      list("String"),
      list("String"),
      [
        "compatible test#In$a (input): target changed from A to B. Its name is neither in code nor in messages.",
      ],
    ],
    [
      "that is a list of other items",
      list("String"),
      list("Integer"),
      [
        "breaking test#In$a (input): type changed from list A to list B. Its type in code is different.",
      ],
    ],
    [
      "that is a string as well",
      simple("string"),
      simple("string"),
      [
        "compatible test#In$a (input): target changed from A to B. Its name is neither in code nor in messages.",
      ],
    ],
    [
      "that is an integer of another size",
      simple("integer"),
      simple("short"),
      [
        "compatible test#In$a (input): target changed from A to B. Its name is neither in code nor in messages.",
        "breaking test#In$a (input): type changed from integer to short. Values beyond the narrower type are rejected.",
      ],
    ],
    [
      "that refers to other shapes of its kind",
      structure({ x: "B" }),
      structure({ x: "A" }),
      [
        "breaking test#In$a (input): type changed from structure A to structure B. Its type in code is different.",
      ],
    ],
  ])("replaces another shape %s", (_, A, B, want) => {
    const keep = { A, B };
    const before = inputOf({ a: "A", keepA: "A", keepB: "B" }, keep);
    const after = inputOf({ a: "B", keepA: "A", keepB: "B" }, keep);
    expect(linesOf(before, after)).toEqual(want);
  });
});

describe("a stream of events", () => {
  const streamOf = (event: Json, traits: Json = { streaming: {} }): Json =>
    outputOf(
      { events: member("Events", { httpPayload: {} }) },
      { Events: union({ event: "Event" }, traits), Event: structure({ a: event }) },
    );

  it("may carry a member elsewhere", () => {
    expect(
      linesOf(streamOf(member("String")), streamOf(member("String", { eventHeader: {} }))),
    ).toEqual([
      "breaking test#Event$a (output): place in the event changed from body to header. Old clients misread responses.",
    ]);
  });

  it("does not use the format of a timestamp in a header", () => {
    const inHeader = (traits: Json): Json =>
      streamOf(member("Timestamp", { eventHeader: {}, ...traits }));
    expect(linesOf(inHeader({}), inHeader({ timestampFormat: "date-time" }))).toEqual([]);
    const [before, after] = [{}, { timestampFormat: "date-time" }].map((traits) =>
      outputOf(
        { events: member("Events", { httpPayload: {} }) },
        {
          Events: union({ event: "Event" }, { streaming: {} }),
          Event: structure({ a: member("A", { eventHeader: {} }) }),
          A: simple("timestamp", traits),
        },
      ),
    );
    expect(linesOf(before ?? {}, after ?? {})).toEqual([]);
  });

  it("may become an ordinary union", () => {
    expect(linesOf(streamOf(member("String")), streamOf(member("String"), {}))).toEqual([
      "breaking test#Weather: exported name EventStreamOptions was removed. Code that imports it does not compile.",
      "breaking test#Events (output): is no longer a stream. Its type in code is different. Its wire format is different.",
    ]);
  });
});
