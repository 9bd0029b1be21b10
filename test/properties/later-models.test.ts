import fc from "fast-check";
import { describe, it } from "vitest";
import { outputsOf, structureValues } from "./arbitraries.js";
import { errorClass, operationCodec, structureCodec } from "./codec.js";
import { laterMembers, withLaterMembers } from "./later-members.js";
import { expectSame } from "./same.js";
import { operationsByName, structuresByName } from "./service.js";

describe("unknown enum values and unknown members survive reading", () => {
  it.each(structuresByName)("%s", (_, structure) => {
    const { serialize, deserialize } = structureCodec(structure);
    fc.assert(
      fc.property(
        structureValues(structure, { unknownEnumValues: true }),
        laterMembers,
        (value, later) => {
          const json = withLaterMembers(
            structure,
            JSON.parse(JSON.stringify(serialize(value))),
            later,
          );
          expectSame(
            deserialize(json),
            structure.error === undefined ? value : new (errorClass(structure))(value),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each(operationsByName)("the response of %s", (_, operation) => {
    const { serializeResponse, deserializeResponse } = operationCodec(operation);
    const { output } = operation;
    fc.assert(
      fc.property(
        outputsOf(operation, { unknownEnumValues: true }),
        laterMembers,
        (value, later) => {
          const { body, ...response } = serializeResponse(value);
          if (output === undefined || typeof body !== "string") return;
          const json = withLaterMembers(output, JSON.parse(body), later);
          const read = deserializeResponse({ ...response, body: JSON.stringify(json) });
          expectSame(read, value);
        },
      ),
      { numRuns: 40 },
    );
  });
});
