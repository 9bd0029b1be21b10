import type { Operation } from "../../codegen/src/ir/service.js";
import { ValidationException } from "apigatewayv2-codec";
import { describe, expect, it } from "vitest";
import type { Structure } from "../../codegen/src/ir/ir.js";
import { ofLength } from "../../generated/src/runtime/arbitraries/smallest-values.js";
import type { Bounds } from "../../generated/src/runtime/schema/bounds.js";
import { operationCodec, structureCodec } from "./codec.js";
import { placesOfBounds, pointer, wirePath, type PlaceOfBounds } from "./places.js";
import { service, structures } from "./service.js";

/** A value at a bound or beside it, and whether it is within. */
interface Probe {
  readonly constraint: "length" | "range";
  readonly measure: number;
  readonly value: unknown;
  readonly fits: boolean;
}

const bounded = structures
  .map((structure) => ({ structure, places: placesOfBounds(structure) }))
  .filter(({ places }) => places.length > 0);

describe("bounds of the model", () => {
  it("are found in inputs, in outputs and in what they hold", () => {
    const places = bounded.flatMap((each) => each.places);
    expect(places.length).toBeGreaterThan(500);
    const kinds = new Set(places.map(({ table }) => table.type));
    expect(kinds).toEqual(new Set(["string", "integer"]));
  });

  it.each(bounded.map(({ structure, places }) => [structure.name, structure, places] as const))(
    "%s: every validator draws the line where the model does",
    (_, structure, places) => {
      for (const place of places) {
        for (const probe of probesOf(place)) expectAnswer(structure, place, probe);
      }
    },
  );

  it.each(withBounds("input"))(
    "%s: a server refuses what is out of bounds",
    (_, operation, places) => {
      for (const place of places) {
        for (const probe of probesOf(place)) expectServerAnswer(operation, place, probe);
      }
    },
  );

  it.each(withBounds("output"))(
    "%s: a client takes what is out of bounds, since services outgrow their models",
    (_, operation, places) => {
      const { serializeResponse, deserializeResponse } = operationCodec(operation);
      for (const { around, table, bounds } of places) {
        const beyond = "length" in table ? ofLength(table, bounds.max + 1) : bounds.max + 1;
        const output = around(beyond);
        expect(deserializeResponse(serializeResponse(output))).toEqual(output);
      }
    },
  );
});

/** The operations whose input or output has bounds. */
function withBounds(
  side: "input" | "output",
): (readonly [name: string, operation: Operation, places: readonly PlaceOfBounds[]])[] {
  return service.operations.flatMap((operation) => {
    const found = bounded.find(({ structure }) => structure === operation[side]);
    return found === undefined ? [] : [[operation.name, operation, found.places] as const];
  });
}

/** Values at each bound, and one below and above it; texts in ASCII and in astral characters. */
function probesOf({ table, constraint, bounds }: PlaceOfBounds): Probe[] {
  const measures = around(bounds);
  if (!("length" in table)) {
    return measures.map((measure) => {
      return { constraint, measure, value: measure, fits: isWithin(measure, bounds) };
    });
  }
  const isAnyText = table.type === "string" && table.pattern === undefined;
  return (isAnyText ? ["a", "😀"] : ["a"]).flatMap((character) =>
    measures
      .filter((measure) => measure >= 0)
      .map((measure) => {
        const value = ofLength(table, measure, character);
        return { constraint, measure, value, fits: isWithin(measure, bounds) };
      }),
  );
}

function around({ min, max }: Bounds): number[] {
  const near = [min, max].flatMap((bound) => [bound - 1, bound, bound + 1]);
  return [...new Set(near)].filter(Number.isFinite);
}

function isWithin(measure: number, { min, max }: Bounds): boolean {
  return measure >= min && measure <= max;
}

function expectAnswer(structure: Structure, place: PlaceOfBounds, probe: Probe): void {
  const { serialize, validate, validateJson } = structureCodec(structure);
  const value = place.around(probe.value);
  const inMemory = validate(value);
  const asJson = validateJson(JSON.parse(JSON.stringify(serialize(value))));
  if (probe.fits) {
    // What is unequal would be told with texts of some 100,000 characters.
    expect([pointer(place.steps), probe.measure, inMemory.ok, asJson.issues]).toEqual([
      pointer(place.steps),
      probe.measure,
      true,
      undefined,
    ]);
    return;
  }
  expect(inMemory).toMatchObject({ ok: false, omitted: 0 });
  expect(inMemory.ok ? [] : inMemory.issues).toEqual([
    expect.objectContaining({
      path: pointer(place.steps),
      constraint: probe.constraint,
      received: received(probe),
    }),
  ]);
  expect(asJson.issues?.map(({ path }) => path)).toEqual([wirePath(place.steps)]);
}

function received({ constraint, measure }: Probe): number | string {
  return constraint === "length" ? measure : String(measure);
}

function expectServerAnswer(operation: Operation, place: PlaceOfBounds, probe: Probe): void {
  // No path has an empty segment, so that an empty label is refused before anything is sent.
  if (place.outermost[3]?.location === "label" && probe.value === "") return;
  const { serializeRequest, deserializeRequest } = operationCodec(operation);
  const request = serializeRequest(place.around(probe.value));
  let refused: unknown;
  try {
    deserializeRequest(request);
  } catch (error) {
    refused = error;
  }
  if (probe.fits) {
    expect(refused).toBeUndefined();
    return;
  }
  expect(refused).toBeInstanceOf(ValidationException);
  expect((refused as ValidationException).fieldList.map(({ path }) => path)).toEqual([
    pointer(place.steps),
  ]);
}
