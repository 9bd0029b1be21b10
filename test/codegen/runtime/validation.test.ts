import { describe, expect, it } from "vitest";
import { at, root, toPointer, toSegments } from "../../../codegen/runtime/values/path.js";
import {
  finishValidation,
  isTooDeep,
  messageOf,
  report,
  startValidation,
  type CheckPlace,
} from "../../../codegen/runtime/check/validation.js";

function noted(count: number, maxIssues?: number): ReturnType<typeof finishValidation> {
  const here = startValidation(maxIssues === undefined ? undefined : { maxIssues });
  for (let index = 0; index < count; index++) report(at(here, index), "type", "be x", "y");
  return finishValidation(here, "value");
}

describe("a validation", () => {
  it("gives the value where nothing is wrong", () => {
    expect(noted(0)).toEqual({ ok: true, value: "value" });
  });

  it.each<[count: number, max: number | undefined, described: number]>([
    [3, undefined, 3],
    [100, undefined, 100],
    [102, undefined, 100],
    [3, 2, 2],
    [2, 2, 2],
    [1, 0, 0],
  ])("of %i issues with at most %s", (count, max, described) => {
    const result = noted(count, max);
    expect(result).toMatchObject({ ok: false, omitted: count - described });
    expect(!result.ok && result.issues.map(({ path }) => path)).toEqual(
      Array.from({ length: described }, (_, index) => `/${index}`),
    );
  });

  it("describes an issue as data and in words", () => {
    const here = startValidation(undefined);
    report(at(at(here, "a/b~"), 0), "length", "have length 1", 5);
    expect(finishValidation(here, 0)).toEqual({
      ok: false,
      omitted: 0,
      issues: [
        {
          path: "/a~1b~0/0",
          constraint: "length",
          expected: "have length 1",
          received: 5,
          message:
            "Value with length 5 at '/a~1b~0/0' failed to satisfy constraint: Member must have length 1",
        },
      ],
    });
  });

  // Smithy's validation protocol tests word these sentences.
  it.each([
    ["length", 5, "Value with length 5 at '/a' failed to satisfy constraint: Member must be x"],
    ["length", "another", "Value at '/a' failed to satisfy constraint: Member must be x"],
    ["range", 5, "Value at '/a' failed to satisfy constraint: Member must be x"],
  ] as const)("words %s of %s", (constraint, received, message) => {
    expect(messageOf("/a", constraint, "be x", received)).toBe(message);
  });

  it("goes 512 levels deep, and notes what is deeper", () => {
    let here: CheckPlace = startValidation(undefined);
    for (let depth = 0; depth < 512; depth++) here = at(here, "a");
    expect(isTooDeep(here)).toBe(false);
    expect(here.context.found).toBeUndefined();
    here = at(here, "b");
    expect(isTooDeep(here)).toBe(true);
    expect(here.context.found).toEqual([
      {
        path: here,
        constraint: "type",
        expected: expect.stringContaining("512") as unknown,
        received: "more",
      },
    ]);
  });
});

describe("paths", () => {
  it("are steps from the root, and JSON pointers (RFC 6901)", () => {
    const place = at(at(at(root(undefined), "a/b"), 3), "~1");
    expect(place.depth).toBe(3);
    expect(toSegments(place)).toEqual(["a/b", 3, "~1"]);
    expect(toPointer(place)).toBe("/a~1b/3/~01");
    expect(toPointer(root(undefined))).toBe("");
  });
});
