import { deepStrictEqual } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { cbor, tag, tagSymbol } from "@smithy/core/cbor";
import { NumericValue } from "@smithy/core/serde";
import { describe, expect, it } from "vitest";
import { CborDecimal, CborFloat } from "../../../../codegen/runtime/cbor/cbor-values.js";
import { decodeCbor } from "../../../../codegen/runtime/cbor/decode-cbor.js";
import { encodeCbor } from "../../../../codegen/runtime/cbor/encode-cbor.js";
import { compareDecimals } from "../../../../codegen/runtime/values/decimals.js";
import { findSuites } from "../../../conformance/suites.js";
import { values } from "./values.js";

interface Tagged {
  readonly tag: number;
  readonly value: number;
}

/** Returns a value with the objects that stand for other values in @smithy/core. */
function toSmithy(value: unknown): unknown {
  return replaceObjects(value, (object) =>
    object instanceof Date ? tag({ tag: 1, value: object.getTime() / 1000 }) : undefined,
  );
}

function fromSmithy(value: unknown): unknown {
  return replaceObjects(value, (object) => {
    if (object instanceof NumericValue) return object.string;
    if (!(tagSymbol in object)) return undefined;
    return new Date(Math.round((object as unknown as Tagged).value * 1000));
  });
}

function replaceObjects(value: unknown, replace: (object: object) => unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Uint8Array) return Uint8Array.from(value);
  if (Array.isArray(value)) return value.map((item) => replaceObjects(item, replace));
  return (
    replace(value) ??
    Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, replaceObjects(item, replace)]),
    )
  );
}

/** Returns whether @smithy/core keeps a value, which loses the sign of zero and `__proto__`. */
function isKept(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return !Object.is(value, -0);
  return !Object.hasOwn(value, "__proto__") && Object.values(value).every(isKept);
}

const keptValues = values.filter(isKept);

/** The bodies of the tests of rpcv2Cbor, as base64. */
function readBodies(folder: string): { readonly id: string; readonly body: string }[] {
  const bodies: { readonly id: string; readonly body: string }[] = [];
  for (const name of readdirSync(folder).filter((file) => file.startsWith("rpcv2Cbor"))) {
    JSON.parse(readFileSync(join(folder, name), "utf8"), (_, value: unknown) => {
      const { id, body } = (value ?? {}) as { readonly id?: unknown; readonly body?: unknown };
      if (typeof id === "string" && typeof body === "string" && body !== "")
        bodies.push({ id, body });
      return value;
    });
  }
  return bodies;
}

describe("encodeCbor and decodeCbor", () => {
  it("keep every value", () => {
    fc.assert(
      fc.property(values, (value) => {
        deepStrictEqual(decodeCbor(encodeCbor(value)), value);
      }),
      { numRuns: 2000 },
    );
  });

  it("keep every number in a CborFloat", () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        expect(decodeCbor(encodeCbor(new CborFloat(value)))).toBe(value);
        expect(encodeCbor(new CborFloat(value))).toHaveLength(9);
      }),
    );
  });

  it("keep the value of every decimal", () => {
    const decimals = fc
      .tuple(
        fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
        fc.option(fc.bigInt({ min: 0n, max: 10n ** 20n })),
        fc.option(fc.integer({ min: -400, max: 400 })),
      )
      .map(([whole, fraction, power]) =>
        [whole, fraction === null ? "" : `.${fraction}`, power === null ? "" : `e${power}`].join(
          "",
        ),
      );
    fc.assert(
      fc.property(decimals, (text) => {
        const decoded = decodeCbor(encodeCbor(new CborDecimal(text)));
        expect(Math.abs(compareDecimals(String(decoded), text))).toBe(0);
        expect(decodeCbor(encodeCbor(new CborDecimal(String(decoded))))).toBe(decoded);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("decodeCbor", () => {
  it("reads what @smithy/core writes", () => {
    fc.assert(
      fc.property(keptValues, (value) => {
        const bytes = cbor.serialize(toSmithy(value));
        deepStrictEqual(decodeCbor(bytes), value);
      }),
      { numRuns: 1000 },
    );
  });

  const folder = findSuites();

  it.skipIf(folder === undefined)("reads all bodies of the official suites", () => {
    const bodies = readBodies(join(String(folder), "other-protocols"));
    expect(bodies.length).toBeGreaterThan(70);
    for (const { id, body } of bodies) {
      const bytes = Buffer.from(body, "base64");
      const decoded = decodeCbor(bytes);
      // @smithy/core does not read a key in chunks.
      if (id === "RpcV2CborSimpleScalarPropertiesUsingIndefiniteLength") {
        expect(decoded).toMatchObject({ doubleValue: 1.889, stringValue: "simple" });
      } else {
        expect(decoded, id).toStrictEqual(fromSmithy(cbor.deserialize(bytes)));
      }
    }
  });
});

describe("encodeCbor", () => {
  it("writes what @smithy/core reads", () => {
    fc.assert(
      fc.property(keptValues, (value) => {
        const bytes = encodeCbor(value);
        deepStrictEqual(fromSmithy(cbor.deserialize(bytes)), value);
      }),
      { numRuns: 1000 },
    );
  });
});
