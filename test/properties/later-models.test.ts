import fc from "fast-check";
import { describe, it } from "vitest";
import type { Shape, Structure } from "../../codegen/src/ir/ir.js";
import { outputsOf, structureValues } from "./arbitraries.js";
import { errorClass, operationCodec, structureCodec } from "./codec.js";
import { expectSame } from "./same.js";
import { operationsByName, structuresByName } from "./service.js";

/** Members that a service of a later model might send: odd names, and none of this model's. */
const laterMembers = fc.dictionary(
  fc
    .oneof(fc.constantFrom("constructor", "toString", "then", "$metadata"), fc.string())
    .map((name) => (name === "then" || name === "constructor" ? name : `later ${name}`)),
  fc.jsonValue({ maxDepth: 2 }),
  { minKeys: 1, maxKeys: 4 },
);

describe("unknown enum values and unknown members survive reading", () => {
  it.each(structuresByName)("%s", (_, structure) => {
    const { serialize, deserialize } = structureCodec(structure);
    fc.assert(
      fc.property(
        structureValues(structure, { unknownEnumValues: true }),
        laterMembers,
        (value, later) => {
          const json = withLater(structure, JSON.parse(JSON.stringify(serialize(value))), later);
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
          const json = withLater(output, JSON.parse(body), later);
          const read = deserializeResponse({ ...response, body: JSON.stringify(json) });
          expectSame(read, value);
        },
      ),
      { numRuns: 40 },
    );
  });
});

/** Adds members to every structure in JSON, at any depth. */
function withLater(shape: Shape, json: unknown, later: object): unknown {
  if (json === null) return json;
  switch (shape.kind) {
    case "structure":
      return { ...membersWithLater(shape, json as Record<string, unknown>, later), ...later };
    case "list":
      return (json as unknown[]).map((item) => withLater(shape.member.target, item, later));
    case "map":
      return Object.fromEntries(
        Object.entries(json as object).map(([key, item]) => [
          key,
          withLater(shape.value.target, item, later),
        ]),
      );
    default:
      return json;
  }
}

function membersWithLater(
  { members }: Structure,
  json: Record<string, unknown>,
  later: object,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => {
      const member = members.find(({ wireName }) => wireName === name);
      return [name, member === undefined ? value : withLater(member.target, value, later)];
    }),
  );
}
