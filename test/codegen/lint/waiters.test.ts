import { describe, expect, it } from "vitest";
import { eventsOf } from "./events-of.js";

/* The rules about waiters. Expressions are checked for the shapes of the operation. */

const model = (acceptors: string, delays = ""): string => `
  service S { operations: [O] }
  @smithy.waiters#waitable(W: { ${delays} acceptors: [${acceptors}] })
  operation O {
    input := { id: String }
    output := { state: String, ready: Boolean, count: Integer, items: Items, tree: Tree, when: Timestamp }
    errors: [NotFound]
  }
  @error("client")
  structure NotFound {}
  list Items { member: Item }
  structure Item { name: String, tags: Tags, size: Integer }
  list Tags { member: String }
  structure Tree { name: String, left: Tree }`;

const output = (path: string, comparator: string, expected = "a"): string =>
  `{ state: "success", matcher: { output: { path: ${JSON.stringify(path)}, comparator: "${comparator}", expected: "${expected}" } } }`;

const ids = (acceptors: string, delays?: string): readonly string[] =>
  eventsOf(
    model(acceptors, delays),
    "WaitableTrait",
    "WaitableTraitInvalidErrorType",
    "WaitableTraitJmespathProblem",
  );

describe("WaitableTrait", () => {
  it.each([
    ["state", "stringEquals"],
    ["items[].name", "allStringEquals"],
    ["items[?size > `1`].tags[]", "anyStringEquals"],
    ["items[0].tags[-1]", "stringEquals"],
    ["tree.left.left.left.unknown", "stringEquals"],
    ["items[*].[name, tags[0]][]", "anyStringEquals"],
    ["sort_by(items, &name)", "anyStringEquals"],
    ["keys(tree)", "anyStringEquals"],
    ["join('', items[].name)", "stringEquals"],
    ["tree.*", "anyStringEquals"],
    ["{a: state}.a | @", "stringEquals"],
    ["items[0:1].name", "allStringEquals"],
    ["to_string(when)", "stringEquals"],
  ])("accepts %s for %s", (path, comparator) => {
    expect(ids(output(path, comparator))).toEqual([]);
  });

  it.each([
    "ready",
    "length(items) > `0`",
    "state == 'a' && !ready",
    "state && ready",
    "contains(items[].name, 'a')",
  ])("accepts %s for booleanEquals", (path) => {
    expect(ids(output(path, "booleanEquals", "true"))).toEqual([]);
  });

  const problem = (kind: string): string => `a#O WaitableTraitJmespathProblem.${kind}.W.0`;

  it.each([
    ["missing", ["JmespathEventDanger", "ReturnTypeMismatch"]],
    ["state.name", ["JmespathEventDanger"]],
    ["items.name", ["JmespathEventDanger"]],
    ["tree[].name | [0]", ["JmespathEventDanger"]],
    ["count", ["ReturnTypeMismatch"]],
    ["items[].name", ["ReturnTypeMismatch"]],
  ])("finds that %s is no string", (path, kinds) => {
    const want = kinds.map((kind) => `DANGER ${problem(kind)}`);
    expect(ids(output(path, "stringEquals"))).toEqual(want);
  });

  it("warns of texts that are compared by size", () => {
    expect(ids(output("state > 'a'", "booleanEquals", "true"))).toEqual([
      `DANGER ${problem("ReturnTypeMismatch")}`,
      `WARNING ${problem("JmespathEventWarning")}`,
    ]);
  });

  it.each([
    "state ==",
    "unknown(state)",
    "length(count)",
    "length(state, state)",
    "sum(items[].name)",
  ])("refuses %s", (path) => {
    expect(ids(output(path, "anyStringEquals"))).toContain("ERROR a#O WaitableTrait");
  });

  it("finds wrong expectations, delays, errors, and waiters without success", () => {
    expect(ids(output("ready", "booleanEquals", "yes"))).toEqual(["ERROR a#O WaitableTrait"]);
    expect(ids('{ state: "success", matcher: { success: true } }', "minDelay: 121,")).toEqual([
      "ERROR a#O WaitableTrait",
    ]);
    expect(ids('{ state: "success", matcher: { errorType: "NotFound" } }')).toEqual([]);
    expect(ids('{ state: "success", matcher: { errorType: "Other" } }')).toEqual([
      "WARNING a#O WaitableTraitInvalidErrorType.W.0",
    ]);
    expect(ids('{ state: "failure", matcher: { success: true } }')).toEqual([
      "ERROR a#O WaitableTrait",
    ]);
  });

  it("knows input and output", () => {
    const acceptor = (path: string): string =>
      `{ state: "success", matcher: { inputOutput: { path: "${path}", comparator: "booleanEquals", expected: "true" } } }`;
    expect(ids(acceptor("input.id == output.state"))).toEqual([]);
    expect(ids(acceptor("input.state == output.state"))).toEqual([
      `DANGER ${problem("JmespathEventDanger")}`,
    ]);
  });

  it("bounds its work for expressions that multiply", () => {
    const path = `tree${".*".repeat(900)}`;
    expect(ids(output(path, "anyStringEquals"))).not.toContain("ERROR a#O WaitableTrait");
  });
});

describe("UniqueWaiterNames", () => {
  it("finds waiters of one name in a service", () => {
    const given = `
      service S { operations: [A, B, C] }
      @smithy.waiters#waitable(Ready: { acceptors: [{ state: "success", matcher: { success: true } }] })
      operation A {}
      @smithy.waiters#waitable(READY: { acceptors: [{ state: "success", matcher: { success: true } }] })
      operation B {}
      @smithy.waiters#waitable(Other: { acceptors: [{ state: "success", matcher: { success: true } }] })
      operation C {}`;
    expect(eventsOf(given, "UniqueWaiterNames")).toEqual([
      "ERROR a#A UniqueWaiterNames",
      "ERROR a#B UniqueWaiterNames",
    ]);
  });
});
