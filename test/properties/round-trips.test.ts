import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inputsOf, outputsOf, structureValues } from "./arbitraries.js";
import { errorClass, operationCodec, structureCodec } from "./codec.js";
import { expectSame } from "./same.js";
import { operationsByName, service, structuresByName } from "./service.js";

const runs = { numRuns: 100 };

describe("every operation", () => {
  it("is there", () => {
    expect(service.operations).toHaveLength(103);
  });

  it.each(operationsByName)("%s: a server reads the input that a client wrote", (_, operation) => {
    const { serializeRequest, deserializeRequest } = operationCodec(operation);
    fc.assert(
      fc.property(inputsOf(operation), (input) => {
        expectSame(deserializeRequest(serializeRequest(input)), input);
      }),
      runs,
    );
  });

  it.each(operationsByName)("%s: a client reads the output that a server wrote", (_, operation) => {
    const { serializeResponse, deserializeResponse } = operationCodec(operation);
    fc.assert(
      fc.property(outputsOf(operation, { unknownEnumValues: true }), (output) => {
        expectSame(deserializeResponse(serializeResponse(output)), output);
      }),
      runs,
    );
  });

  it.each(operationsByName)("%s: values of a later model pass unvalidated", (_, operation) => {
    const { serializeRequest, deserializeRequest } = operationCodec(operation);
    fc.assert(
      fc.property(inputsOf(operation, { unknownEnumValues: true }), (input) => {
        expectSame(deserializeRequest(serializeRequest(input), { validate: false }), input);
      }),
      { numRuns: 10 },
    );
  });
});

describe("every structure", () => {
  it.each(structuresByName)("%s: its JSON form reads as the value it was made of", (_, shape) => {
    const { serialize, deserialize } = structureCodec(shape);
    // An error is read as an instance of its class, whose members are compared.
    const expected = (value: Record<string, unknown>): unknown =>
      shape.error === undefined ? value : new (errorClass(shape))(value);
    fc.assert(
      fc.property(structureValues(shape, { unknownEnumValues: true }), (value) => {
        const json: unknown = JSON.parse(JSON.stringify(serialize(value)));
        expectSame(deserialize(json), expected(value));
      }),
      runs,
    );
  });

  it.each(structuresByName)("%s: valid values are valid, in memory and as JSON", (_, shape) => {
    const { serialize, validate, validateJson } = structureCodec(shape);
    fc.assert(
      fc.property(structureValues(shape), (value) => {
        expectSame(validate(value), { ok: true, value });
        const json: unknown = JSON.parse(JSON.stringify(serialize(value)));
        expectSame(validateJson(json), { value });
      }),
      runs,
    );
  });

  it.each(structuresByName)("%s: members that are undefined or null are absent", (_, shape) => {
    const { serialize } = structureCodec(shape);
    const absent = shape.members.filter(({ required }) => !required);
    fc.assert(
      fc.property(structureValues(shape), fc.constantFrom(undefined, null), (value, nothing) => {
        const explicit = Object.fromEntries([
          ...absent.map(({ property }) => [property, nothing]),
          ...Object.entries(value),
        ]) as Record<string, unknown>;
        expectSame(serialize(explicit), serialize(value));
      }),
      { numRuns: 10 },
    );
  });
});
