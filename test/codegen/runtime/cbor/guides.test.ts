import { deepStrictEqual } from "node:assert/strict";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CborError } from "../../../../codegen/runtime/cbor/cbor-error.js";
import { decodeCbor } from "../../../../codegen/runtime/cbor/decode-cbor.js";
import { encodeCbor } from "../../../../codegen/runtime/cbor/encode-cbor.js";
import type { CborGuide } from "../../../../codegen/runtime/cbor/guides.js";
import { bytesOf } from "./bytes.js";

/** A structure with itself in it, in a list, in a map and in a union. */
const node: CborGuide = {
  create: (v) => ({
    id: v[0],
    ["__proto__"]: v[1],
    constructor: v[2],
    child: v[3],
    children: v[4],
    named: v[5],
    either: v[6],
    längeÜber24BytesInUtf8Text: v[7],
  }),
  members: {
    child: () => node,
    children: () => node,
    named: () => ({ entries: () => node }),
    either: () => either,
  },
};
const either: CborGuide = { members: { node: () => node } };

/** A structure of which most members are absent. */
const wideNames = Array.from({ length: 40 }, (_, index) => `member${index}`);
const wide: CborGuide = {
  create: (v) => Object.fromEntries(wideNames.map((name, index) => [name, v[index]])),
};

const names = Object.keys(node.create?.([]) ?? {});

const leaf = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
);

const { value: drawn } = fc.letrec<{ value: unknown; object: object; key: string }>((tie) => ({
  key: fc.oneof(
    { arbitrary: fc.constantFrom(...names, ...wideNames), weight: 8 },
    fc.string({ maxLength: 30 }),
  ),
  object: fc
    .array(fc.tuple(tie("key"), tie("value")), { maxLength: 8 })
    .map((entries) => Object.fromEntries(entries)),
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    tie("object"),
    tie("object"),
    fc.array(tie("value"), { maxLength: 3 }),
  ),
}));

/** Returns what a guide leaves of a decoded value: known members of structures. */
function guided(value: unknown, guide: CborGuide | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => guided(item, guide));
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  const known = guide?.create && Object.keys(guide.create([]));
  const kept = Object.entries(value).filter(([key]) => known === undefined || known.includes(key));
  return Object.fromEntries(
    kept.map(([key, item]) => {
      const below = Object.hasOwn(guide?.members ?? {}, key) ? guide?.members?.[key] : undefined;
      return [key, guided(item, (below ?? guide?.entries)?.())];
    }),
  );
}

/** Leaves out members that are undefined. */
function present(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(present);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, present(item)]));
}

function errorOf(bytes: Uint8Array, guide?: CborGuide): string | undefined {
  try {
    decodeCbor(bytes, guide);
    return undefined;
  } catch (error) {
    if (error instanceof CborError) return error.received;
    throw error;
  }
}

const guides: readonly CborGuide[] = [node, either, wide, { entries: () => node }];

describe("decodeCbor with a guide", () => {
  it.each(guides.map((guide, index) => [index, guide] as const))(
    "has the same known members in any order (%i)",
    (_, guide) => {
      fc.assert(
        fc.property(drawn, (value) => {
          const bytes = encodeCbor(value);
          deepStrictEqual(present(decodeCbor(bytes, guide)), guided(decodeCbor(bytes), guide));
        }),
        { numRuns: 1500 },
      );
    },
  );

  it("refuses what it refuses without a guide", () => {
    fc.assert(
      fc.property(drawn, fc.nat(), fc.integer({ min: 0, max: 255 }), (value, position, byte) => {
        const bytes = encodeCbor(value);
        bytes[position % bytes.length] = byte;
        for (const guide of guides) expect(errorOf(bytes, guide)).toBe(errorOf(bytes));
        const short = bytes.subarray(0, position % bytes.length);
        for (const guide of guides) expect(errorOf(short, guide)).toBe(errorOf(short));
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    ["a known member", "a2 626964 01 626964 02"],
    ["an unknown member", "a2 6178 01 6178 02"],
    ["a member whose value is null", "a2 626964 f6 626964 02"],
    ["a member of an indefinite map", "bf 626964 01 626964 02 ff"],
  ])("refuses duplicates of %s", (_, hex) => {
    expect(errorOf(bytesOf(hex), node)).toMatch(/^a duplicate key at byte \d+$/);
  });

  it("reads maps without a length", () => {
    const bytes = bytesOf("bf 656368696c64 bf 626964 01 ff 6178 f6 ff");
    expect(present(decodeCbor(bytes, node))).toStrictEqual({ child: { id: 1 } });
  });

  it("reads after data that was cut off within a structure", () => {
    const bytes = encodeCbor({ id: "a", child: { id: "b" } });
    for (let end = 0; end < bytes.length; end++) errorOf(bytes.subarray(0, end), node);
    expect(present(decodeCbor(encodeCbor({ child: {} }), node))).toStrictEqual({ child: {} });
  });

  it("makes no object with all members for a map with few of them", () => {
    const items = decodeCbor(encodeCbor([{}, { member1: 1 }]), wide) as object[];
    expect(items.map((item) => Object.keys(item))).toStrictEqual([[], ["member1"]]);
  });
});
