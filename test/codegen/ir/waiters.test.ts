import { describe, expect, it } from "vitest";
import { list, member, model, operation, structure, type Json } from "../support/models.js";
import { build, errorsOf, warningsOf } from "../support/problems.js";

const succeeds = { state: "success", matcher: { success: true } };

function waiting(waiters: unknown, shapes: Record<string, Json> = {}): Json {
  return model({
    Get: operation("/get", {
      input: "In",
      output: "Out",
      errors: ["Missing"],
      traits: { "smithy.waiters#waitable": waiters },
    }),
    In: structure({ name: "String" }),
    Out: structure({ status: "String", when: "Timestamp", times: "Times", data: "Blob" }),
    Times: list("Timestamp"),
    Missing: structure(
      {},
      {
        error: "client",
        "aws.protocols#awsQueryError": { code: "Res.Missing", httpResponseCode: 404 },
      },
    ),
    ...shapes,
  });
}

/** A waiter with an acceptor that succeeds if a path has a value. */
function path(text: unknown, more: Json = {}, kind = "output"): Json {
  const value = { path: text, expected: "x", comparator: "stringEquals", ...more };
  return { Done: { acceptors: [{ state: "success", matcher: { [kind]: value } }] } };
}

describe("the waiters of an operation", () => {
  it("have delays of 2 to 120 seconds by default, and are sorted by name", () => {
    const [operationOfGet] = build(
      waiting({ Z: { acceptors: [succeeds] }, A: { acceptors: [succeeds], minDelay: 5 } }),
    ).operations;
    expect(operationOfGet?.waiters).toMatchObject([
      { name: "A", minDelay: 5, maxDelay: 120 },
      { name: "Z", minDelay: 2, maxDelay: 120, acceptors: [{ state: "success" }] },
    ]);
  });

  it.each([
    ["its name", "Missing", "Missing"],
    ["its shape id", "other.ns#Missing", "Missing"],
    ["its code in awsQueryError", "Res.Missing", "Missing"],
    ["a name that the model does not define", "Unheard.Of", "Unheard.Of"],
  ])("match an error by %s", (_, given, want) => {
    const { operations } = build(
      waiting({
        Gone: { acceptors: [{ state: "success", matcher: { errorType: given } }] },
      }),
    );
    expect(operations[0]?.waiters[0]?.acceptors[0]?.matcher).toEqual({ kind: "error", name: want });
  });

  it("keep their documentation", () => {
    const { operations } = build(
      waiting({ A: { acceptors: [succeeds], documentation: "Says so.", deprecated: true } }),
    );
    expect(operations[0]?.waiters[0]?.documentation).toMatchObject({
      text: "Says so.",
      deprecated: "Do not use this any more.",
    });
  });
});

describe("the trait waitable", () => {
  const start = 'model.json: test#Get: the waiter "Done"';

  it.each<[string, unknown, string]>([
    [
      "that is a list",
      [],
      "model.json: test#Get: the trait smithy.waiters#waitable must be an object, but is an array",
    ],
    [
      "with a name that is no word",
      { "a-b": { acceptors: [succeeds] } },
      'model.json: test#Get: the waiter "a-b" must have a name of letters and digits that begins with a capital',
    ],
    ["with a waiter that is null", { Done: null }, `${start} must be an object, but is null`],
    [
      "with delays in the wrong order",
      { Done: { acceptors: [succeeds], minDelay: 9, maxDelay: 8 } },
      `${start} must have delays of whole seconds from 1, and "minDelay" must not exceed "maxDelay"; found 9 and 8`,
    ],
    [
      "with a delay of no time",
      { Done: { acceptors: [succeeds], minDelay: 0 } },
      `${start} must have delays of whole seconds from 1, and "minDelay" must not exceed "maxDelay"; found 0 and 120`,
    ],
    ["without acceptors", { Done: {} }, `${start} must have a list of "acceptors"`],
    [
      "without success",
      { Done: { acceptors: [{ state: "retry", matcher: { success: true } }] } },
      `${start} must have an acceptor with the state "success"`,
    ],
    [
      "with another state",
      { Done: { acceptors: [{ state: "maybe", matcher: { success: true } }] } },
      `${start}, acceptor 1, must have the state success, failure or retry, but has "maybe"`,
    ],
    [
      "with two matchers in one",
      { Done: { acceptors: [{ state: "success", matcher: { success: true, errorType: "A" } }] } },
      `${start}, acceptor 1, must have one matcher: an object with output, inputOutput, success or errorType`,
    ],
    [
      "with an unknown matcher",
      { Done: { acceptors: [{ state: "success", matcher: { constructor: {} } }] } },
      `${start}, acceptor 1, has the matcher "constructor"; expected output, inputOutput, success or errorType`,
    ],
    [
      "with another comparator",
      path("status", { comparator: "equals" }),
      `${start}, acceptor 1, must have as "output" an object of the texts "path", "expected" and "comparator", which is one of stringEquals, booleanEquals, allStringEquals, anyStringEquals`,
    ],
    [
      "with a boolean that is none",
      path("status", { comparator: "booleanEquals" }),
      `${start}, acceptor 1, must expect "true" or "false", but expects "x"`,
    ],
  ])("is refused %s", (_, waiters, want) => {
    expect(errorsOf(() => build(waiting(waiters)))).toEqual([want]);
  });

  it("is refused if two waiters of a service have the same letters", () => {
    const given = waiting(
      { Done: { acceptors: [succeeds] } },
      {
        Other: operation("/other", {
          traits: { "smithy.waiters#waitable": { DONE: { acceptors: [succeeds] } } },
        }),
      },
    );
    expect(errorsOf(() => build(given))).toEqual([
      "model.json: test#Other: the waiter DONE has the same name as a waiter of test#Get, apart from case; rename one of them",
    ]);
  });

  it("is refused with an output matcher on an operation without output", () => {
    const given = model({
      Get: operation("/get", { traits: { "smithy.waiters#waitable": path("status") } }),
    });
    expect(errorsOf(() => build(given))).toEqual([
      `${start}, acceptor 1, matches the output, but the operation has none`,
    ]);
  });
});

describe("the path of a waiter", () => {
  const start = 'model.json: test#Get: the waiter "Done", acceptor 1, has the path';

  it.each([
    ["is no expression", "status ==", /^SC1703 .*which is invalid: ./],
    ["has a single equals sign", "status = 'x'", /^SC1703 .*which is invalid: ./],
    ["is not closed", "items[?a", /^SC1703 .*which is invalid: ./],
    [
      "calls what is no function",
      "constructor(status)",
      /calls "constructor", which is not a function/,
    ],
    [
      "calls with too few arguments",
      "contains(status)",
      /calls contains with 1 arguments instead of 2$/,
    ],
    [
      "calls with the wrong type",
      "length(status == 'x')",
      /calls length with a value of the wrong type; expected string or list or object$/,
    ],
    [
      "calls with a value for an expression",
      "sort_by(times, status)",
      /calls sort_by with a value as argument 2/,
    ],
    ["has a slice without steps", "times[::0]", /has a slice whose step is 0$/],
    ["uses arithmetic, an extension", "length(times) + `1`", /"Arithmetic", which is not part of/],
    ["uses the root, an extension", "$.status", /"Root", which is not part of/],
    ["selects binary data", "data", /^SC1704 .*which is not supported: selects binary data$/],
    ["uses a list of timestamps as a whole", "max(times)", /^SC1704 .*timestamps/],
    ["is too long", `status${" ".repeat(2_000)}`, /^SC1704 .*more than 2000 characters$/],
    ["is too deep", `${"[".repeat(100)}status${"]".repeat(100)}`, /^SC1704 .*levels deep$/],
    ["exhausts the parser", "!".repeat(1_999), /^SC170[34] /],
  ])("is refused if it %s", (_, text, want) => {
    let found: unknown;
    try {
      build(waiting(path(text)));
    } catch (error) {
      found = error;
    }
    const [diagnostic, ...others] = (found as { diagnostics: { code: string; message: string }[] })
      .diagnostics;
    expect(others).toEqual([]);
    expect(`${diagnostic?.code ?? ""} ${diagnostic?.message ?? ""}`).toMatch(want);
    expect(diagnostic?.message).toContain('the waiter "Done", acceptor 1, has the path');
  });

  it.each([
    ["a member that does not exist", "state", 'test#Out has no member "state"'],
    ["a member of a text", "status.code", '"code" is selected from what is no object'],
    ["elements of a text", "status[]", "elements are selected from what is no list"],
    ["values of a text", "status.*", "values are selected from what is no object"],
  ])("is warned of if it selects %s", (_, text, want) => {
    expect(warningsOf(waiting(path(text)))).toEqual([
      `${start} ${JSON.stringify(text)}, of which a part is always null: ${want}`,
    ]);
  });

  it("takes the numbers of timestamps", () => {
    expect(
      warningsOf(waiting(path("when > `0`", { comparator: "booleanEquals", expected: "true" }))),
    ).toEqual([]);
  });

  it("takes the input beside the output", () => {
    const given = path(
      "input.name == output.status",
      { comparator: "booleanEquals", expected: "true" },
      "inputOutput",
    );
    expect(warningsOf(waiting(given))).toEqual([]);
  });

  it("has nothing of the input if the operation has none", () => {
    const given = model({
      Get: operation("/get", {
        output: "Out",
        traits: { "smithy.waiters#waitable": path("input.name", {}, "inputOutput") },
      }),
      Out: structure({ status: member("String") }),
    });
    expect(warningsOf(given)).toEqual([expect.stringMatching(/"name" is not one of its names$/)]);
  });
});
